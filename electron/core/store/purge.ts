import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import type { Bodies } from './bodies';
import type { Core } from './core-data';
import { withFeed } from './feed-records';
import type { Headers } from './headers';
import type { IndexFiles } from './index-files';
import { BODY_FOLDER, bodyFile, partsIn } from './layout';
import type { LibraryFile } from './library-file';
import type { StoredHeader } from './stored-header';

interface Parts {
  folder: string;
  core: LibraryFile<Core>;
  headers: Headers;
  bodies: Bodies;
  index: IndexFiles;
  /** Writes everything to the files, so that the journal is empty. */
  empty(): Promise<void>;
}

/**
 * Really deletes the feeds that the reader removed. Bookmarked articles stay, with their texts and the feed's record;
 * the headers go first, so that a crash in between leaves texts too many and never a header without its text.
 */
export async function purgeRemoved(parts: Parts): Promise<void> {
  const { folder, core, headers } = parts;
  const removed = core.data.feeds.filter((feed) => feed.removed !== null);
  if (removed.length === 0) return;
  const texts = await partsIn(folder, BODY_FOLDER);
  for (const { id: feedId } of removed) {
    const all = [...headers.ofFeed(feedId)];
    const kept = all.filter(({ bookmarked }) => bookmarked);
    const segments = [...(texts.get(feedId) ?? [])];
    if (kept.length === 0) await forget(parts, feedId, segments);
    else if (kept.length < all.length) {
      headers.keepOnly(feedId, ({ bookmarked }) => bookmarked);
      await parts.empty();
      await dropTexts(parts, kept, feedId, segments);
    }
  }
}

async function forget(
  { folder, core, headers, index, empty }: Parts,
  feedId: string,
  segments: number[],
): Promise<void> {
  const blocks = headers.blocksOf(feedId);
  headers.forget(feedId);
  // The feed itself goes last: as long as it is there, the next opening finishes what a crash has cut off.
  await core.change((data) => withFeed(data, feedId, () => ({ shards: 0 })));
  await index.remove(blocks);
  // The journal may still bring its articles back, should the reader follow it again.
  await empty();
  for (const n of segments) await rm(path.join(folder, bodyFile({ feedId, n })), { force: true });
  await core.change((data) => ({ ...data, feeds: data.feeds.filter(({ id }) => id !== feedId) }));
}

/** Deletes the texts of a feed that are not those of the headers in `kept`. */
async function dropTexts(
  { folder, bodies }: Pick<Parts, 'folder' | 'bodies'>,
  kept: readonly StoredHeader[],
  feedId: string,
  segments: number[],
): Promise<void> {
  for (const n of segments) {
    const ids = new Set(kept.filter(({ segment }) => segment === n).map(({ id }) => id));
    if (ids.size > 0) await bodies.drop({ feedId, n }, (id) => ids.has(id)).catch(leaveDamaged);
    else {
      bodies.forget({ feedId, n });
      await rm(path.join(folder, bodyFile({ feedId, n })), { force: true });
    }
  }
}

/** What cannot be read is left as it is, and keeps nobody from opening the library. */
function leaveDamaged(error: unknown): void {
  if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
}
