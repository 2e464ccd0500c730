import { ask } from '../caravan';
import { type Branch, idsOf } from './branches';
import { removeFeed, undoable } from './changes';
import { type Said, tellFailure } from './notice';
import { freshOverview, knownOverview } from './overview';
import { unfold } from './settings';
import { leaveTerm, nameAnew } from './view';

/** Makes a folder in another (null for none) and lets the reader name it. `name` is what it is called until then. */
export async function addFolder(name: string, parentId: string | null): Promise<void> {
  try {
    const { id } = await ask('folders.add', { name, parentId });
    if (parentId !== null) unfold(parentId);
    await freshOverview();
    nameAnew(`folder:${id}`);
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** Gives a feed or folder another name; an empty one gives a feed its publisher's again and leaves a folder's. */
export async function renamePlace({ id, kind, name: before }: Branch, typed: string): Promise<void> {
  const name = typed.trim();
  if (name === before || (name === '' && kind === 'folder')) return;
  try {
    if (kind === 'folder') await ask('folders.rename', { id, name });
    else await renameFeed(id, name);
    await freshOverview();
  } catch (thrown) {
    tellFailure(thrown);
  }
}

async function renameFeed(id: string, title: string): Promise<void> {
  const feed = knownOverview()?.feeds.find((one) => one.id === id);
  await ask('feeds.edit', { id, title, folderId: feed?.folderId ?? null });
}

/** Stops following feeds and removes folders, whose feeds stay; offers to take it all back at once. */
export async function removePlaces(places: Branch[]): Promise<void> {
  const [one] = places;
  if (!one) return;
  if (places.length === 1 && one.kind === 'feed') return removeFeed(one.id, one.name);
  const words: Said =
    places.length === 1
      ? { key: 'notice.removedFolder', values: { name: one.name } }
      : { key: 'notice.removedMany', values: { count: places.length } };
  await undoable(
    async () => ({ changed: places.length, undo: await removeAll(places) }),
    () => words,
  );
  for (const { kind, id } of places) leaveTerm({ kind, value: id });
}

async function removeAll(places: Branch[]): Promise<string[]> {
  const { feeds, folders } = idsOf(places);
  const undos = feeds.length > 0 ? [(await ask('feeds.remove', { ids: feeds })).undo] : [];
  for (const id of folders) undos.push((await ask('folders.remove', { id })).undo);
  return undos;
}
