import { Fault } from '../../contract/failures';
import { isWeb, mayHearSame, printable } from './address';
import { isBlockedPort } from './blocked-ports';
import { isPrivateHost } from './private-host';

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** One place on the way. */
export interface Hop {
  url: URL;
  /** True until the way first left the host and port that it began at, or their https: the reader's secrets go as far. */
  isHome: boolean;
}

export interface Arrival extends Hop {
  response: Response;
  /** Where the resource now lives for good: the end of the unbroken run of 301 and 308 that the way began with. */
  movedTo: string | null;
}

/**
 * Asks hop by hop until an answer is no redirect (RFC 9110, 15.4). Each target must be http(s), unseen, within
 * {@link MOST_REDIRECTS} and one that {@link checkWay} lets through from the one before, the first from what the reader
 * typed; credentials go along only while the way is at home.
 */
export async function followRedirects(typed: URL, start: URL, ask: (hop: Hop) => Promise<Response>): Promise<Arrival> {
  checkWay(typed, start);
  const seen = new Set([start.href]);
  let hop: Hop = { url: start, isHome: true };
  let forGood = true;
  let movedTo: string | null = null;
  for (;;) {
    const response = await ask(hop);
    const next = redirected(response, hop);
    if (!next) return { response, ...hop, movedTo };
    await response.body?.cancel();
    if (seen.has(next.url.href) || seen.size > MOST_REDIRECTS) {
      throw new Fault('too-many-redirects', { url: printable(start.href), most: MOST_REDIRECTS });
    }
    checkWay(hop.url, next.url);
    seen.add(next.url.href);
    forGood &&= PERMANENT.has(response.status);
    if (forGood) movedTo = next.url.href;
    hop = next;
  }
}

/**
 * A host inside the reader's own computer or network is reached only from itself: what was typed may stay there, and
 * nothing leads in from outside. Throws the Faults `private-address` and `blocked-port`.
 */
function checkWay(from: URL, to: URL): void {
  if (isPrivateHost(to.hostname) && to.hostname !== from.hostname) {
    throw new Fault('private-address', { url: printable(from.href), host: from.host, address: to.host });
  }
  if (isBlockedPort(to)) throw new Fault('blocked-port', { url: printable(to.href), host: to.hostname, port: to.port });
}

/** Where a redirect leads, null for any other answer. Throws the Fault `bad-redirect` unless it leads to the web. */
function redirected(response: Response, { url: from, isHome: wasHome }: Hop): Hop | null {
  const header = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || header === null) return null;
  // Some servers send the raw UTF-8 of a name that should be escaped; a header holds it byte by byte.
  const location = Buffer.from(header, 'latin1').toString('utf8');
  const url = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (!url || !isWeb(url)) {
    const address = printable(location).slice(0, 200);
    throw new Fault('bad-redirect', { url: printable(from.href), host: from.host, address });
  }
  const isHome = wasHome && mayHearSame(from, url);
  url.username = isHome ? from.username : '';
  url.password = isHome ? from.password : '';
  url.hash = '';
  return { url, isHome };
}
