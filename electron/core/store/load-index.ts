import type { Bodies } from './bodies';
import type { Core } from './core-data';
import { feedRecord } from './feed-records';
import type { Headers } from './headers';
import type { IndexFiles } from './index-files';
import type { Journaled } from './journal';
import { readRecord } from './journal-records';
import { BODY_FOLDER, INDEX_FOLDER, indexFile, type Part, partsIn } from './layout';
import { rebuildHeaders } from './rebuild-headers';
import { Slices } from './slices';
import { reasonOf } from './system-error';

interface Loading {
  folder: string;
  core: Core;
  headers: Headers;
  bodies: Bodies;
  index: IndexFiles;
  journaled: Journaled;
  recovered(file: string, reason: string): void;
}

const READS_AT_ONCE = 8;

/** Fills the headers: from the index files, then from the journals, and what neither has from the texts. */
export async function loadIndex(loading: Loading): Promise<void> {
  const { headers, journaled, recovered } = loading;
  const lost = await loadFiles(loading);
  for (const { file, records } of journaled.damaged) {
    recovered(file, `${records} changes in it cannot be read; all others were made`);
  }
  const slices = new Slices();
  for (const record of journaled.records) {
    if (slices.isLong) await slices.next();
    replay(loading, record);
  }
  if (lost.length === 0) return;
  const texts = await partsIn(loading.folder, BODY_FOLDER);
  for (const { part, reason } of lost) {
    const { feedId } = part;
    const found = await rebuildHeaders({ headers, bodies: loading.bodies }, feedId, [...(texts.get(feedId) ?? [])]);
    const news = found > 0 ? `; ${found} articles were found again in the texts, as unread` : '';
    recovered(indexFile(part), `${reason}${news}`);
  }
}

function replay({ core, headers, recovered }: Loading, record: unknown): void {
  try {
    const read = readRecord(record);
    if (read.is !== 'articles' || feedRecord(core, read.feed)) headers.replay(read);
  } catch (error) {
    recovered('journal', reasonOf(error));
  }
}

/** Loads all index files; answers those that were lost. */
async function loadFiles({ folder, core, headers, index }: Loading): Promise<{ part: Part; reason: string }[]> {
  const parts = await partsToLoad(folder, core);
  const loads = new Map<Part, ReturnType<IndexFiles['load']>>();
  const lost: { part: Part; reason: string }[] = [];
  const slices = new Slices();
  for (const [at, part] of parts.entries()) {
    for (const ahead of parts.slice(at, at + READS_AT_ONCE)) {
      if (!loads.has(ahead)) loads.set(ahead, loadOne(index, core, ahead));
    }
    const loaded = await loads.get(part);
    loads.delete(part);
    if (!loaded) continue;
    if (slices.isLong) await slices.next();
    headers.load(loaded.block);
    if (loaded.lost !== null) lost.push({ part, reason: loaded.lost });
  }
  return lost;
}

function loadOne(index: IndexFiles, core: Core, part: Part): ReturnType<IndexFiles['load']> {
  const loading = index.load(part, part.n < (feedRecord(core, part.feedId)?.shards ?? 0));
  // Waited for in its turn; nobody else listens till then.
  loading.catch(() => {});
  return loading;
}

/** The files that core lists, and those that a crash has kept out of the list. */
async function partsToLoad(folder: string, { feeds }: Core): Promise<Part[]> {
  const found = await partsIn(folder, INDEX_FOLDER);
  return feeds.flatMap(({ id, shards }) => {
    const count = Math.max(shards, ...[...(found.get(id) ?? [])].map((n) => n + 1));
    return Array.from({ length: count }, (_, n) => ({ feedId: id, n }));
  });
}
