import { type Result, toFailure } from '../../contract/failures';
import type { Fetch, Route } from './fetch';
import { networkFault } from './network-fault';
import { isPrivateHost } from './private-host';
import { startTransfer } from './transfer';
import { USER_AGENT } from './user-agent';

/** Kept by IANA for examples (RFC 2606), and so nobody's site in particular. */
const SOMEWHERE = 'https://example.com/';
const PATIENCE_MS = 20_000;

/**
 * Whether a route leads to the network, for a button “Test” in the settings: the milliseconds to the first answer of any
 * kind, or the Fault's failure. Undefined is the system's way.
 */
export async function testRoute(
  fetch: Fetch,
  route: Route | undefined,
  address = SOMEWHERE,
): Promise<Result<{ ms: number }>> {
  const url = new URL(address);
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  const transfer = startTransfer(url.host, { firstByteMs: PATIENCE_MS, wholeMs: PATIENCE_MS, signal: undefined });
  try {
    const headers = { 'user-agent': USER_AGENT };
    const mayBePrivate = isPrivateHost(url.hostname);
    await fetch(url.href, { headers, signal: transfer.signal, route, mayBePrivate, method: 'HEAD' });
    return { ok: true, value: { ms: elapsed() } };
  } catch (thrown) {
    const reason: unknown = transfer.signal.aborted ? transfer.signal.reason : thrown;
    return { ok: false, failure: toFailure(networkFault(reason, url, { ms: elapsed(), isAnswered: false })) };
  } finally {
    transfer.end();
  }
}
