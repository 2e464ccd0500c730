import { readFile, stat } from 'node:fs/promises';
import { Fault } from '../contract/failures';

const MOST_MEGABYTES = 100;

/** A file's bytes. Throws Fault 'file-unreadable' or 'too-large'; what is no plain file could keep us waiting for ever. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new Error('it is not a file');
    if (found.size > MOST_MEGABYTES * 1_000_000) throw new Fault('too-large', { url: file, megabytes: MOST_MEGABYTES });
    return await readFile(file);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('file-unreadable', { file, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}
