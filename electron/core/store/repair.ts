import path from 'node:path';
import { Fault } from '../../contract/failures';
import type { Bodies } from './bodies';
import type { Core } from './core-data';
import { withFeed } from './feed-records';
import type { Headers } from './headers';
import { BODY_FOLDER, bodyFile, type Part, partsIn } from './layout';
import type { LibraryFile } from './library-file';
import { rebuildHeaders } from './rebuild-headers';
import { setAside } from './replace-file';
import { setAsidePath } from './safe-json-file';

export interface RepairParts {
  folder: string;
  core: LibraryFile<Core>;
  headers: Headers;
  bodies: Bodies;
  recovered(file: string, reason: string): void;
}

/**
 * Puts damaged texts of a feed aside, so that the next refresh brings them anew where the publisher still has them, and
 * makes headers of texts that have none. (Index files were mended when the library was opened.) What it did is told.
 */
export async function repairFeed(parts: RepairParts, feedId: string): Promise<void> {
  const numbers = new Set((await partsIn(parts.folder, BODY_FOLDER)).get(feedId));
  for (const { segment } of parts.headers.viewsOf(feedId)) numbers.add(segment);
  for (const n of numbers) await repairSegment(parts, { feedId, n });
  const headers = await rebuildHeaders(parts, feedId, [...numbers]);
  if (headers > 0) parts.recovered(bodyFile({ feedId, n: 0 }), `${headers} articles without a header were found in it`);
}

/** Looks after one segment: texts that are lost are asked for anew at the next refresh. */
export async function repairSegment(parts: RepairParts, part: Part): Promise<void> {
  const { headers, core, recovered } = parts;
  const { ids, reason } = await idsOrNone(parts, part);
  const lost = [...headers.ofFeed(part.feedId)].filter(({ id, segment }) => segment === part.n && !ids.has(id));
  if (lost.length === 0 && reason === null) return;
  // Without its hash an article that comes again is taken for a changed one, and without validators it does come.
  await headers.put(part.feedId, lost, (kept) => ({ ...kept, hash: '' }));
  await core.change((data) => withFeed(data, part.feedId, () => ({ etag: null, lastModified: null, hash: null })));
  const why = reason === null ? '' : `${reason}; `;
  recovered(bodyFile(part), `${why}${lost.length} texts are lost and are fetched again where the publisher has them`);
}

async function idsOrNone(
  { folder, bodies }: RepairParts,
  part: Part,
): Promise<{ ids: ReadonlySet<string>; reason: string | null }> {
  try {
    return { ids: new Set(await bodies.idsIn(part)), reason: null };
  } catch (error) {
    if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
    await setAside(path.join(folder, bodyFile(part)), setAsidePath(folder, bodyFile(part)));
    bodies.forget(part);
    return { ids: new Set(), reason: String(error.failure.detail.reason) };
  }
}
