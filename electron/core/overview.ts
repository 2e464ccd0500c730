import type { Overview } from '../contract/model';
import type { RefreshChoice } from '../contract/settings';
import type { LibraryCounts } from './reading/library-counts';
import { regionSummaries, tagSummaries } from './reading/tallies';
import type { Core } from './store/core-data';
import { followed } from './store/feed-records';
import { feedSummary } from './subscriptions/feed-summary';

/** More tags than anyone looks through; the reader's own are always among them. */
const MOST_TAGS = 2_000;

/** What the overview shows besides feeds and counts, and what it needs to tell when feeds are asked next. */
type Around = Pick<Overview, 'network' | 'refresh' | 'keeping' | 'recovered' | 'readOnly'> & {
  choice: RefreshChoice;
  now: number;
};

/** Everything that the window shows around the list. */
export function overview(core: Core, { all, ofFeed }: LibraryCounts, { choice, now, ...state }: Around): Overview {
  const { articles, unread, today, bookmarked, offline } = all;
  return {
    feeds: followed(core).map((feed) => feedSummary(core, feed, ofFeed(feed.id), { choice, now })),
    folders: core.folders,
    tags: tagSummaries(all.tags, MOST_TAGS),
    regions: regionSummaries(all.regions),
    counts: { articles, unread, today, bookmarked, offline },
    lastRefresh: core.lastRefresh,
    ...state,
  };
}
