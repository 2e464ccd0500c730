import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import { BODY_FOLDER, CORE_FILE, INDEX_FOLDER, namesIn, PICTURE_FOLDER, SETTINGS_FILE } from './layout';
import { lockLibrary } from './lock';
import { isTemporary } from './replace-file';
import { reasonOf } from './system-error';

const FOLDERS = ['', INDEX_FOLDER, BODY_FOLDER, PICTURE_FOLDER];

/** Makes the folder ready and this process its owner; returns how to give it up. Throws 'library-in-use' or 'library-unwritable'. */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  try {
    for (const within of FOLDERS) await mkdir(path.join(folder, within), { recursive: true, mode: 0o700 });
    return await lockLibrary(folder);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
  }
}

/** True when any file of a library is there: then one that is not there is missing, and not new. */
export async function hasLibrary(folder: string): Promise<boolean> {
  // What a crash left half written at the very first start is no library yet.
  const names = (await namesIn(folder)).filter((name) => !isTemporary(name));
  if (names.some((name) => name.startsWith(CORE_FILE) || name.startsWith(SETTINGS_FILE))) return true;
  return (await namesIn(folder, INDEX_FOLDER)).length + (await namesIn(folder, BODY_FOLDER)).length > 0;
}

/** Removes what a crash left half written. */
export async function removeTemporary(folder: string): Promise<void> {
  for (const within of FOLDERS) {
    for (const name of await namesIn(folder, within)) {
      if (isTemporary(name)) await rm(path.join(folder, within, name), { force: true });
    }
  }
}
