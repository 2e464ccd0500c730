import * as v from 'valibot';
import { ProxySetting } from '../../contract/fetching';
import { Id } from '../../contract/model';
import { KeepChoice, RefreshChoice } from '../../contract/settings';
import { NO_BYTES, type Shape } from './safe-json-file';

const Text = v.nullable(v.string());
const Time = v.nullable(v.number());

const Trouble = v.object({
  code: v.string(),
  message: v.string(),
  detail: v.record(v.string(), v.union([v.string(), v.number()])),
  since: v.number(),
  nextTry: Time,
  /** How often in a row it failed: the measure of the next pause. */
  tries: v.number(),
});

const Rhythm = v.object({
  ttlMinutes: v.nullable(v.number()),
  everyMinutes: v.nullable(v.number()),
  skipHours: v.array(v.number()),
  skipDays: v.array(v.number()),
});

const Icon = v.object({
  /** Of the kept picture; null where the site has none that can be shown. */
  name: v.nullable(v.string()),
  /** When it is asked for again. */
  next: v.number(),
});

/** A feed and the reader's subscription to it. Times are milliseconds since 1970. */
const FeedRecord = v.object({
  id: Id,
  address: v.string(),
  /** The publisher's. */
  title: Text,
  /** The reader's. */
  ownTitle: Text,
  site: Text,
  language: Text,
  folderId: v.nullable(Id),
  added: v.number(),
  etag: Text,
  lastModified: Text,
  /** Of the bytes that came last. */
  hash: Text,
  /** A permanent redirect that was seen once; the second time it becomes the address. */
  movingTo: Text,
  lastTry: Time,
  lastSuccess: Time,
  lastChange: Time,
  trouble: v.nullable(Trouble),
  /** The publisher said that it is over (410): asked again by hand only. */
  ended: v.boolean(),
  /** When the reader unsubscribed: hidden at once, deleted when the library is next opened. */
  removed: Time,
  /** How many articles the publisher showed the last time; null while that is not known. */
  carries: v.optional(v.nullable(v.number()), null),
  /** What the publisher says of when to ask. */
  rhythm: v.optional(v.nullable(Rhythm), null),
  /** Until when the answer that came last says that nothing changes. */
  freshUntil: v.optional(Time, null),
  /** The usual time between two articles; null while that is not known. */
  gap: v.optional(v.nullable(v.number()), null),
  /** Between 0 and 1, another one after each try: moves the next within its interval. */
  spread: v.optional(v.number(), 0.5),
  /** The reader's own interval and proxy for this feed; null is as for all. */
  minutes: v.optional(v.nullable(RefreshChoice), null),
  proxy: v.optional(v.nullable(ProxySetting), null),
  /** How much of its articles is kept; null is as for all. */
  keep: v.optional(v.nullable(KeepChoice), null),
  /** Null while it was never asked for. */
  icon: v.optional(v.nullable(Icon), null),
  /** How many index files there are; one that is missing is damage. */
  shards: v.number(),
});
export type FeedRecord = v.InferOutput<typeof FeedRecord>;

const Core = v.object({
  /** In the reader's order. */
  feeds: v.array(FeedRecord),
  folders: v.array(v.object({ id: Id, name: v.string(), parentId: v.nullable(Id) })),
  /** Hosts that asked to be left alone, and until when. */
  hosts: v.array(v.tuple([v.string(), v.number()])),
  lastRefresh: Time,
  offlineSince: Time,
  /** The first clean-up by itself is after a refresh from then on; null until a limit is set. */
  nextCleanUp: v.optional(Time, null),
});

/** What core.json holds: everything of the library that is not an article. */
export type Core = v.InferOutput<typeof Core>;

export const EMPTY_CORE: Core = {
  feeds: [],
  folders: [],
  hosts: [],
  lastRefresh: null,
  offlineSince: null,
  nextCleanUp: null,
};

/** The version of core.json stands for the library: it grows with that of any kind of file in it. */
export const LIBRARY_VERSION = 2;

export const coreShape: Shape<Core> = {
  version: LIBRARY_VERSION,
  keepsPrevious: true,
  encode: (core) => ({ value: core, bytes: NO_BYTES }),
  decode: ({ value }) => v.parse(Core, value),
  migrations: [(content) => content],
};
