import { readFile } from 'node:fs/promises';
import { type ListedFile, placeOf } from './backup-manifest';
import { type BodySegment, bodyShape } from './body-segment';
import { frame, unframe } from './frame';
import { replaceFile } from './replace-file';
import { isCode } from './system-error';

const FEED = /^body\/([a-z0-9]{1,40})-/;

/** Adds those texts of a backup to the library's own file that are not in it; a damaged file of the library is set aside. */
export async function putTextsBack(library: string, backup: string, listed: ListedFile): Promise<void> {
  const shape = bodyShape(FEED.exec(listed.file)?.[1] ?? '');
  const saved = shape.decode(unframe(await readFile(placeOf(backup, listed))).value);
  const place = placeOf(library, listed);
  const there = await readSegment(place, shape.decode);
  const bodies = { ...saved.bodies, ...there?.bodies };
  if (there && Object.keys(bodies).length === Object.keys(there.bodies).length) return;
  const bytes = frame({ version: shape.version, value: shape.encode({ bodies }) });
  await replaceFile(place, bytes, there ? 'drop' : 'set-aside');
}

/** What a file has; nothing when there is none, and null when it is damaged. */
async function readSegment(place: string, decode: (value: unknown) => BodySegment): Promise<BodySegment | null> {
  try {
    return decode(unframe(await readFile(place)).value);
  } catch (error) {
    return isCode(error, 'ENOENT') ? { bodies: {} } : null;
  }
}
