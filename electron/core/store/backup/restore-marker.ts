import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { BackupName } from '../../../contract/backups';
import { Fault } from '../../../contract/failures';
import { frame, unframe } from '../frame';
import { replaceFile } from '../replace-file';
import { isCode, reasonOf } from '../system-error';

const FILE = 'restore.json';
const VERSION = 1;

/** A backup's files, copied and verified, on their way to being the library's. */
export const STAGED_FOLDER = 'restore.new';

const Restore = v.strictObject({
  backup: BackupName,
  /** The folder among the backups that the old files are moved to. */
  aside: v.pipe(v.string(), v.regex(/^[\w.-]{1,60}-replaced$/)),
  /** True when a backup of the old state was made: then the old files go at the end. */
  keptOld: v.boolean(),
});

/** What is left in a library's folder while a restore is on its way: with it the next open finishes, without it there was none. */
export type Restore = v.InferOutput<typeof Restore>;

/** From here on the backup is what the library holds. */
export async function markRestore(folder: string, restore: Restore): Promise<void> {
  await replaceFile(path.join(folder, FILE), frame({ version: VERSION, value: restore }), 'drop');
}

/** The restore that is on its way; null when there is none. Throws the Fault 'library-damaged'. */
export async function readMarker(folder: string): Promise<Restore | null> {
  try {
    return v.parse(Restore, unframe(await readFile(path.join(folder, FILE))).value);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new Fault('library-damaged', { file: FILE, reason: reasonOf(error) }, error);
  }
}

export const removeMarker = (folder: string): Promise<void> => rm(path.join(folder, FILE), { force: true });
