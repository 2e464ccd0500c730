/** What is packed for a trip, and how that goes. Bytes are what it takes on this computer; times are milliseconds since 1970. */
import * as v from 'valibot';
import type { Failure } from './failures';
import { Filter, type OfflineLevel } from './model';

export const TripName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

const MOST_BYTES = 1_000_000_000_000;

/** What the reader wants to take along. */
export const TripPlan = v.strictObject({
  filter: Filter,
  /** The whole text, or text and pictures. */
  level: v.picklist(['text', 'full']),
  /** No more than this in all, the newest first; null for all that there is. */
  bytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_BYTES))),
  /** When the trip ends; null for whenever the reader says so. */
  until: v.nullable(v.number()),
});
export type TripPlan = v.InferOutput<typeof TripPlan>;

/** What a plan comes to, before anything is fetched. All but the counts of articles is estimated. */
export interface TripEstimate {
  articles: number;
  /** Of these, so many are here already. */
  here: number;
  toFetch: number;
  pictures: number;
  /** All of the trip, and of that what is to be fetched. */
  bytes: number;
  bytesToFetch: number;
  /** At the speed that was measured last; null when none was measured yet. */
  ms: number | null;
  words: number;
  /** Articles that pass the filter and have no room. */
  leftOut: number;
}

/** `partly` is packed, and some of it could not be had; `over` is past its end. */
export type TripState = 'packing' | 'paused' | 'ready' | 'partly' | 'over';

/** Why packing waits by itself: no network, or no room left for pictures. */
export type TripPause = 'offline' | 'full';

/** A trip as the sidebar shows it. */
export interface TripSummary {
  id: string;
  name: string;
  plan: TripPlan;
  state: TripState;
  /** Why a trip that is being packed stands still; null while it goes on. */
  waitsFor: TripPause | null;
  articles: number;
  ready: number;
  failed: number;
  pictures: number;
  bytes: number;
  made: number;
  /** When every file was last read back; null before. */
  verified: number | null;
  /** How long it was packed. */
  ms: number;
}

/** An article of a trip that could not be packed as it was wanted. */
export interface TripFailure {
  id: string;
  title: string;
  feedId: string;
  feedTitle: string;
  /** What of it is here all the same. */
  level: OfflineLevel;
  failure: Failure;
}

/** A trip with what became of it. */
export interface Trip extends TripSummary {
  failures: TripFailure[];
}
