import type { FeedSummary } from '../../contract/model';
import type { FeedRecord } from '../store/core-data';
import { titleOf } from '../store/feed-records';

/** A feed as the sidebar shows it. */
export function feedSummary(feed: FeedRecord, counts: { articles: number; unread: number }): FeedSummary {
  const { id, ownTitle, address, site, language, folderId, lastSuccess, lastChange, trouble } = feed;
  return {
    id,
    title: titleOf(feed),
    ownTitle,
    address,
    site,
    language,
    folderId,
    articles: counts.articles,
    unread: counts.unread,
    lastSuccess,
    lastChange,
    trouble: trouble && {
      code: trouble.code,
      message: trouble.message,
      detail: trouble.detail,
      since: trouble.since,
      nextTry: trouble.nextTry,
    },
  };
}
