import { readFile } from 'node:fs/promises';
import { Fault } from '../../../contract/failures';
import type { PackedBody } from '../body-record';
import { type BodySegment, bodyShape } from '../body-segment';
import { frame, unframe } from '../frame';
import { BODY_FOLDER } from '../layout';
import { decodeFile } from '../safe-json-file';
import { Slices } from '../slices';
import type { Store } from '../store';
import { placeOf } from './backup-manifest';
import { backupFolder } from './backup-name';
import { listBackups } from './kept-backups';
import type { BackupText } from './write-backup';

/** The identifiers of a feed's bookmarked articles, by the segment that holds their texts. */
export type Bookmarked = Map<number, string[]>;

/** What a backup counts and keeps of the articles: one walk over the headers. */
export async function survey({
  core,
  headers,
}: Store): Promise<{ articles: number; bookmarked: Map<string, Bookmarked> }> {
  const bookmarked = new Map<string, Bookmarked>();
  let articles = 0;
  const slices = new Slices();
  for (const { id: feedId } of core.data.feeds) {
    if (slices.isLong) await slices.next();
    const ofFeed: Bookmarked = new Map();
    for (const header of headers.viewsOf(feedId)) {
      articles++;
      if (!header.bookmarked) continue;
      ofFeed.set(header.segment, [...(ofFeed.get(header.segment) ?? []), header.id]);
    }
    if (ofFeed.size > 0) bookmarked.set(feedId, ofFeed);
  }
  return { articles, bookmarked };
}

/**
 * The texts of bookmarked articles, in files such as the library has them but without the other articles, so that they
 * can be put back where their headers look for them. A text that is damaged keeps no other from being backed up, and
 * is taken from the backup before where that has it.
 */
export async function* bookmarkTexts(
  { folder, bodies }: Pick<Store, 'folder' | 'bodies'>,
  bookmarked: ReadonlyMap<string, Bookmarked>,
): AsyncGenerator<BackupText> {
  const [newest] = await listBackups(folder);
  for (const [feedId, segments] of bookmarked) {
    const { version, encode } = bodyShape(feedId);
    for (const [n, ids] of segments) {
      const file = `${BODY_FOLDER}/${feedId}-${n}.json`;
      const texts = new Map<string, PackedBody>();
      for (const id of ids) {
        const text = await bodies.packed({ feedId, n }, id).catch(passDamaged);
        const earlier = text ?? (newest && (await textsIn(backupFolder(folder, newest.name), file, feedId)).get(id));
        if (earlier) texts.set(id, earlier);
      }
      yield { file, bytes: frame({ version, ...encode({ feedId, bodies: texts }) }), articles: texts.size };
    }
  }
}

async function textsIn(backup: string, file: string, feedId: string): Promise<BodySegment['bodies']> {
  try {
    return decodeFile(bodyShape(feedId), unframe(await readFile(placeOf(backup, { file })))).bodies;
  } catch {
    // There is none, or it is damaged as well.
    return new Map();
  }
}

function passDamaged(error: unknown): null {
  if (error instanceof Fault && error.failure.code === 'library-damaged') return null;
  throw error;
}
