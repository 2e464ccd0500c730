import { printable, webAddress } from './address';
import type { Fetch, Route } from './fetch';
import { networkFault } from './network-fault';
import { isPrivateHost } from './private-host';
import { followRedirects, type Hop } from './redirects';
import { statusFault } from './status-fault';
import { startTransfer } from './transfer';
import { USER_AGENT } from './user-agent';

const FIRST_BYTE_MS = 30_000;
const WANTED = new Set([200, 206, 416]);

export interface StreamOptions {
  accept: string;
  /** The Range header (RFC 9110, 14.2). */
  range: string | null;
  /** What the reader typed: only from a private address itself may a way lead to one. */
  typed: string;
  route: Route | undefined;
  signal: AbortSignal;
}

/**
 * Opens one resource over http(s) without a limit of its size or of the time that it takes to read: whoever cancels the
 * body, or aborts the signal, ends it. Nothing of the reader's goes along, no login and no headers. The status is 200, 206
 * or 416; all else is thrown as a Fault.
 */
export async function openStream(fetch: Fetch, url: string, options: StreamOptions): Promise<Response> {
  const { accept, range, route, typed, signal } = options;
  const start = new URL(webAddress(url));
  start.username = '';
  start.password = '';
  const began = performance.now();
  let at = start;
  const transfer = startTransfer(start.host, { firstByteMs: FIRST_BYTE_MS, wholeMs: null, signal });
  const ask = (hop: Hop): Promise<Response> => {
    at = hop.url;
    // Packed, a part of it would be the part of something else.
    const plain = { 'user-agent': USER_AGENT, accept, 'accept-language': '*', 'accept-encoding': 'identity' };
    return fetch(printable(at.href), {
      headers: { ...plain, ...(range === null ? {} : { range }) },
      signal: transfer.signal,
      route,
      mayBePrivate: isPrivateHost(at.hostname),
    });
  };
  try {
    const home = new URL(webAddress(typed));
    const { response } = await transfer.firstByte(start.host, () => followRedirects(home, start, ask));
    if (!WANTED.has(response.status)) {
      await response.body?.cancel();
      throw statusFault(response, at, false);
    }
    return response;
  } catch (thrown) {
    const reason: unknown = transfer.signal.aborted ? transfer.signal.reason : thrown;
    throw networkFault(reason, at, { ms: performance.now() - began, isAnswered: false });
  }
}
