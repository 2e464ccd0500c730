import { randomBytes } from 'node:crypto';
import { Fault } from '../../contract/failures';
import { fold } from '../../contract/fold';
import { foldersAbove } from '../../contract/folders';
import type { Folder } from '../../contract/model';
import type { Undoing } from '../reading/undo-list';
import type { Core } from '../store/core-data';
import { withFeeds } from '../store/feed-records';
import type { Store } from '../store/store';
import { checkFolder } from './subscriptions';

const placeOf = (name: string, parentId: string | null): string => `${parentId ?? ''}/${fold(name)}`;

/** Folders by where they are and how they are called, of which one is made where none is. */
export class FolderPlaces {
  readonly all: Folder[];
  readonly #byPlace: Map<string, Folder>;

  constructor(folders: readonly Folder[]) {
    this.all = [...folders];
    // Of two that are called the same the first counts.
    this.#byPlace = new Map([...folders].reverse().map((folder) => [placeOf(folder.name, folder.parentId), folder]));
  }

  /** The folder of this name in `parentId`. */
  at(name: string, parentId: string | null): Folder {
    const known = this.#byPlace.get(placeOf(name, parentId));
    if (known) return known;
    const folder = { id: randomBytes(8).toString('hex'), name, parentId };
    this.#byPlace.set(placeOf(name, parentId), folder);
    this.all.push(folder);
    return folder;
  }
}

/** The names from the outermost folder to this one; none for no folder. */
export const folderPath = ({ folders }: Core, id: string | null): string[] =>
  foldersAbove(folders, id).map(({ name }) => name);

/** Throws the Fault 'unknown-folder' when the parent is none. */
export async function addFolder({ core }: Store, name: string, parentId: string | null): Promise<Folder> {
  checkFolder(core.data, parentId);
  const folders = new FolderPlaces(core.data.folders);
  const folder = folders.at(name, parentId);
  await core.change((data) => ({ ...data, folders: folders.all }));
  return folder;
}

export async function renameFolder({ core }: Store, id: string, name: string): Promise<Folder> {
  const renamed = { ...folderNamed(core.data, id), name };
  await core.change((data) => withFolders(data, (folder) => (folder.id === id ? { ...folder, name } : folder)));
  return renamed;
}

/** Removes a folder; what was in it moves to where the folder was. Throws the Fault 'unknown-folder'. */
export async function removeFolder({ core }: Store, id: string): Promise<Undoing> {
  const folder = folderNamed(core.data, id);
  const feeds = new Set(core.data.feeds.filter((feed) => feed.folderId === id).map((feed) => feed.id));
  const next = core.data.folders[core.data.folders.indexOf(folder) + 1];
  const inner = new Set(core.data.folders.filter(({ parentId }) => parentId === id).map((child) => child.id));
  const moved = (data: Core, to: string | null): Core =>
    withFeeds(
      withFolders(data, (child) => (inner.has(child.id) ? { ...child, parentId: to } : child)),
      (feed) => (feeds.has(feed.id) ? { ...feed, folderId: to } : feed),
    );
  await core.change((data) => {
    const outside = moved(data, folder.parentId);
    return { ...outside, folders: outside.folders.filter((other) => other.id !== id) };
  });
  const takeBack = async (): Promise<number> => {
    const parentId = core.data.folders.some((other) => other.id === folder.parentId) ? folder.parentId : null;
    await core.change((data) => {
      const at = data.folders.findIndex((other) => other.id === next?.id);
      const folders = data.folders.toSpliced(at < 0 ? data.folders.length : at, 0, { ...folder, parentId });
      return moved({ ...data, folders }, id);
    });
    return feeds.size;
  };
  return { changed: feeds.size, takeBack };
}

/** Throws the Fault 'unknown-folder'. */
export function folderNamed(core: Core, id: string): Folder {
  const folder = core.folders.find((other) => other.id === id);
  if (!folder) throw new Fault('unknown-folder', { id });
  return folder;
}

const withFolders = (core: Core, change: (folder: Folder) => Folder): Core => ({
  ...core,
  folders: core.folders.map(change),
});
