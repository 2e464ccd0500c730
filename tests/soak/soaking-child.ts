import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault } from '../../electron/contract/failures';
import type { FeedSummary } from '../../electron/contract/model';
import type { Fetch } from '../../electron/core/fetching/fetch';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../electron/core/library';
import { startWorkers } from '../../electron/core/work/worker-pool';
import { watched } from '../bench/store/measured';

// Caravan's core as the app runs it, in a process of its own: what it takes is measured here, and nothing else is here.
// A message on the channel is a round, after so many minutes; another one closes the library.

export type Command = { minutes: number } | 'close';

/** What one round came to. */
export interface Round {
  ms: number;
  /** Until the last article had come. */
  lastArticleMs: number;
  /** The longest that the event loop stood still, in milliseconds. */
  block: number;
  /** By the clock that the feeds are scheduled by. */
  at: number;
  feeds: Pick<FeedSummary, 'address' | 'articles' | 'trouble' | 'nextTry'>[];
  /** What went to the log. */
  logged: string[];
  /** Bytes after a collection. */
  heap: number;
  rss: number;
}

const MINUTE_MS = 60_000;
const EVEN = { random: () => 0.5 };

const [folder = '', worker = '', patience = ''] = process.argv.slice(2);
// It stands still within a round, so that it can be said to the minute who is due in the next one.
let now = Date.now();
const logged: string[] = [];
const note = (message: string, facts: object = {}): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
const library = await createLibrary({
  folder: path.join(folder, 'library'),
  fetch: patience === '' ? nodeFetch : impatient(nodeFetch, Number(patience)),
  work: startWorkers(pathToFileURL(worker)),
  now: () => now,
  log: { info: () => {}, warn: note, error: note },
  ...EVEN,
});
const { handlers } = library;
await handlers['settings.change']({ refreshMinutes: 15 });
await handlers['feeds.import']({ opml: new Uint8Array(await readFile(path.join(folder, 'feeds.opml'))) });

/** Gives up on an answer after so many seconds, its body included: sooner than the core's own limits, and in its words. */
function impatient(fetch: Fetch, seconds: number): Fetch {
  return (url, init) => {
    const impatience = new AbortController();
    const giveUp = (): void => impatience.abort(new Fault('timed-out', { host: new URL(url).host, seconds }));
    setTimeout(giveUp, seconds * 1_000).unref();
    return fetch(url, { ...init, signal: AbortSignal.any([init.signal, impatience.signal]) });
  };
}

async function round(minutes: number): Promise<Round> {
  now += minutes * MINUTE_MS;
  logged.length = 0;
  const began = performance.now();
  let lastArticleMs = 0;
  let newArticles = 0;
  const stop = library.on('refresh.progress', (state) => {
    if (state.newArticles > newArticles) lastArticleMs = performance.now() - began;
    newArticles = state.newArticles;
  });
  const { ms, block } = await watched(() => library.refreshDue());
  stop();
  const { feeds } = await handlers['library.overview']({});
  return { ms, lastArticleMs, block, at: now, feeds: feeds.map(picked), logged: [...logged], ...memory() };
}

const picked = ({ address, articles, trouble, nextTry }: FeedSummary): Round['feeds'][number] => ({
  address,
  articles,
  trouble,
  nextTry,
});

function memory(): { heap: number; rss: number } {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, rss };
}

process.on('message', (command: Command) => {
  const done =
    command === 'close' ? library.close().then(() => process.disconnect()) : round(command.minutes).then(tell);
  done.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

const tell = (answer: Round): void => void process.send?.(answer);
process.send?.('ready');
