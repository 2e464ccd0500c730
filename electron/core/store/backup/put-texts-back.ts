import { readFile } from 'node:fs/promises';
import { type BodySegment, bodyShape } from '../body-segment';
import { frame, unframe } from '../frame';
import { replaceFile } from '../replace-file';
import { decodeFile, type Shape, setAsidePath } from '../safe-json-file';
import { isCode } from '../system-error';
import { type ListedFile, placeOf } from './backup-manifest';

const FEED = /^body\/([a-z0-9]{1,40})-/;

/** Adds those texts of a backup to the library's own file that are not in it; a damaged file of the library is set aside. */
export async function putTextsBack(library: string, backup: string, listed: ListedFile): Promise<void> {
  const feedId = FEED.exec(listed.file)?.[1] ?? '';
  const shape = bodyShape(feedId);
  const saved = decodeFile(shape, unframe(await readFile(placeOf(backup, listed))));
  const place = placeOf(library, listed);
  const there = await readSegment(place, shape);
  const bodies = new Map([...saved.bodies, ...(there?.bodies ?? [])]);
  if (there && bodies.size === there.bodies.size) return;
  const bytes = frame({ version: shape.version, ...shape.encode({ feedId, bodies }) });
  await replaceFile(place, bytes, there ? 'drop' : { setAside: setAsidePath(library, listed.file) });
}

/** What a file has; nothing when there is none, and null when it is damaged. */
async function readSegment(place: string, shape: Shape<BodySegment>): Promise<Pick<BodySegment, 'bodies'> | null> {
  try {
    return decodeFile(shape, unframe(await readFile(place)));
  } catch (error) {
    return isCode(error, 'ENOENT') ? { bodies: new Map() } : null;
  }
}
