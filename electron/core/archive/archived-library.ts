import * as v from 'valibot';
import type { FeedRecord } from '../store/core-data';
import { titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import { folderPath } from '../subscriptions/folders';
import { type ArchivedFeed, type ArchivedLibrary, ArchivedSettings } from './archive-format';

/** What goes into an archive. */
export interface Chosen {
  articles: ReadonlySet<string>;
  /** The whole library: also its settings, and feeds that have no articles yet. */
  isWhole: boolean;
}

/** The feeds of an archive, each with those of its articles that were chosen. */
export function chosenFeeds({ core, headers }: Store, { articles, isWhole }: Chosen): Map<FeedRecord, string[]> {
  const feeds = new Map<FeedRecord, string[]>();
  for (const feed of core.data.feeds) {
    const ids: string[] = [];
    for (const { id } of headers.ofFeed(feed.id)) if (articles.has(id)) ids.push(id);
    if (ids.length > 0 || (isWhole && feed.removed === null)) feeds.set(feed, ids);
  }
  return feeds;
}

/** What of the library is no article. */
export function archivedLibrary(
  { core, settings }: Store,
  { isWhole }: Chosen,
  feeds: readonly FeedRecord[],
): ArchivedLibrary {
  const archived = (feed: FeedRecord): ArchivedFeed => ({
    id: feed.id,
    address: feed.address,
    title: titleOf(feed),
    site: feed.site,
    folders: folderPath(core.data, feed.folderId),
    followed: feed.removed === null,
  });
  return { feeds: feeds.map(archived), settings: isWhole ? v.parse(ArchivedSettings, settings.data) : null };
}
