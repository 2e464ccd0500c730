/** How a feed has been doing, how it is fetched, and what has happened lately. Times are milliseconds since 1970. */
import type { FeedHeaders, ProxySetting } from './fetching';
import type { FeedTrouble, OfflineLevel } from './model';
import type { RefreshChoice } from './settings';

/** What decides when a feed is asked next. */
export type ScheduleReason =
  /** It was never asked. */
  | 'new'
  /** The reader's interval, for all feeds or this one. */
  | 'reader'
  /** How often it brings something. */
  | 'rhythm'
  /** The publisher says how long it stays the same (ttl, sy:*, Cache-Control, skipHours, skipDays). */
  | 'publisher'
  /** It failed, and is left alone for a while that grows. */
  | 'failing'
  /** Its host asked to be left alone (429, Retry-After). */
  | 'host'
  /** Only by hand. */
  | 'by-hand'
  /** The publisher said that it is over (410). */
  | 'ended';

/** `at` is null when nothing comes by itself. */
export interface NextTry {
  at: number | null;
  because: ScheduleReason;
}

/** Whether a password outlives this session: only in the system's keyring; without one it is asked for again. */
export type PasswordKept = 'keyring' | 'session';

/** How one feed is fetched. Null is as for all feeds. */
export interface FeedFetching {
  minutes: RefreshChoice | null;
  /** How much of its articles is kept. */
  keep: OfflineLevel | null;
  proxy: ProxySetting | null;
  /** Kept like a password, since they may be one. */
  headers: FeedHeaders;
  /** Of HTTP basic auth; null where the feed wants none. */
  username: string | null;
  /** Null where there is none. */
  password: PasswordKept | null;
  proxyPassword: PasswordKept | null;
}

export interface FeedHealth {
  id: string;
  title: string;
  address: string;
  lastTry: number | null;
  lastSuccess: number | null;
  /** When it last brought something. */
  lastChange: number | null;
  next: NextTry;
  trouble: FeedTrouble | null;
  fetching: FeedFetching;
}

/** What happened. `refreshed` is a whole round of several feeds, the others are of one feed. */
export const ACTIVITY_KINDS = ['refreshed', 'news', 'failed', 'works-again', 'moved', 'ended'] as const;

export interface Activity {
  at: number;
  kind: (typeof ACTIVITY_KINDS)[number];
  feedId: string | null;
  /** The feed's title at that time; null for a round. */
  title: string | null;
  /** Feeds asked: 1 for all but a round. */
  feeds: number;
  failed: number;
  newArticles: number;
  changedArticles: number;
  bytes: number;
  ms: number;
  /** Of a failure; `moved` has the new address in `detail.url`. */
  failure: { code: string; message: string; detail: Record<string, string | number> } | null;
}
