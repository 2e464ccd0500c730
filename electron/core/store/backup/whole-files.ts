import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../../contract/failures';
import { crc32 } from '../crc32';
import { Damage, type Framed, unframe } from '../frame';
import { keptGeneration, syncFolder, writeWhole } from '../replace-file';
import { isCode, reasonOf } from '../system-error';
import { type ListedFile, placeOf } from './backup-manifest';

/** A file as it was read and found whole. */
export interface WholeFile extends Framed {
  listed: ListedFile;
}

/**
 * Copies a file of a library that is whole, from its kept generation if need be, and reads the copy back. A hard link
 * would cost nothing, but what damages the one would damage the other. Throws the Fault 'library-damaged'.
 */
export async function copyWhole(from: string, to: string, file: string): Promise<WholeFile> {
  const bytes = await readGood(placeOf(from, { file }), file);
  const listed = { file, bytes: bytes.byteLength, crc: crc32(bytes) };
  await putFile(to, file, bytes);
  return { listed, ...(await readListed(to, listed)) };
}

/** Writes a new file of a backup, durably but for its name: the folder is synced once for all of them. */
export async function putFile(to: string, file: string, bytes: Uint8Array): Promise<ListedFile> {
  const place = placeOf(to, { file });
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await writeWhole(place, bytes);
  return { file, bytes: bytes.byteLength, crc: crc32(bytes) };
}

/** Reads a listed file. Throws what is the matter with it unless every byte is as listed. */
async function readListed(folder: string, listed: ListedFile): Promise<Framed> {
  const bytes = await readFile(placeOf(folder, listed));
  if (bytes.byteLength !== listed.bytes)
    throw new Damage(`it has ${bytes.byteLength} bytes instead of ${listed.bytes}`);
  if (crc32(bytes) !== listed.crc) throw new Damage('its checksum does not match');
  return unframe(bytes);
}

/** Reads every listed file. Throws the Fault 'backup-damaged', which names the first that is not as listed. */
export async function verifyFiles(folder: string, name: string, files: readonly ListedFile[]): Promise<void> {
  for (const listed of files) {
    try {
      await readListed(folder, listed);
    } catch (error) {
      const reason = isCode(error, 'ENOENT') ? 'it is missing' : reasonOf(error);
      throw new Fault('backup-damaged', { name, file: listed.file, reason }, error);
    }
  }
}

/** Makes the names of a backup's files durable. */
export async function syncNames(folder: string, files: readonly ListedFile[]): Promise<void> {
  const folders = new Set([folder, ...files.map((listed) => path.dirname(placeOf(folder, listed)))]);
  for (const each of folders) await syncFolder(each);
}

async function readGood(place: string, file: string): Promise<Buffer> {
  let reason = 'it is missing';
  for (const generation of [place, keptGeneration(place)]) {
    try {
      const bytes = await readFile(generation);
      unframe(bytes);
      return bytes;
    } catch (error) {
      // The first generation says what is wrong; that there is no other needs no telling.
      if (generation === place && !isCode(error, 'ENOENT')) reason = reasonOf(error);
    }
  }
  throw new Fault('library-damaged', { file, reason });
}
