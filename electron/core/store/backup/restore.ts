import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BackupSummary } from '../../../contract/backups';
import { Fault } from '../../../contract/failures';
import { openStore, type Store, type StoreOptions } from '../store';
import { reasonOf } from '../system-error';
import { takeFolder } from '../take-folder';
import { frameManifest, MANIFEST_FILE, type Manifest, summaryOf } from './backup-manifest';
import { backupFolder, stampOf } from './backup-name';
import { backUp } from './backups';
import { verifyBackup } from './kept-backups';
import { markRestore, STAGED_FOLDER } from './restore-marker';
import { copyWhole, putFile, syncNames, verifyFiles } from './whole-files';

/**
 * Prepares an open library for going back to a backup: that is verified and copied, the present state is backed up.
 * The library must be closed then; opening it again finishes the restore, whatever happens in between. Throws Fault
 * 'unknown-backup', 'backup-damaged', 'backup-newer' or 'library-unwritable'; nothing was changed then.
 */
export async function prepareRestore(store: Store, name: string, now: number): Promise<void> {
  await stage(store.folder, name);
  try {
    const keptOld = await isKept(backUp(store, { reason: 'before-restore', now, spare: name }));
    await mark(store.folder, name, now, keptOld);
  } catch (error) {
    // On a full disk the copy is only in the way; what matters is the first error.
    await rm(path.join(store.folder, STAGED_FOLDER), { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

/**
 * Restores a library that is closed, one that cannot be opened too. Throws what {@link prepareRestore} throws, and Fault
 * 'library-in-use'.
 */
export async function restoreLibrary(options: StoreOptions, name: string, now: number): Promise<BackupSummary> {
  const manifest = await verifyBackup(options.folder, name);
  const store = await openStore(options).catch(unlessUnreadable);
  if (store) await prepareRestore(store, name, now).finally(() => store.close());
  else await prepareUnreadable(options.folder, name, now);
  await (await openStore(options)).close();
  return summaryOf(name, manifest);
}

async function prepareUnreadable(folder: string, name: string, now: number): Promise<void> {
  const giveUp = await takeFolder(folder);
  try {
    await stage(folder, name);
    await mark(folder, name, now, false);
  } finally {
    await giveUp();
  }
}

/** Copies a backup to where the library can take it over, so that it stays a backup itself. */
async function stage(folder: string, name: string): Promise<Manifest> {
  const manifest = await verifyBackup(folder, name);
  const staged = path.join(folder, STAGED_FOLDER);
  try {
    await rm(staged, { recursive: true, force: true });
    for (const { file } of manifest.files) await copyWhole(backupFolder(folder, name), staged, file);
    await putFile(staged, MANIFEST_FILE, frameManifest(manifest));
    await verifyFiles(staged, name, manifest.files);
    await syncNames(staged, manifest.files);
    return manifest;
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
  }
}

async function mark(folder: string, backup: string, now: number, keptOld: boolean): Promise<void> {
  try {
    await markRestore(folder, { backup, aside: `${stampOf(now)}-replaced`, keptOld });
  } catch (error) {
    throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
  }
}

/** What of the present state is damaged cannot be backed up: then its files are set aside instead. */
async function isKept(backup: Promise<unknown>): Promise<boolean> {
  try {
    await backup;
    return true;
  } catch (error) {
    if (error instanceof Fault && error.failure.code === 'library-damaged') return false;
    throw error;
  }
}

const UNREADABLE = new Set(['library-damaged', 'library-newer', 'file-unreadable', 'backup-damaged']);

function unlessUnreadable(error: unknown): null {
  if (error instanceof Fault && UNREADABLE.has(error.failure.code)) return null;
  throw error;
}
