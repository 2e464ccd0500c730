import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import type { Bodies } from './bodies';
import type { Core } from './core-data';
import type { Headers } from './headers';
import type { StoredHeader } from './index-shard';
import { BODY_FOLDER, bodyFile, INDEX_FOLDER, indexFile, partsIn } from './layout';
import type { LibraryFile } from './library-file';
import { keptGeneration } from './replace-file';

interface Parts {
  folder: string;
  core: LibraryFile<Core>;
  headers: Headers;
  bodies: Bodies;
}

/**
 * Really deletes the feeds that the reader removed. Bookmarked articles stay, with their texts and the feed's record;
 * the headers go first, so that a crash in between leaves texts too many and never a header without its text.
 */
export async function purgeRemoved({ folder, core, headers, bodies }: Parts): Promise<void> {
  const removed = core.data.feeds.filter((feed) => feed.removed !== null);
  if (removed.length === 0) return;
  const texts = await partsIn(folder, BODY_FOLDER);
  for (const { id: feedId } of removed) {
    const dropped = await headers.drop(feedId, ({ bookmarked }) => bookmarked);
    const kept = [...headers.ofFeed(feedId)];
    const segments = [...(texts.get(feedId) ?? [])];
    if (kept.length === 0) await forget({ folder, core, headers }, feedId, segments);
    else if (dropped > 0) await dropTexts({ folder, bodies }, kept, feedId, segments);
  }
}

async function forget(
  { folder, core, headers }: Pick<Parts, 'folder' | 'core' | 'headers'>,
  feedId: string,
  segments: number[],
): Promise<void> {
  const shards = [...((await partsIn(folder, INDEX_FOLDER)).get(feedId) ?? [])];
  headers.forget(feedId);
  await core.change((data) => ({ ...data, feeds: data.feeds.filter(({ id }) => id !== feedId) }));
  for (const n of shards) await deleteFile(folder, indexFile({ feedId, n }));
  for (const n of segments) await deleteFile(folder, bodyFile({ feedId, n }));
}

async function dropTexts(
  { folder, bodies }: Pick<Parts, 'folder' | 'bodies'>,
  kept: readonly StoredHeader[],
  feedId: string,
  segments: number[],
): Promise<void> {
  for (const n of segments) {
    const ids = new Set(kept.filter(({ segment }) => segment === n).map(({ id }) => id));
    if (ids.size === 0) await deleteFile(folder, bodyFile({ feedId, n }));
    else await bodies.drop({ feedId, n }, (id) => ids.has(id)).catch(leaveDamaged);
  }
}

/** What cannot be read is left as it is, and keeps nobody from opening the library. */
function leaveDamaged(error: unknown): void {
  if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
}

async function deleteFile(folder: string, file: string): Promise<void> {
  await rm(path.join(folder, file), { force: true });
  await rm(keptGeneration(path.join(folder, file)), { force: true });
}
