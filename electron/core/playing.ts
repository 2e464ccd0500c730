import { Fault } from '../contract/failures';
import type { Enclosure } from '../contract/model';
import { playersIn } from './extracting/players';
import type { Fetch, Route } from './fetching/fetch';
import { openStream } from './fetching/stream';

/** What of an article can be played, without where the reader stopped. */
export interface Found {
  kind: 'audio' | 'video';
  url: string;
  /** What the feed says that it is. */
  type: string | null;
}

const MOST = 100;
const BY_NAME: [Found['kind'], RegExp][] = [
  ['audio', /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac)$/i],
  ['video', /\.(?:mp4|m4v|webm|ogv|mov)$/i],
];
/** A server that does not know what it has says so by these; then the feed's word counts. */
const UNKNOWN = /^(?:application\/octet-stream|binary\/octet-stream)?$/;
const PLAYABLE = /^(?:audio|video)\/[\w.+-]+$/;

/** What plays in an article: its enclosures, then the players in its text, each address once. */
export function playablesOf({ enclosures, html }: { enclosures: readonly Enclosure[]; html: string }): Found[] {
  const attached = enclosures.flatMap(({ url, type }): Found[] => {
    const kind = kindOf(url, type);
    return kind && /^https?:/i.test(url) ? [{ kind, url, type: mediaType(type) || null }] : [];
  });
  const inText = playersIn(html).map((player) => ({ ...player, type: null }));
  const byUrl = new Map([...attached, ...inText].reverse().map((found) => [found.url, found]));
  return [...byUrl.values()].reverse().slice(0, MOST);
}

function kindOf(url: string, type: string | null): Found['kind'] | null {
  const said = mediaType(type);
  if (PLAYABLE.test(said)) return said.startsWith('audio/') ? 'audio' : 'video';
  if (!UNKNOWN.test(said) || !URL.canParse(url)) return null;
  return BY_NAME.find(([, name]) => name.test(new URL(url).pathname))?.[0] ?? null;
}

const mediaType = (type: string | null): string => (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

export interface Playing {
  fetch: Fetch;
  route: Route | undefined;
  /** The feed's own address: only where it is private itself may what it plays be. */
  feed: string;
  /** The Range header of the player (RFC 9110, 14.2). */
  range: string | null;
  signal: AbortSignal;
}

/** Only these of its headers reach the player. */
const PASSED = ['content-length', 'content-range', 'accept-ranges'];

/**
 * Opens what is played as a stream, of any length, read no faster than it is played. The answer has the status 200, 206 or
 * 416. Throws the Fault 'not-playable' for what is neither audio nor video, and those of the network.
 */
export async function play(
  { url, kind, type }: Found,
  { fetch, route, feed, range, signal }: Playing,
): Promise<Response> {
  const answer = await openStream(fetch, url, { accept: `${kind}/*`, range, typed: feed, route, signal });
  const said = mediaType(answer.headers.get('content-type'));
  const served = UNKNOWN.test(said) ? (type ?? `${kind}/${kind === 'audio' ? 'mpeg' : 'mp4'}`) : said;
  if (answer.status !== 416 && !PLAYABLE.test(served) && served !== 'application/ogg') {
    await answer.body?.cancel();
    throw new Fault('not-playable', { host: new URL(url).host, type: served.slice(0, 100) });
  }
  const headers = new Headers({
    'content-type': served,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  for (const name of PASSED) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
