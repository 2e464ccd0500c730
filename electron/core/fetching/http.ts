import { Fault } from '../../contract/failures';
import type { FeedHeaders } from '../../contract/fetching';
import { loginIn, printable, webAddress } from './address';
import { readBody } from './body';
import type { Fetch, Route } from './fetch';
import { freshMs } from './freshness';
import { networkFault } from './network-fault';
import { isPrivateHost } from './private-host';
import { type Arrival, followRedirects, type Hop } from './redirects';
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
  /** The reader's own, in place of Caravan's; they go no further than the host and port of `url`. */
  headers?: FeedHeaders;
  /** The system's way where it is left out. */
  route?: Route;
  /**
   * What the reader typed, where `url` was found from there: only from a private address itself may a way lead to it.
   */
  typed?: string;
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
  /** For how many milliseconds the server says that it will not change, at most 30 days; null where it says nothing. */
  freshMs: number | null;
  /** Of the body as it came over the network, packed; inflated where the port does not see that. */
  bytes: number;
}

/**
 * Fetches one resource over http(s): redirects, validators (RFC 9110, 13.1), and limits of time and size (30 s to the
 * first byte, 90 s in all, 20 MB). Everything that is no 200 or 304 is thrown as a Fault that a reader can act on, with
 * what came over the network until then as `detail.bytes`.
 */
export async function fetchResource(fetch: Fetch, url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { firstByteMs = 30_000, wholeMs = 90_000, maxBytes = 20_000_000, signal, route } = options;
  const started = performance.now();
  let at = new URL(webAddress(url));
  const typed = options.typed === undefined ? at : new URL(webAddress(options.typed));
  const transfer = startTransfer(at.host, { firstByteMs, wholeMs, signal });
  let bytes = 0;
  let isAnswered = false;
  const ask = (hop: Hop): Promise<Response> => {
    at = hop.url;
    isAnswered = false;
    const init = {
      headers: requestHeaders(hop, options),
      signal: transfer.signal,
      route,
      mayBePrivate: isPrivateHost(at.hostname),
      onBytes: (more: number): void => {
        bytes += more;
      },
    };
    return transfer.firstByte(at.host, () => fetch(printable(at.href), init));
  };
  try {
    const arrival = await followRedirects(typed, at, ask);
    isAnswered = true;
    return { ...(await received(arrival, options, maxBytes)), bytes };
  } catch (thrown) {
    // Each library reports an abort in its own words; the reason is what we gave.
    const reason: unknown = transfer.signal.aborted ? transfer.signal.reason : thrown;
    throw withBytes(networkFault(reason, at, { ms: performance.now() - started, isAnswered }), bytes);
  } finally {
    transfer.end();
  }
}

/** Progress is honest only when it knows of what came in vain. */
function withBytes(fault: Fault, bytes: number): Fault {
  const { code, detail } = fault.failure;
  return bytes === 0 ? fault : new Fault(code, { ...detail, bytes }, fault.cause);
}

async function received(arrival: Arrival, options: FetchOptions, maxBytes: number): Promise<Omit<Fetched, 'bytes'>> {
  const { response, url, movedTo } = arrival;
  const { etag = null, lastModified = null } = options;
  const isUnchanged = response.status === 304 && (etag !== null || lastModified !== null);
  if (!isUnchanged && response.status !== 200 && response.status !== 203) {
    throw statusFault(response, url, 'authorization' in requestHeaders(arrival, options));
  }
  const { headers } = response;
  const address = printable(url.href);
  return {
    status: isUnchanged ? 304 : 200,
    url: address,
    movedTo,
    body: isUnchanged ? new Uint8Array() : await readBody(response, maxBytes, address),
    contentType: headers.get('content-type'),
    etag: headers.get('etag') ?? (isUnchanged ? etag : null),
    lastModified: headers.get('last-modified') ?? (isUnchanged ? lastModified : null),
    retryAfter: retryAfter(headers.get('retry-after'), Date.now()),
    freshMs: freshMs(headers, Date.now()),
  };
}

function requestHeaders({ url, isHome }: Hop, options: FetchOptions): Record<string, string> {
  const { accept = FEEDS, etag, lastModified, headers = {} } = options;
  return {
    'user-agent': USER_AGENT,
    accept,
    // Said on purpose: what the runtimes send of themselves gives away the system's languages.
    'accept-language': '*',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    ...(url.username || url.password ? { authorization: basic(url) } : {}),
    ...(isHome ? lowerCased(headers) : {}),
  };
}

const lowerCased = (headers: FeedHeaders): FeedHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** HTTP Basic (RFC 7617), since neither runtime takes a URL that carries credentials. */
function basic(url: URL): string {
  const { username, password } = loginIn(url);
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
