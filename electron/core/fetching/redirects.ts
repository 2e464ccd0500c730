import { Fault } from '../../contract/failures';
import { isWeb, printable } from './address';

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

export interface Arrival {
  response: Response;
  url: URL;
  /** Where the resource now lives for good: the end of the unbroken run of 301 and 308 that the way began with. */
  movedTo: string | null;
}

/**
 * Asks hop by hop until an answer is no redirect (RFC 9110, 15.4). Each target must be http(s), unseen, and within
 * {@link MOST_REDIRECTS}; credentials go along only to the same host, and never from https down to http.
 */
export async function followRedirects(start: URL, ask: (url: URL) => Promise<Response>): Promise<Arrival> {
  const seen = new Set([start.href]);
  let url = start;
  let forGood = true;
  let movedTo: string | null = null;
  for (;;) {
    const response = await ask(url);
    const target = redirectTarget(response, url);
    if (!target) return { response, url, movedTo };
    await response.body?.cancel();
    if (seen.has(target.href) || seen.size > MOST_REDIRECTS) {
      throw new Fault('too-many-redirects', { url: printable(start.href), most: MOST_REDIRECTS });
    }
    seen.add(target.href);
    forGood &&= PERMANENT.has(response.status);
    if (forGood) movedTo = target.href;
    url = target;
  }
}

/** Where a redirect leads, null for any other answer. Throws the Fault `not-an-address` unless it leads to the web. */
function redirectTarget(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || location === null) return null;
  const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (!target || !isWeb(target)) throw new Fault('not-an-address', { address: printable(location).slice(0, 200) });
  const keepsSecret = target.host === from.host && (target.protocol === 'https:' || from.protocol === 'http:');
  target.username = keepsSecret ? from.username : '';
  target.password = keepsSecret ? from.password : '';
  target.hash = '';
  return target;
}
