import type { Failure } from '../../contract/failures';
import type { FeedRecord } from '../store/core-data';
import { hostOf } from './held-hosts';

const MINUTE_MS = 60_000;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 12 * 60 * MINUTE_MS;
const LONGEST_WISH_MS = 7 * 24 * 60 * MINUTE_MS;
const SPREAD = 0.2;

/** True when a feed is to be asked again, by the schedule. `minutes` is the reader's interval, 0 for by hand only. */
export function isDue({ lastTry, trouble, ended }: FeedRecord, minutes: number, now: number): boolean {
  if (minutes === 0 || ended) return false;
  if (trouble) return trouble.nextTry !== null && now >= trouble.nextTry;
  // A clock that was set back must not keep a feed waiting for the future.
  return lastTry === null || lastTry > now || now - lastTry >= minutes * MINUTE_MS;
}

/**
 * What becomes of a feed that failed: since when, and when it is asked again, after 5 minutes and twice as long each
 * time up to 12 hours, or as long as the server wishes. `random` between 0 and 1 spreads feeds that failed together.
 */
export function afterFailure(feed: FeedRecord, failure: Failure, now: number, random: number): Partial<FeedRecord> {
  const { code, message, detail } = failure;
  const ended = code === 'gone';
  const tries = (feed.trouble?.tries ?? 0) + 1;
  const wish = wishedPause(failure);
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS) * (1 - SPREAD / 2 + SPREAD * random);
  const nextTry = ended ? null : Math.round(now + (wish ?? pause));
  return { lastTry: now, ended, trouble: { code, message, detail, since: feed.trouble?.since ?? now, nextTry, tries } };
}

/** How long a server asks to be left alone, in milliseconds; null when it does not. */
export function wishedPause({ detail }: Failure): number | null {
  const { retryAfterMs } = detail;
  return typeof retryAfterMs === 'number' ? Math.min(retryAfterMs, LONGEST_WISH_MS) : null;
}

/** The feeds that answered last, each of another host. */
export function healthiest(feeds: readonly FeedRecord[], most: number): FeedRecord[] {
  const byHost = new Map<string, FeedRecord>();
  const answeredFirst = feeds.filter(({ ended }) => !ended).sort((a, b) => (a.lastSuccess ?? 0) - (b.lastSuccess ?? 0));
  for (const feed of answeredFirst) byHost.set(hostOf(feed), feed);
  return [...byHost.values()].sort((a, b) => (b.lastSuccess ?? 0) - (a.lastSuccess ?? 0)).slice(0, most);
}
