import type { FeedSummary } from '../../contract/model';
import type { RefreshChoice } from '../../contract/settings';
import type { Core, FeedRecord } from '../store/core-data';
import { titleOf } from '../store/feed-records';
import { nextTry } from './schedule';

/** A feed as the sidebar shows it. */
export function feedSummary(
  core: Core,
  feed: FeedRecord,
  counts: { articles: number; unread: number },
  { choice, now }: { choice: RefreshChoice; now: number },
): FeedSummary {
  const { id, ownTitle, address, site, language, folderId, lastSuccess, lastChange, trouble } = feed;
  return {
    id,
    title: titleOf(feed),
    ownTitle,
    address,
    site,
    language,
    folderId,
    icon: feed.icon?.name ?? null,
    articles: counts.articles,
    unread: counts.unread,
    lastSuccess,
    lastChange,
    nextTry: nextTry(core, feed, choice, now).at,
    trouble: trouble && {
      code: trouble.code,
      message: trouble.message,
      detail: trouble.detail,
      since: trouble.since,
      nextTry: trouble.nextTry,
    },
  };
}
