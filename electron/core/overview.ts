import type { NetworkState, Overview, Recovery, RefreshState } from '../contract/model';
import type { LibraryCounts } from './reading/library-counts';
import { regionSummaries, tagSummaries } from './reading/tallies';
import type { Core } from './store/core-data';
import { followed } from './store/feed-records';
import { feedSummary } from './subscriptions/feed-summary';

/** More tags than anyone looks through; the reader's own are always among them. */
const MOST_TAGS = 2_000;

/** Everything that the window shows around the list. */
export function overview(
  core: Core,
  { all, ofFeed }: LibraryCounts,
  network: NetworkState,
  refresh: RefreshState,
  { recovered, readOnly }: { recovered: readonly Recovery[]; readOnly: boolean },
): Overview {
  const { articles, unread, today, bookmarked } = all;
  return {
    feeds: followed(core).map((feed) => feedSummary(feed, ofFeed(feed.id))),
    folders: core.folders,
    tags: tagSummaries(all.tags, MOST_TAGS),
    regions: regionSummaries(all.regions),
    counts: { articles, unread, today, bookmarked },
    network,
    refresh,
    lastRefresh: core.lastRefresh,
    recovered: [...recovered],
    readOnly,
  };
}
