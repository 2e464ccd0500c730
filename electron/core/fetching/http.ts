import querystring from 'node:querystring';
import type { Fault } from '../../contract/failures';
import { printable, webAddress } from './address';
import { readBody } from './body';
import type { Fetch } from './fetch';
import { networkFault } from './network-fault';
import { type Arrival, followRedirects } from './redirects';
import { retryAfter } from './retry-after';
import { statusFault } from './status-fault';
import { startTransfer } from './transfer';
import { USER_AGENT } from './user-agent';

const FEEDS =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1';

export interface FetchOptions {
  /** The Accept header; feeds first unless told otherwise. */
  accept?: string;
  etag?: string | null;
  lastModified?: string | null;
  /** Of the inflated body. */
  maxBytes?: number;
  signal?: AbortSignal;
  /** For the headers of each hop. */
  firstByteMs?: number;
  wholeMs?: number;
}

export interface Fetched {
  status: 200 | 304;
  /** Where the answer came from, after all redirects; without credentials. */
  url: string;
  /** The new address to remember, when the way began with permanent redirects (301, 308); credentials go with it. */
  movedTo: string | null;
  /** Inflated; empty for 304. */
  body: Uint8Array;
  contentType: string | null;
  /** The validators for the next request; with 304 those that were sent, where the server does not repeat them. */
  etag: string | null;
  lastModified: string | null;
  /** Milliseconds. */
  retryAfter: number | null;
  bytes: number;
}

/**
 * Fetches one resource over http(s): redirects, validators (RFC 9110, 13.1), and limits of time and size (30 s to the
 * first byte, 90 s in all, 20 MB). Everything that is no 200 or 304 is thrown as a Fault that a reader can act on.
 */
export async function fetchResource(fetch: Fetch, url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { firstByteMs = 30_000, wholeMs = 90_000, maxBytes = 20_000_000, signal } = options;
  const started = performance.now();
  let at = new URL(webAddress(url));
  const transfer = startTransfer(at.host, { firstByteMs, wholeMs, signal });
  try {
    const arrival = await followRedirects(at, (hop) => {
      at = hop;
      const headers = requestHeaders(hop, options);
      return transfer.firstByte(hop.host, () => fetch(printable(hop.href), { headers, signal: transfer.signal }));
    });
    return await received(arrival, options, maxBytes);
  } catch (thrown) {
    // Each library reports an abort in its own words; the reason is what we gave.
    if (transfer.signal.aborted) throw transfer.signal.reason as Fault;
    throw networkFault(thrown, at, performance.now() - started);
  } finally {
    transfer.end();
  }
}

async function received(
  { response, url, movedTo }: Arrival,
  options: FetchOptions,
  maxBytes: number,
): Promise<Fetched> {
  const { etag = null, lastModified = null } = options;
  const isUnchanged = response.status === 304 && (etag !== null || lastModified !== null);
  if (!isUnchanged && response.status !== 200 && response.status !== 203) throw statusFault(response, url);
  const { headers } = response;
  const address = printable(url.href);
  const body = isUnchanged ? new Uint8Array() : await readBody(response, maxBytes, address);
  return {
    status: isUnchanged ? 304 : 200,
    url: address,
    movedTo,
    body,
    contentType: headers.get('content-type'),
    etag: headers.get('etag') ?? (isUnchanged ? etag : null),
    lastModified: headers.get('last-modified') ?? (isUnchanged ? lastModified : null),
    retryAfter: retryAfter(headers.get('retry-after'), Date.now()),
    bytes: body.byteLength,
  };
}

function requestHeaders(hop: URL, { accept = FEEDS, etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept,
    // Said on purpose: what the runtimes send of themselves gives away the system's languages.
    'accept-language': '*',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    ...(hop.username ? { authorization: basic(hop) } : {}),
  };
}

/** HTTP Basic (RFC 7617), since neither runtime takes a URL that carries credentials. */
function basic({ username, password }: URL): string {
  const pair = `${querystring.unescape(username)}:${querystring.unescape(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
