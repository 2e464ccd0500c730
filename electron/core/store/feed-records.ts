import { fold } from '../../contract/fold';
import type { Core, FeedRecord } from './core-data';

/** How often the feeds of a core were looked through, and by identifier once that has become dear. */
interface Lookups {
  count: number;
  byId: Map<string, FeedRecord> | null;
}

const CHEAP_LOOKUPS = 8;
const lookups = new WeakMap<Core, Lookups>();

/** The record of a feed, of a removed one too. */
export function feedRecord(core: Core, id: string): FeedRecord | undefined {
  const known = lookups.get(core) ?? { count: 0, byId: null };
  if (known.count === 0) lookups.set(core, known);
  // During a refresh there is a new core with every feed, hardly ever asked twice; a list asks the same one for ever.
  if (++known.count <= CHEAP_LOOKUPS) return core.feeds.find((feed) => feed.id === id);
  known.byId ??= new Map(core.feeds.map((feed) => [feed.id, feed]));
  return known.byId.get(id);
}

/** The feeds that the reader follows, in the reader's order. */
export const followed = ({ feeds }: Core): FeedRecord[] => feeds.filter(({ removed }) => removed === null);

/** The feeds that the reader removed: of these only the bookmarked articles are shown. */
export const removedFeeds = ({ feeds }: Core): Set<string> =>
  new Set(feeds.filter(({ removed }) => removed !== null).map(({ id }) => id));

/** The same core with every feed's record given anew. */
export const withFeeds = (core: Core, change: (feed: FeedRecord) => FeedRecord): Core => ({
  ...core,
  feeds: core.feeds.map(change),
});

/** The same core with one feed's record changed, from what it is now. */
export function withFeed(core: Core, id: string, change: (feed: FeedRecord) => Partial<FeedRecord>): Core {
  const at = core.feeds.findIndex((feed) => feed.id === id);
  const feed = core.feeds[at];
  return feed ? { ...core, feeds: core.feeds.with(at, { ...feed, ...change(feed) }) } : core;
}

/** The reader's own title, else the publisher's, else the host. */
export const titleOf = ({ ownTitle, title, address }: FeedRecord): string => ownTitle ?? title ?? new URL(address).host;

/** The folder with all that are in it, however deep. */
function foldersFrom({ folders }: Core, folderId: string): Set<string> {
  const within = new Set([folderId]);
  let size = 0;
  while (within.size > size) {
    size = within.size;
    for (const { id, parentId } of folders) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  return within;
}

/** The feeds in a folder and in all that are in it. */
export function feedsIn(core: Core, folderId: string): Set<string> {
  const folders = foldersFrom(core, folderId);
  const inside = core.feeds.filter((feed) => feed.folderId !== null && folders.has(feed.folderId));
  return new Set(inside.map(({ id }) => id));
}

/** The feeds whose title has this name in it, in any spelling. */
export const feedsNamed = (core: Core, name: string): ReadonlySet<string> => {
  const sought = fold(name);
  return new Set(core.feeds.filter((feed) => fold(titleOf(feed)).includes(sought)).map(({ id }) => id));
};

/** The feeds in all folders whose name has this in it, and in the folders within them. */
export const feedsInNamed = (core: Core, name: string): ReadonlySet<string> => {
  const sought = fold(name);
  const folders = core.folders.filter((folder) => fold(folder.name).includes(sought));
  return new Set(folders.flatMap(({ id }) => [...feedsIn(core, id)]));
};
