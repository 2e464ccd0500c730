import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import type { Bodies } from './bodies';
import type { Headers } from './headers';
import { bodyFile, type Part } from './layout';

/**
 * Deletes the texts of a feed's deleted articles, whole segments where nothing else is in them; answers the bytes that are
 * free now. A segment that is damaged is left for the repair.
 */
export async function tidyFeed(
  { folder, headers, bodies }: { folder: string; headers: Headers; bodies: Bodies },
  feedId: string,
): Promise<number> {
  let bytes = 0;
  const kept = new Map<number, Set<string>>();
  for (const { id, segment } of headers.viewsOf(feedId)) kept.set(segment, (kept.get(segment) ?? new Set()).add(id));
  for (const n of headers.goneSegments(feedId)) {
    const part = { feedId, n };
    const before = await sizeOf(folder, part);
    await clear({ folder, bodies }, part, kept.get(n) ?? new Set());
    headers.noteTidied(feedId, n);
    bytes += before - (await sizeOf(folder, part));
  }
  return bytes;
}

async function clear(
  { folder, bodies }: { folder: string; bodies: Bodies },
  part: Part,
  kept: ReadonlySet<string>,
): Promise<void> {
  if (kept.size === 0) {
    bodies.forget(part);
    await rm(path.join(folder, bodyFile(part)), { force: true });
    return;
  }
  try {
    await bodies.drop(part, (id) => kept.has(id));
  } catch (error) {
    if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
  }
}

async function sizeOf(folder: string, part: Part): Promise<number> {
  const found = await stat(path.join(folder, bodyFile(part))).catch(() => null);
  return found?.size ?? 0;
}
