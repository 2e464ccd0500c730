import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../../contract/failures';
import { BODY_FOLDER, CORE_FILE, INDEX_FOLDER, namesIn, SETTINGS_FILE, TRIPS_FILE } from '../layout';
import { keptGeneration, renameOver, syncFolder } from '../replace-file';
import { isCode, reasonOf } from '../system-error';
import { type ListedFile, readManifest } from './backup-manifest';
import { backupFolder } from './backup-name';
import { putTextsBack } from './put-texts-back';
import { type Restore, readMarker, removeMarker, STAGED_FOLDER } from './restore-marker';
import { verifyFiles } from './whole-files';

/** A restore with the folders that it is about. */
export interface Restoring extends Restore {
  library: string;
  staged: string;
  old: string;
}

type Step = (restoring: Restoring) => Promise<void>;

/**
 * What makes a staged backup the library, in this order. Each step may be done twice, so that a crash at any moment is
 * made good by doing all of them again.
 */
export const RESTORE_STEPS: readonly Step[] = [setJournalsAside, swapFiles, putBack, readBack, end];

/**
 * Finishes a restore that was prepared, if there is one; whoever opens a library calls it before reading anything, with
 * the folder locked. Throws Fault 'library-damaged', 'backup-damaged' or 'library-unwritable'.
 */
export async function finishRestore(library: string): Promise<void> {
  const restore = await readMarker(library);
  const staged = path.join(library, STAGED_FOLDER);
  try {
    if (restore) {
      const restoring = { ...restore, library, staged, old: backupFolder(library, restore.aside) };
      for (const step of RESTORE_STEPS) await step(restoring);
    }
    await rm(staged, { recursive: true, force: true });
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('library-unwritable', { folder: library, reason: reasonOf(error) }, error);
  }
}

const JOURNAL = /^journal-\d+\.log/;

/** What was noted for the old files is nothing for the new ones. */
async function setJournalsAside({ library, old }: Restoring): Promise<void> {
  await mkdir(old, { recursive: true, mode: 0o700 });
  for (const name of await namesIn(library)) {
    if (JOURNAL.test(name)) await renameOver(path.join(library, name), path.join(old, name));
  }
  await syncFolder(library);
}

/** Puts each new file in the place of the old one, which is moved away first. The core comes last. */
async function swapFiles({ library, staged, old }: Restoring): Promise<void> {
  const waiting = new Set(await namesIn(staged));
  for (const name of [SETTINGS_FILE, TRIPS_FILE, INDEX_FOLDER, CORE_FILE]) {
    if (!waiting.has(name)) continue;
    await setAside(library, old, name);
    await setAside(library, old, keptGeneration(name));
    await renameOver(path.join(staged, name), path.join(library, name));
    await syncFolder(library);
  }
}

async function setAside(library: string, old: string, name: string): Promise<void> {
  const from = path.join(library, name);
  const to = path.join(old, name);
  try {
    // The folder of the old index went already, and whoever locked the library made a new one, which is empty.
    if (name === INDEX_FOLDER && (await namesIn(old)).includes(name)) await rmdir(from);
    else await rename(from, to);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

async function putBack({ library, staged }: Restoring): Promise<void> {
  const { files } = await readManifest(staged);
  for (const listed of files.filter(isText)) await putTextsBack(library, staged, listed);
}

/** Nothing old is deleted before this. */
async function readBack({ library, staged, backup }: Restoring): Promise<void> {
  const { files } = await readManifest(staged);
  const swapped = files.filter((listed) => !isText(listed));
  await verifyFiles(library, backup, swapped);
}

async function end({ library, staged, old, keptOld }: Restoring): Promise<void> {
  if (keptOld) await rm(old, { recursive: true, force: true });
  await removeMarker(library);
  await syncFolder(library);
  await rm(staged, { recursive: true, force: true });
}

const isText = ({ file }: ListedFile): boolean => file.startsWith(`${BODY_FOLDER}/`);
