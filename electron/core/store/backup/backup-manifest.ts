import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { BACKUP_REASONS, type BackupSummary } from '../../../contract/backups';
import { Fault } from '../../../contract/failures';
import { bodyShape } from '../body-segment';
import { coreShape } from '../core-data';
import { frame, unframe } from '../frame';
import { indexShape } from '../index-file';
import { CORE_FILE } from '../layout';
import { settingsShape } from '../settings-data';
import { isCode, reasonOf } from '../system-error';
import { tripsShape } from '../trips-data';

/** The last file of a backup to be written: without it there is none. */
export const MANIFEST_FILE = 'complete.json';
/** Version 2 may have trips. */
const MANIFEST_VERSION = 2;

/** The only files that a backup has, as they are named in every library; the separator is the same on every system. */
const LISTED = /^(?:core\.json|settings\.json|trips\.json|(?:index|body)\/[a-z0-9]{1,40}-\d{1,9}\.json)$/;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ListedFile = v.strictObject({ file: v.pipe(v.string(), v.regex(LISTED)), bytes: Count, crc: Count });
/** One file of a backup, and how it is recognised. */
export type ListedFile = v.InferOutput<typeof ListedFile>;

const Manifest = v.strictObject({
  made: v.number(),
  reason: v.picklist(BACKUP_REASONS),
  /** Of each kind of file: what a Caravan must know to read it. */
  versions: v.strictObject({ core: Count, settings: Count, index: Count, body: Count, trips: v.optional(Count, 0) }),
  feeds: Count,
  articles: Count,
  bookmarks: Count,
  files: v.pipe(
    v.array(ListedFile),
    v.check((files) => files.some(({ file }) => file === CORE_FILE), `${CORE_FILE} is not listed`),
  ),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** What this Caravan reads and writes. */
const VERSIONS: Manifest['versions'] = {
  core: coreShape.version,
  settings: settingsShape.version,
  index: indexShape('').version,
  body: bodyShape('').version,
  trips: tripsShape.version,
};

export const frameManifest = (manifest: Manifest): Buffer => frame({ version: MANIFEST_VERSION, value: manifest });

/**
 * Reads what a backup holds; its files are not looked at. Throws Fault 'unknown-backup', 'backup-damaged' or
 * 'backup-newer'.
 */
export async function readManifest(backup: string): Promise<Manifest> {
  const name = path.basename(backup);
  try {
    const { version, value } = unframe(await readFile(path.join(backup, MANIFEST_FILE)));
    if (version > MANIFEST_VERSION) throw new Fault('backup-newer', { name });
    return v.parse(Manifest, value);
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (isCode(error, 'ENOENT')) throw new Fault('unknown-backup', { name }, error);
    throw new Fault('backup-damaged', { name, file: MANIFEST_FILE, reason: reasonOf(error) }, error);
  }
}

/** Throws the Fault 'backup-newer' when a backup has files that only a newer Caravan reads. */
export function checkVersions(name: string, { versions }: Manifest): void {
  const kinds = Object.keys(VERSIONS) as (keyof typeof VERSIONS)[];
  if (kinds.some((kind) => versions[kind] > VERSIONS[kind])) throw new Fault('backup-newer', { name });
}

export const summaryOf = (
  name: string,
  { made, reason, feeds, articles, bookmarks, files }: Manifest,
): BackupSummary => ({
  name,
  made,
  reason,
  feeds,
  articles,
  bookmarks,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});

/** A file of a backup or library by its listed name. */
export const placeOf = (folder: string, { file }: Pick<ListedFile, 'file'>): string =>
  path.join(folder, ...file.split('/'));
