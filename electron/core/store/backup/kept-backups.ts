import { rename, rm } from 'node:fs/promises';
import type { BackupSummary } from '../../../contract/backups';
import { Fault } from '../../../contract/failures';
import { namesIn } from '../layout';
import { checkVersions, type Manifest, readManifest, summaryOf } from './backup-manifest';
import { BACKUP_FOLDER, backupFolder, readBackupName } from './backup-name';
import { verifyFiles } from './whole-files';

const KEPT = 3;

/** The backups of a library that are complete, the newest first. Throws the system's error when there is no looking. */
export async function listBackups(folder: string): Promise<BackupSummary[]> {
  const found: BackupSummary[] = [];
  for (const name of await namesIn(folder, BACKUP_FOLDER)) {
    if (!readBackupName(name)) continue;
    const manifest = await readManifest(backupFolder(folder, name)).catch(passOver);
    if (manifest) found.push(summaryOf(name, manifest));
  }
  return found.sort((one, other) => (one.name < other.name ? 1 : -1));
}

/** Reads a backup whole. Throws Fault 'unknown-backup', 'backup-damaged' or 'backup-newer'. */
export async function verifyBackup(folder: string, name: string): Promise<Manifest> {
  if (!readBackupName(name)) throw new Fault('unknown-backup', { name });
  const manifest = await readManifest(backupFolder(folder, name));
  checkVersions(name, manifest);
  await verifyFiles(backupFolder(folder, name), name, manifest.files);
  return manifest;
}

/** True when no daily backup was made on the day of `now`, as the clock on the wall has it. */
export async function isBackupDue(folder: string, now: number): Promise<boolean> {
  const today = new Date(now).toDateString();
  const daily = (await listBackups(folder)).filter(({ reason }) => reason === 'daily');
  return !daily.some(({ made }) => new Date(made).toDateString() === today);
}

/**
 * Deletes all but the newest three daily backups and the newest three others; `spared` stay besides. What is no whole
 * backup counts for none, and is left as it is.
 */
export async function dropOldest(folder: string, spared: ReadonlySet<string | undefined>): Promise<void> {
  const all = await listBackups(folder);
  const daily = all.filter(({ reason }) => reason === 'daily');
  const others = all.filter(({ reason }) => reason !== 'daily');
  for (const { name } of [...daily.slice(KEPT), ...others.slice(KEPT)]) {
    if (!spared.has(name)) await drop(backupFolder(folder, name));
  }
}

/** Takes its name away first, so that a crash in between leaves no half of a backup that is still offered. */
async function drop(backup: string): Promise<void> {
  await rename(backup, `${backup}.tmp`);
  await rm(`${backup}.tmp`, { recursive: true, force: true });
}

function passOver(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}
