import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../../contract/failures';
import { namesIn, PICTURE_FOLDER, pictureFile } from '../layout';
import { isTemporary } from '../replace-file';
import { isCode, reasonOf } from '../system-error';

const SHELF = /^[0-9a-f]{2}$/;
const NAME = /^[0-9a-f]{64}$/;

/** Tells what is being written now from what a crash left half written. */
const RUN = randomBytes(6).toString('hex');
let count = 0;

/** The SHA-256 of a picture's bytes: its name. */
export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a file of this name holds; null when there is none, or it is not what its name says. */
export async function readPicture(folder: string, name: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path.join(folder, pictureFile(name)));
    return nameOf(bytes) === name ? bytes : null;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new Fault('file-unreadable', { file: pictureFile(name), reason: reasonOf(error) }, error);
  }
}

/**
 * Puts a picture where its name says. It is not synced: a power cut leaves it whole, or not what its name says, and then
 * it is asked for again. Answers how many bytes more there are. Throws the Fault 'library-unwritable'.
 */
export async function writePicture(folder: string, name: string, bytes: Uint8Array): Promise<number> {
  if ((await readPicture(folder, name).catch(() => null)) !== null) return 0;
  const file = path.join(folder, pictureFile(name));
  const temporary = `${file}.${RUN}.${++count}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    return bytes.byteLength;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
  }
}

/** Deletes a picture; answers the bytes that are free now. */
export async function removePicture(folder: string, name: string): Promise<number> {
  const file = path.join(folder, pictureFile(name));
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  await rm(file, { force: true });
  return size;
}

/** The pictures that lie in a library, shelf by shelf; what a crash left half written is deleted on the way. */
export async function* shelves(folder: string): AsyncIterable<string[]> {
  for (const shelf of await namesIn(folder, PICTURE_FOLDER)) {
    if (!SHELF.test(shelf)) continue;
    const within = path.join(PICTURE_FOLDER, shelf);
    const names = await namesIn(folder, within);
    const leftOver = names.filter((name) => isTemporary(name) && !name.includes(`.${RUN}.`));
    for (const name of leftOver) await rm(path.join(folder, within, name), { force: true });
    yield names.filter((name) => NAME.test(name) && name.startsWith(shelf));
  }
}

/** What each picture that lies there takes, in bytes. */
export async function* sizes(folder: string): AsyncIterable<number> {
  for await (const names of shelves(folder)) {
    for (const name of names) yield (await stat(path.join(folder, pictureFile(name))).catch(() => null))?.size ?? 0;
  }
}
