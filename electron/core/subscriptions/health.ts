import type { Failure } from '../../contract/failures';
import type { FeedRecord } from '../store/core-data';
import { hostOf } from './held-hosts';
import { spreadOut } from './schedule';

const MINUTE_MS = 60_000;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 12 * 60 * MINUTE_MS;
/** Longer than a day a server may only wish, else one wrong header would silence a feed for good. */
const LONGEST_WISH_MS = 24 * 60 * MINUTE_MS;

/**
 * What becomes of a feed that failed: since when, and when it is asked again, after 5 minutes and twice as long each
 * time up to 12 hours, or as long as the server wishes. `random` between 0 and 1 spreads feeds that failed together.
 */
export function afterFailure(feed: FeedRecord, failure: Failure, now: number, random: number): Partial<FeedRecord> {
  const { code, message, detail } = failure;
  const ended = code === 'gone';
  const tries = (feed.trouble?.tries ?? 0) + 1;
  const wish = wishedPause(failure);
  const pause = spreadOut(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS), random);
  const nextTry = ended ? null : Math.round(now + (wish ?? pause));
  return {
    lastTry: now,
    ended,
    spread: random,
    trouble: { code, message, detail, since: feed.trouble?.since ?? now, nextTry, tries },
  };
}

/** How long a server asks to be left alone, in milliseconds; null when it does not. */
function wishedPause({ detail }: Failure): number | null {
  const { retryAfterMs } = detail;
  return typeof retryAfterMs === 'number' ? Math.min(retryAfterMs, LONGEST_WISH_MS) : null;
}

/** How long the host that answered so is left alone, in milliseconds; null when it is not. */
export const holdFor = (failure: Failure): number | null =>
  wishedPause(failure) ?? (failure.code === 'too-many-requests' ? FIRST_PAUSE_MS : null);

/** The feeds that answered last, each of another host. */
export function healthiest(feeds: readonly FeedRecord[], most: number): FeedRecord[] {
  const byHost = new Map<string, FeedRecord>();
  const answeredFirst = feeds.filter(({ ended }) => !ended).sort((a, b) => (a.lastSuccess ?? 0) - (b.lastSuccess ?? 0));
  for (const feed of answeredFirst) byHost.set(hostOf(feed), feed);
  return [...byHost.values()].sort((a, b) => (b.lastSuccess ?? 0) - (a.lastSuccess ?? 0)).slice(0, most);
}
