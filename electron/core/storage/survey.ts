import type { FeedStorage, Removable } from '../../contract/model';
import { sharesOf } from '../articles/article-size';
import { type Expiring, Expiry, type RetentionRules } from '../articles/retention';
import type { FeedRecord } from '../store/core-data';
import { diskUsage } from '../store/disk-usage';
import { titleOf } from '../store/feed-records';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import type { HeaderView } from '../store/stored-header';

export interface Survey {
  /** Bytes by kind of file. */
  kinds: Record<string, number>;
  /** The largest first. */
  feeds: FeedStorage[];
  expiring: Expiring[];
}

/** Looks through the whole library: what it takes on disk, and what goes by these rules. */
export async function survey({ folder, core, headers }: Store, rules: RetentionRules): Promise<Survey> {
  const usage = await diskUsage(folder);
  const expiry = new Expiry(rules);
  const slices = new Slices();
  const feeds: FeedStorage[] = [];
  for (const feed of core.data.feeds) {
    if (slices.isLong) await slices.next();
    const rows = [...headers.viewsOf(feed.id)];
    const bytes = usage.feeds.get(feed.id) ?? 0;
    // An unsubscribed feed waits for an undo; the store deletes it itself, all but its bookmarks.
    if (feed.removed === null) expiry.look({ rows, carries: feed.carries, sizeOf: sharesOf(rows, bytes) });
    feeds.push(feedStorage(feed, rows, bytes));
  }
  const expiring = expiry.expired();
  const going = goingByFeed(expiring);
  return {
    kinds: usage.kinds,
    feeds: feeds
      .filter(({ followed, articles }) => followed || articles > 0)
      .map((feed) => ({ ...feed, removable: going.get(feed.id) ?? feed.removable }))
      .sort((a, b) => b.bytes - a.bytes),
    expiring,
  };
}

/** Counts what is shown: of a feed that is no longer followed, its bookmarks. */
function feedStorage(feed: FeedRecord, rows: readonly HeaderView[], bytes: number): FeedStorage {
  const followed = feed.removed === null;
  const shown = followed ? rows : rows.filter(({ bookmarked }) => bookmarked);
  const count = (is: (row: HeaderView) => boolean): number => shown.reduce((sum, row) => sum + (is(row) ? 1 : 0), 0);
  return {
    id: feed.id,
    title: titleOf(feed),
    followed,
    articles: shown.length,
    unread: count(({ read }) => !read),
    bookmarked: count(({ bookmarked }) => bookmarked),
    bytes,
    removable: { articles: 0, bytes: 0 },
  };
}

function goingByFeed(expiring: readonly Expiring[]): Map<string, Removable> {
  const going = new Map<string, Removable>();
  for (const { feedId, bytes } of expiring) {
    const before = going.get(feedId) ?? { articles: 0, bytes: 0 };
    going.set(feedId, { articles: before.articles + 1, bytes: before.bytes + bytes });
  }
  return going;
}
