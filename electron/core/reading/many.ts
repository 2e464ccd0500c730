import type { InputOf } from '../../contract/calls';
import { allDone } from '../store/all-done';
import type { Store } from '../store/store';
import { changedTags, type TagChange } from './own-tags';
import type { Undoing } from './undo-list';

type Change = Omit<InputOf<'articles.change'>, 'which'>;

/** The rows of these articles; those that are gone meanwhile are passed over, since many are rarely all there. */
export function rowsOf({ headers }: Store, ids: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(ids.map((id) => headers.rowOf(id)).filter((row) => row !== null)));
}

/** Marks, bookmarks and tags many articles; tells how many it changed, and how to take back just that. */
export async function changeMany(store: Store, rows: Uint32Array, change: Change): Promise<Undoing> {
  const { read, bookmarked, add = [], remove = [] } = change;
  const changes: Undoing[] = [];
  if (read !== undefined) changes.push(await mark(store, rows, 'read', read));
  if (bookmarked !== undefined) changes.push(await mark(store, rows, 'bookmarked', bookmarked));
  if (add.length + remove.length > 0) changes.push(await tag(store, rows, { add, remove }));
  return {
    changed: Math.max(0, ...changes.map(({ changed }) => changed)),
    takeBack: async () => Math.max(0, ...(await Promise.all(changes.map(({ takeBack }) => takeBack())))),
  };
}

async function mark({ headers }: Store, rows: Uint32Array, what: 'read' | 'bookmarked', is: boolean): Promise<Undoing> {
  const marked = await headers.mark(rows, { [what]: is });
  return { changed: marked.length, takeBack: async () => (await headers.mark(marked, { [what]: !is })).length };
}

async function tag({ headers }: Store, rows: Uint32Array, change: Omit<TagChange, 'ids'>): Promise<Undoing> {
  const next = changedTags(change);
  const differences = new Map(
    [...rows].map((row) => [row, difference(headers.view(row)?.ownTags ?? [], next)] as const),
  );
  const changed = await headers.tag(rows, next);
  const takeBack = async (): Promise<number> => {
    // What was given or taken since stays as it is.
    await allDone([...differences].map(async ([row, back]) => void (await headers.tag([row], changedTags(back)))));
    return changed;
  };
  return { changed, takeBack };
}

/** What takes back just what a change does to these tags. */
function difference(before: readonly string[], next: (tags: readonly string[]) => string[]): Omit<TagChange, 'ids'> {
  const after = next(before);
  return {
    add: before.filter((tag) => !after.includes(tag)),
    remove: after.filter((tag) => !before.includes(tag)),
  };
}
