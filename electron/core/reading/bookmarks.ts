import type { Store } from '../store/store';
import { knownArticles } from './known-articles';

/** Bookmarks articles, or lets them go; answers how many changed. Throws the Fault 'unknown-article'. */
export async function bookmark(store: Store, ids: readonly string[], bookmarked: boolean): Promise<number> {
  return (await store.headers.mark(knownArticles(store, ids), { bookmarked })).length;
}
