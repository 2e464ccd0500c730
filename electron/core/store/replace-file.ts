import { createWriteStream } from 'node:fs';
import { copyFile, type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, isCode } from './system-error';

/** What becomes of the file that is there: kept beside as `.bak`, given up, or moved elsewhere because it is damaged. */
export type Previous = 'keep' | 'drop' | { setAside: string };

export const keptGeneration = (file: string): string => `${file}.bak`;
export const isTemporary = (name: string): boolean => name.endsWith('.tmp');

const WINDOWS_IN_THE_WAY = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RENAME_PAUSES_MS = [10, 20, 50, 100, 200, 400];

let count = 0;

/**
 * Puts `bytes` in the place of `file` so that at every moment, power cuts among them, the old or the new is there
 * whole: own temporary file, synced, renamed over, folder synced. Rejects with the system's error and the old in place.
 */
export async function replaceFile(file: string, bytes: Uint8Array, previous: Previous): Promise<void> {
  const temporary = `${file}.${process.pid}.${++count}.tmp`;
  try {
    await writeWhole(temporary, bytes);
    if (previous === 'keep') await keepGeneration(file);
    if (typeof previous === 'object') await setAside(file, previous.setAside);
    await renameOver(temporary, file);
  } catch (error) {
    // What matters is the first error; a temporary file that stays is removed at the next open.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/**
 * Puts what a stream brings in the place of a file that the reader chose, once it is whole and on the disk. Answers its
 * size in bytes. Rejects with the error of the stream or of the system; what was there before is left as it was.
 */
export async function replaceByStream(file: string, content: Readable): Promise<number> {
  const temporary = `${file}.${process.pid}.${++count}.tmp`;
  try {
    await pipeline(content, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
    const size = await syncedSize(temporary);
    await renameOver(temporary, file);
    return size;
  } catch (error) {
    content.destroy();
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

async function syncedSize(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** Writes a file that is not there yet, durably. Rejects with the system's error. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await checkLength(handle, bytes.byteLength);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function checkLength(handle: FileHandle, expected: number): Promise<void> {
  const { size } = await handle.stat();
  if (size !== expected) throw new Error(`only ${size} of ${expected} bytes were written`);
}

/** Moves a damaged file out of the way. */
export async function setAside(file: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    await renameOver(file, to);
  } catch (error) {
    // It was put aside by an earlier try.
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/** A hard link costs nothing; file systems without them (FAT, some network drives) get a copy. */
async function keepGeneration(file: string): Promise<void> {
  const kept = keptGeneration(file);
  await rm(kept, { force: true });
  try {
    await link(file, kept);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    await copyFile(file, kept);
  }
}

/** On Windows a virus scanner or indexer may hold the file for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (const ms of RENAME_PAUSES_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!WINDOWS_IN_THE_WAY.has(codeOf(error))) throw error;
      await pause(ms);
    }
  }
  await rename(from, to);
}

/** Makes the rename itself durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
