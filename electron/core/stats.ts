import type { LibraryStats } from '../contract/model';
import { dateOf } from './articles/dates';
import type { LibraryCounts } from './reading/library-counts';
import { diskUsage } from './store/disk-usage';
import { followed } from './store/feed-records';
import type { Store } from './store/store';

/** What the library holds; oldest and newest are the dates of articles. */
export async function stats({ folder, core, headers }: Store, { all }: LibraryCounts): Promise<LibraryStats> {
  let oldest: number | null = null;
  let newest: number | null = null;
  for (const { rows } of headers.runs()) {
    for (const row of rows) {
      const date = dateOf(row);
      oldest = Math.min(date, oldest ?? date);
      newest = Math.max(date, newest ?? date);
    }
  }
  return {
    feeds: followed(core.data).length,
    folders: core.data.folders.length,
    articles: all.articles,
    unread: all.unread,
    bookmarks: all.bookmarked,
    bytes: (await diskUsage(folder)).kinds,
    oldest,
    newest,
  };
}
