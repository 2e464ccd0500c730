import * as v from 'valibot';
import { OFFLINE_LEVELS } from '../../contract/model';
import { TripPlan } from '../../contract/trips';
import { NO_BYTES, type Shape } from './safe-json-file';

const PackedArticle = v.object({
  id: v.string(),
  is: v.picklist(['waiting', 'ready', 'failed']),
  level: v.picklist(OFFLINE_LEVELS),
  bytes: v.number(),
  pictures: v.number(),
  /** Why it is not as it was wanted. */
  failure: v.nullable(v.object({ code: v.string(), detail: v.record(v.string(), v.union([v.string(), v.number()])) })),
});
/** An article of a trip, and what became of it. */
export type PackedArticle = v.InferOutput<typeof PackedArticle>;

const TripRecord = v.object({
  id: v.string(),
  name: v.string(),
  plan: TripPlan,
  made: v.number(),
  phase: v.picklist(['packing', 'paused', 'packed']),
  verified: v.nullable(v.number()),
  /** How long it was packed. */
  ms: v.number(),
  /** In the order in which they are packed. */
  articles: v.array(PackedArticle),
});
export type TripRecord = v.InferOutput<typeof TripRecord>;

const Trips = v.object({
  /** The latest first. */
  trips: v.array(TripRecord),
  /** How fast the last packing was, in bytes a second. */
  speed: v.nullable(v.number()),
});
export type Trips = v.InferOutput<typeof Trips>;

export const NO_TRIPS: Trips = { trips: [], speed: null };

/** trips.json: what a crash loses of it is what became of the last few articles, and that is found out again. */
export const tripsShape: Shape<Trips> = {
  version: 1,
  keepsPrevious: true,
  encode: (trips) => ({ value: trips, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Trips, value),
};

export const tripRecord = ({ trips }: Trips, id: string): TripRecord | undefined =>
  trips.find((trip) => trip.id === id);

/** The trips with one of them changed; one that is not there is passed over. */
export const withTrip = (data: Trips, id: string, change: (trip: TripRecord) => Partial<TripRecord>): Trips => ({
  ...data,
  trips: data.trips.map((trip) => (trip.id === id ? { ...trip, ...change(trip) } : trip)),
});

/** The articles of a trip; none of one that is not there. */
export const packedFor = (data: Trips, id: string): ReadonlySet<string> =>
  new Set(tripRecord(data, id)?.articles.map((article) => article.id));
