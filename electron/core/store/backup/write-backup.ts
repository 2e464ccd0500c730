import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupReason, BackupSummary } from '../../../contract/backups';
import { Fault } from '../../../contract/failures';
import { CORE_FILE, INDEX_FOLDER, namesIn, partsIn, SETTINGS_FILE, TRIPS_FILE } from '../layout';
import { isTemporary, keptGeneration, syncFolder } from '../replace-file';
import { isCode, reasonOf } from '../system-error';
import {
  frameManifest,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  readManifest,
  summaryOf,
} from './backup-manifest';
import { BACKUP_FOLDER, backupFolder, backupName } from './backup-name';
import { dropOldest } from './kept-backups';
import { copyWhole, putFile, syncNames, verifyFiles, type WholeFile } from './whole-files';

/** A file that a backup has besides the library's own: texts of bookmarked articles. */
export interface BackupText {
  file: string;
  bytes: Buffer;
  articles: number;
}

export interface NewBackup {
  reason: BackupReason;
  now: number;
  /** A backup that stays however old it is. */
  spare?: string;
  /** Null when only the files themselves say how many. */
  feeds: number | null;
  articles: number | null;
  texts: AsyncIterable<BackupText>;
}

/**
 * Writes a backup of what lies in a library's folder. It has its name only once every file was read back; only then the
 * oldest ones go. Throws Fault 'library-damaged' or 'library-unwritable'; nothing of it is left then.
 */
export async function writeBackup(folder: string, backup: NewBackup): Promise<BackupSummary> {
  try {
    await removeUnfinished(folder);
    const made = await write(folder, await freeName(folder, backup), backup);
    await dropOldest(folder, new Set([made.name, backup.spare]));
    return made;
  } catch (error) {
    // What matters is the first error; what stays is removed by the next backup.
    await removeUnfinished(folder).catch(() => {});
    if (error instanceof Fault) throw error;
    throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
  }
}

async function write(folder: string, name: string, backup: NewBackup): Promise<BackupSummary> {
  const place = backupFolder(folder, name);
  const unfinished = `${place}.tmp`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await putFile(unfinished, MANIFEST_FILE, frameManifest(await fill(unfinished, folder, backup)));
  const manifest = await readManifest(unfinished);
  await verifyFiles(unfinished, name, manifest.files);
  await syncNames(unfinished, manifest.files);
  await rename(unfinished, place);
  await syncFolder(path.dirname(place));
  return summaryOf(name, manifest);
}

async function fill(to: string, folder: string, { reason, now, feeds, articles, texts }: NewBackup): Promise<Manifest> {
  const files: ListedFile[] = [];
  const versions: Manifest['versions'] = { core: 0, settings: 0, index: 0, body: 0, trips: 0 };
  const copy = async (kind: keyof typeof versions, file: string): Promise<WholeFile> => {
    const copied = await copyWhole(folder, to, file);
    versions[kind] = Math.max(versions[kind], copied.version);
    files.push(copied.listed);
    return copied;
  };
  // The core first: it may then list an index file too few, which is found all the same, and never one too many.
  const core = await copy('core', CORE_FILE);
  if (await isThere(folder, SETTINGS_FILE)) await copy('settings', SETTINGS_FILE);
  if (await isThere(folder, TRIPS_FILE)) await copy('trips', TRIPS_FILE);
  let rows = 0;
  for (const file of await indexFiles(folder)) rows += countOf('rows', await copy('index', file));
  let bookmarks = 0;
  for await (const text of texts) {
    files.push(await putFile(to, text.file, text.bytes));
    bookmarks += text.articles;
  }
  return {
    made: now,
    reason,
    versions,
    feeds: feeds ?? countOf('feeds', core),
    articles: articles ?? rows,
    bookmarks,
    files,
  };
}

/** Two backups of the same millisecond need two names. */
async function freeName(folder: string, { reason, now }: NewBackup): Promise<string> {
  const taken = new Set(await namesIn(folder, BACKUP_FOLDER));
  let made = now;
  while (taken.has(backupName(made, reason))) made++;
  return backupName(made, reason);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder, BACKUP_FOLDER)) {
    if (isTemporary(name)) await rm(backupFolder(folder, name), { recursive: true, force: true });
  }
}

async function indexFiles(folder: string): Promise<string[]> {
  const parts = await partsIn(folder, INDEX_FOLDER);
  return [...parts].flatMap(([feedId, numbers]) => [...numbers].map((n) => `${INDEX_FOLDER}/${feedId}-${n}.json`));
}

async function isThere(folder: string, file: string): Promise<boolean> {
  for (const generation of [file, keptGeneration(file)]) {
    try {
      await stat(path.join(folder, generation));
      return true;
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
    }
  }
  return false;
}

/** How many a file of any version has: it holds a list of them, or their number. */
function countOf(name: string, { value }: WholeFile): number {
  const held: unknown = Object(value)[name];
  if (typeof held === 'number') return held;
  return Array.isArray(held) ? held.length : 0;
}
