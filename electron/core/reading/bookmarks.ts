import type { Store } from '../store/store';
import { knownArticles } from './known-articles';

/** Bookmarks articles, or lets them go; answers how many changed. Throws the Fault 'unknown-article'. */
export async function bookmark(store: Store, ids: readonly string[], bookmarked: boolean): Promise<number> {
  const changed = await store.headers.change(knownArticles(store, ids), (row) =>
    row.bookmarked === bookmarked ? row : { ...row, bookmarked },
  );
  return changed.length;
}
