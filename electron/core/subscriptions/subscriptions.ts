import { Fault } from '../../contract/failures';
import type { Undoing } from '../reading/undo-list';
import type { Core, FeedRecord } from '../store/core-data';
import { feedRecord, titleOf, withFeed, withFeeds } from '../store/feed-records';
import type { Store } from '../store/store';
import { feedAt, freeId, type NewFeed, startFeed, withSubscription } from './feed-record';

/** The followed feed of this name. Throws the Fault 'unknown-feed'. */
export function followedFeed(core: Core, id: string): FeedRecord {
  const feed = feedRecord(core, id);
  if (!feed || feed.removed !== null) throw new Fault('unknown-feed', { id });
  return feed;
}

/** Throws the Fault 'unknown-folder' unless it is null or a folder's. */
export function checkFolder({ folders }: Core, folderId: string | null): void {
  if (folderId !== null && !folders.some(({ id }) => id === folderId))
    throw new Fault('unknown-folder', { id: folderId });
}

/** Throws the Fault 'already-subscribed' when a followed feed has this address. */
export function checkNew(core: Core, address: string): void {
  const feed = feedAt(core, address);
  if (feed && feed.removed === null) throw new Fault('already-subscribed', { title: titleOf(feed) });
}

/** Follows a feed. Throws Fault 'already-subscribed' or 'unknown-folder'. */
export async function subscribe({ core }: Store, feed: NewFeed, now: number): Promise<FeedRecord> {
  checkFolder(core.data, feed.folderId);
  checkNew(core.data, feed.address);
  const earlier = feedAt(core.data, feed.address);
  const id = earlier?.id ?? freeId(feed.address, (taken) => feedRecord(core.data, taken) !== undefined);
  const record = startFeed(earlier, feed, now, id);
  await core.change((data) => withSubscription(data, record));
  return record;
}

/** Gives a feed the reader's own title (empty for the publisher's) and folder. Throws Fault 'unknown-feed' or 'unknown-folder'. */
export async function editFeed(
  { core }: Store,
  { id, title, folderId }: { id: string; title: string; folderId: string | null },
): Promise<void> {
  followedFeed(core.data, id);
  checkFolder(core.data, folderId);
  await core.change((data) => withFeed(data, id, () => ({ ownTitle: title || null, folderId })));
}

/**
 * Hides feeds at once; they are deleted when the library is next opened, all but their bookmarked articles. Throws the
 * Fault 'unknown-feed' before anything is changed.
 */
export async function removeFeeds({ core }: Store, ids: readonly string[], now: number): Promise<Undoing> {
  const gone = new Set(ids.map((id) => followedFeed(core.data, id).id));
  const setRemoved = async (removed: number | null): Promise<number> => {
    await core.change((data) => withFeeds(data, (feed) => (gone.has(feed.id) ? { ...feed, removed } : feed)));
    return gone.size;
  };
  return { changed: await setRemoved(now), takeBack: () => setRemoved(null) };
}
