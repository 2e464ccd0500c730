import type { Store } from '../store/store';
import { knownArticles } from './known-articles';
import type { Undoing } from './undo-list';

/** Marks articles read or unread; answers how many changed. Throws the Fault 'unknown-article'. */
export async function markRead(store: Store, ids: readonly string[], read: boolean): Promise<number> {
  return (await store.headers.mark(knownArticles(store, ids), { read })).length;
}

/** Marks all articles in these rows read. */
export async function markAllRead({ headers }: Store, rows: Iterable<number>): Promise<Undoing> {
  const marked = await headers.mark(rows, { read: true });
  return {
    changed: marked.length,
    takeBack: async () => (await headers.mark(marked, { read: false })).length,
  };
}
