import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EVERYTHING } from '../../electron/contract/model';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary, type Library } from '../../electron/core/library';
import { startFinder } from '../../electron/core/work/finder-thread';
import { workInThisThread } from '../../electron/core/work/in-this-thread';
import type { BenchOptions, Figure } from './bench';
import { median, p95, timed, watched } from './store/measured';
import { madeLibrary } from './ui/made-library';

const SCRIPT = pathToFileURL(path.resolve(import.meta.dirname, '../../out/finder.js'));
const QUERIES = 60;
const MB = 1e6;

const open = (folder: string): Promise<Library> =>
  createLibrary({ folder, fetch: nodeFetch, work: workInThisThread, finder: startFinder(SCRIPT) });

/** Indexing a library from nothing, opening it again, and searching it, as the window does, without the window. */
export async function search({ articles, folder }: BenchOptions): Promise<Figure[]> {
  const own = folder ?? (await mkdtemp(path.join(os.tmpdir(), 'caravan-search-')));
  const library = path.join(own, `search-${articles}`);
  try {
    await madeLibrary(library, articles);
    await rm(path.join(library, 'search'), { recursive: true, force: true });
    return [...(await building(library, articles)), ...(await searching(library, articles))];
  } finally {
    if (folder === null) await rm(own, { recursive: true, force: true });
  }
}

async function building(folder: string, articles: number): Promise<Figure[]> {
  const library = await open(folder);
  const { ms, block } = await watched(() => library.searchable());
  await library.close();
  const index = path.join(folder, 'search');
  const sizes = await Promise.all(
    (await readdir(index)).map(async (name) => (await stat(path.join(index, name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return [
    { name: `${articles} articles, indexing all`, value: ms / 1_000, unit: 's', most: 60 },
    { name: `${articles} articles, longest block meanwhile`, value: block, unit: 'ms', most: 50 },
    { name: `${articles} articles, index on disk`, value: bytes / MB, unit: 'MB', most: 120 },
  ];
}

async function searching(folder: string, articles: number): Promise<Figure[]> {
  const before = process.memoryUsage().rss;
  const library = await open(folder);
  const list = (text: string) =>
    library.handlers['articles.list']({
      filter: { ...EVERYTHING, text },
      sort: 'best',
      offset: 0,
      limit: 100,
      keep: [],
    });
  const words = await wordsOf(library);
  const first = await timed(() => list(words[0] ?? ''));
  await library.searchable();
  const memory = process.memoryUsage().rss - before;
  const each = async (queries: string[]): Promise<number[]> => {
    const times: number[] = [];
    for (const query of queries) times.push(await timed(() => list(query)));
    return times;
  };
  const one = await each(words.map((word) => `${word} `));
  const two = await each(words.map((word, n) => `${word} ${words[(n + 7) % words.length] ?? ''} `));
  const prefix = await each(words.map((word) => word.slice(0, 3)));
  await library.close();
  const name = (what: string): string => `${articles} articles, ${what}`;
  return [
    { name: name('first search after opening'), value: first / 1_000, unit: 's', most: 2.5 },
    { name: name('one or two words, p50'), value: median([...one, ...two]), unit: 'ms', most: 20 },
    { name: name('one or two words, p95'), value: p95([...one, ...two]), unit: 'ms', most: 50 },
    { name: name('prefix of three letters, p95'), value: p95(prefix), unit: 'ms', most: 80 },
    { name: name('memory with the library and its index'), value: memory / MB, unit: 'MB' },
  ];
}

/** Words that stand in headlines, far apart in the list. */
async function wordsOf(library: Library): Promise<string[]> {
  const words = new Set<string>();
  for (let n = 0; words.size < QUERIES && n < QUERIES * 4; n++) {
    const { articles } = await library.handlers['articles.list']({
      filter: EVERYTHING,
      sort: 'newest',
      offset: n * 23,
      limit: 1,
      keep: [],
    });
    const word = articles[0]?.title.split(/\s+/).find((one) => one.length > 3);
    if (word) words.add(word);
  }
  return [...words];
}
