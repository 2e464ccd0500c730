import type { Store } from '../store/store';
import { knownArticles } from './known-articles';
import type { Undoing } from './undo-list';

/** Marks articles read or unread; answers how many changed. Throws the Fault 'unknown-article'. */
export async function markRead(store: Store, ids: readonly string[], read: boolean): Promise<number> {
  return setRead(store, knownArticles(store, ids), read);
}

/** Marks all of these articles read. */
export async function markAllRead({ headers }: Store, ids: Iterable<string>): Promise<Undoing> {
  const before = await headers.change(ids, (row) => (row.read ? row : { ...row, read: true }));
  const marked = before.map(({ id }) => id);
  return { changed: marked.length, takeBack: () => setRead({ headers }, marked, false) };
}

async function setRead({ headers }: Pick<Store, 'headers'>, ids: Iterable<string>, read: boolean): Promise<number> {
  return (await headers.change(ids, (row) => (row.read === read ? row : { ...row, read }))).length;
}
