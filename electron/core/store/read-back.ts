import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackedBody } from './body-record';
import { bodyShape } from './body-segment';
import { unframe } from './frame';
import { bodyFile, type Part, picturePartFile } from './layout';
import { readPicture } from './pictures/picture-files';
import { type PicturePart, picturePartShape } from './pictures/picture-part';
import { decodeFile, type Shape } from './safe-json-file';

/** The texts of a part and what is said of its pictures; null where the file is missing or damaged. */
export interface PartOnDisk {
  bodies: ReadonlyMap<string, PackedBody> | null;
  pictures: PicturePart | null;
}

/** Reads what lies on the disk of a part, past all that is in memory, with its checksums. */
export async function readBack(folder: string, part: Part): Promise<PartOnDisk> {
  const segment = await fileOrNull(folder, bodyFile(part), bodyShape(part.feedId));
  const pictures = await fileOrNull(folder, picturePartFile(part), picturePartShape(part.feedId));
  return { bodies: segment?.bodies ?? null, pictures };
}

/** Whether a picture lies there whole: its bytes are what its name says. */
export const isPictureWhole = async (folder: string, name: string): Promise<boolean> =>
  (await readPicture(folder, name).catch(() => null)) !== null;

async function fileOrNull<T>(folder: string, file: string, shape: Shape<T>): Promise<T | null> {
  try {
    return decodeFile(shape, unframe(await readFile(path.join(folder, file))));
  } catch {
    // Missing or damaged is the answer here; whoever asks says so to the reader.
    return null;
  }
}
