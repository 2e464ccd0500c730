import type { Folder } from './model';

/** The folders from the outermost to this one; none for no folder. */
export function foldersAbove(folders: readonly Folder[], id: string | null): Folder[] {
  const path: Folder[] = [];
  let folder = folders.find((each) => each.id === id);
  // No path is longer than there are folders, even where a damaged file made a ring of them.
  while (folder && path.length < folders.length) {
    path.unshift(folder);
    const { parentId }: Folder = folder;
    folder = folders.find((each) => each.id === parentId);
  }
  return path;
}
