import type { Failure } from '../../contract/failures';
import type { ArticlePicture, PictureState } from '../../contract/reading';
import { isNetworkFailure } from '../fetching/network-fault';
import type { KeptPicture, MissedPicture, PicturePart } from '../store/pictures/picture-part';

/** What became of an address: here, not to be had, or (null) there to count readers. */
export type Got = { kept: KeptPicture } | { failure: Failure } | null;

/** The code of what is no failure: a picture that nobody is to see. */
const SPECK = 'speck';
/** The code of a picture that went because the room for pictures is full. */
export const LET_GO = 'pictures-full';

/** After these there is no hope that the same address has a picture tomorrow. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'not-found',
  'gone',
  'forbidden',
  'blocked-by-law',
  'password-needed',
  'password-wrong',
  'not-a-picture',
  'picture-too-large',
  'private-address',
  'blocked-port',
  'bad-redirect',
  'too-many-redirects',
  'unexpected-status',
  'not-an-address',
  'no-article',
  'page-too-large',
]);
const HOUR_MS = 3_600_000;
/** How long a picture is left alone after each failure; then it is given up. */
const PAUSES_MS = [HOUR_MS / 4, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS, 72 * HOUR_MS];

/** Whether an address is to be asked for now. After the network was away, what it was to blame for is asked for at once. */
export function isAwaited(part: PicturePart, address: string, now: number, isBack = false): boolean {
  if (part.kept.has(address)) return false;
  const missed = part.missed.get(address);
  return !missed || isDue(missed, now, isBack);
}

/** Whether what could not be had is to be asked for again now. */
export function isDue({ code, next }: MissedPicture, now: number, isBack: boolean): boolean {
  if (next === null) return false;
  return next <= now || (isBack && isUnreached(code));
}

/** True where it may be the network that is gone, and not the picture. */
export const isUnreached = (code: string): boolean => isNetworkFailure(code as Failure['code']) && !FOR_GOOD.has(code);

/** The part with what became of some addresses in it. */
export function withGot(part: PicturePart, got: ReadonlyMap<string, Got>, now: number): PicturePart {
  const kept = new Map(part.kept);
  const missed = new Map(part.missed);
  for (const [address, what] of got) {
    if (what === null) missed.set(address, { code: SPECK, tries: 0, next: null });
    else if ('kept' in what) {
      kept.set(address, what.kept);
      missed.delete(address);
    } else missed.set(address, missedBy(what.failure, missed.get(address), now));
  }
  return { ...part, kept, missed };
}

/** What is noted of a failure; `before` is what was noted of the one before it. */
export function missedBy({ code }: Failure, before: MissedPicture | undefined, now: number): MissedPicture {
  const tries = (before?.tries ?? 0) + 1;
  const pause = FOR_GOOD.has(code) ? undefined : PAUSES_MS[tries - 1];
  return { code, tries, next: pause === undefined ? null : now + pause };
}

/** When the next of these addresses is to be asked for again; null when none is. */
export function nextOf(part: PicturePart, addresses: readonly string[]): number | null {
  const times = addresses.flatMap((address) => part.missed.get(address)?.next ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Whether all pictures of an article that can be had are here. One that is given up is waited for in vain. */
export const areAllHere = (part: PicturePart, addresses: readonly string[]): boolean =>
  addresses.every((address) => {
    const missed = part.missed.get(address);
    return part.kept.has(address) || (missed !== undefined && missed.next === null && missed.code !== LET_GO);
  });

/** A picture as the window hears of it. `comes` is true while pictures of this feed are fetched by themselves. */
export function pictureAt(part: PicturePart, url: string, comes: boolean): ArticlePicture {
  const kept = part.kept.get(url);
  if (kept) return { url, state: 'kept', name: kept.name, width: kept.width, height: kept.height };
  const missed = part.missed.get(url);
  const state: PictureState =
    missed?.code === SPECK ? 'dropped' : comes && (!missed || missed.next !== null) ? 'waiting' : 'missing';
  return { url, state, name: null, width: null, height: null };
}
