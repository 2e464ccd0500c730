import { digest } from '../articles/digest';
import { webAddress } from '../fetching/address';
import type { Core, FeedRecord } from '../store/core-data';
import { feedRecord, withFeed } from '../store/feed-records';
import type { Store } from '../store/store';
import { feedAt, startFeed, withSubscription } from '../subscriptions/feed-record';
import { importFeeds } from '../subscriptions/transfer';
import type { ArchivedFeed, ArchivedLibrary } from './archive-format';

/** No archive brings passwords along; an old one may have some in its addresses. */
const WITHOUT_LOGINS = { setLogin: async () => {} };

export interface TakenFeeds {
  /** How many are followed that were not. */
  started: number;
  /** The identifier of each feed here, by its identifier in the archive. */
  feeds: Map<string, string>;
}

/**
 * Follows the feeds of an archive that are not followed here, in their folders; of those that are nothing changes. An
 * empty library takes over the settings too.
 */
export async function takeFeeds(store: Store, { feeds, settings }: ArchivedLibrary, now: number): Promise<TakenFeeds> {
  const { core } = store;
  const isEmpty = core.data.feeds.length === 0;
  const fresh = feeds.filter((feed) => !feedHere(core.data, feed));
  const gone = feeds.filter((feed) => feed.followed && isRemoved(feedHere(core.data, feed)));
  const rows = fresh.filter(({ followed }) => followed);
  const { added } = await importFeeds(store, WITHOUT_LOGINS, rows, now);
  const sources = fresh.filter(({ followed }) => !followed).map((feed) => sourceOnly(feed, now));
  await core.change((data) => {
    const again = gone.map((feed) => feedHere(data, feed)?.id ?? '');
    const revived = again.reduce((next, id) => withFeed(next, id, () => ({ removed: null })), data);
    return sources.reduce(withSubscription, revived);
  });
  if (isEmpty && settings) await store.settings.change((own) => ({ ...own, ...settings }));
  const here = feeds.map(({ id, ...feed }) => [id, feedHere(core.data, { id, ...feed })?.id ?? ''] as const);
  return { started: added + gone.length, feeds: new Map(here) };
}

/** The feed as it is known here: by its address, else by that under which it was first followed. */
const feedHere = (core: Core, { id, address }: ArchivedFeed): FeedRecord | undefined =>
  feedAt(core, webAddress(address)) ?? feedRecord(core, digest(webAddress(address))) ?? feedRecord(core, id);

const isRemoved = (feed: FeedRecord | undefined): boolean => feed !== undefined && feed.removed !== null;

/** The record of a feed that nobody follows: its bookmarked articles need to come from somewhere. */
const sourceOnly = ({ address, title, site }: ArchivedFeed, now: number): FeedRecord => ({
  ...startFeed(undefined, { address: webAddress(address), title, ownTitle: null, site, folderId: null }, now),
  removed: now,
});
