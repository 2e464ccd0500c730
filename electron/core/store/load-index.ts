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

/** An index file of which neither generation can be read. */
interface Lost {
  part: Part;
  reason: string;
}

const READS_AT_ONCE = 8;

/**
 * Fills the headers: from the index files, then from the journals, and what neither has from the texts. Answers whether
 * anything had to be mended.
 */
export async function loadIndex(loading: Loading): Promise<boolean> {
  const { journaled, recovered } = loading;
  const lost = await loadFiles(loading);
  for (const { file, records } of journaled.damaged) {
    recovered(file, `${records} changes in it cannot be read; all others were made`);
  }
  const slices = new Slices();
  for (const record of journaled.records) {
    if (slices.isLong) await slices.next();
    replay(loading, record);
  }
  if (lost.length === 0 && journaled.damaged.length === 0) return false;
  await rebuild(loading, lost);
  // What the journal says of the articles that are back found nothing the first time.
  for (const record of journaled.records) replay(loading, record);
  return true;
}

/** Makes headers of texts for the feeds whose index files are lost; for all when the journal may have told of any. */
async function rebuild({ folder, core, headers, bodies, journaled, recovered }: Loading, lost: readonly Lost[]) {
  const texts = await partsIn(folder, BODY_FOLDER);
  const isAny = journaled.damaged.length > 0;
  for (const { id: feedId } of core.feeds) {
    const files = lost.filter(({ part }) => part.feedId === feedId);
    if (files.length === 0 && !isAny) continue;
    const found = await rebuildHeaders({ headers, bodies }, feedId, [...(texts.get(feedId) ?? [])]);
    const news = `${found} articles were found again in the texts, as unread`;
    for (const { part, reason } of files) recovered(indexFile(part), found > 0 ? `${reason}; ${news}` : reason);
    if (files.length === 0 && found > 0) recovered('journal', news);
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
async function loadFiles({ folder, core, headers, index }: Loading): Promise<Lost[]> {
  const parts = await partsToLoad(folder, core);
  const loads = new Map<Part, ReturnType<IndexFiles['load']>>();
  const lost: Lost[] = [];
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
