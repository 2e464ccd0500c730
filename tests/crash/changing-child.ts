import { once } from 'node:events';
import { openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { openStore } from '../../electron/core/store/store';
import { seededChance } from '../support/feed-server/chance';
import { act } from '../support/library/act';
import { articlesOf, type Change } from '../support/library/change';
import { followFeeds, idOf } from '../support/library/made-article';

// Changes a library until it is killed. Writes into a diary what it is about to ask for and what was acknowledged, at
// once and past every buffer. Before it opens the library it says that it is ready and waits to be told, on stdin, how
// many batches of articles there are.
const [folder = '', diary = '', seed = ''] = process.argv.slice(2);
const chance = seededChance(seed);
const below = (most: number): number => Math.floor(chance() * most);

const pages = openSync(diary, 'a');
const write = (line: string): void => void writeSync(pages, `${line}\n`);

process.stdout.write('ready');
const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
let batches = Number(line);
let versions = Date.now();
let asked = 0;
const recovered = (file: string, reason: string): void => write(`damaged ${file}: ${reason}`);
const store = await openStore({ folder, recovered });
await followFeeds(store);

const isThere = (n: number): boolean => store.headers.get(idOf(n)) !== undefined;

async function ask(change: Change): Promise<void> {
  const number = ++asked;
  write(`ask ${number} ${JSON.stringify(change)}`);
  await act(store, change);
  write(`done ${number}`);
}

function someArticles(): number[] {
  const most = 1 + below(chance() < 0.1 ? 200 : 4);
  const chosen = Array.from({ length: most }, () => below(batches * articlesOf(0).length));
  return [...new Set(chosen)].filter(isThere);
}

function someMark(): Change {
  const articles = someArticles();
  const yes = chance() < 0.7;
  const kind = below(3);
  if (kind === 0) return { kind: 'mark', articles, read: yes };
  if (kind === 1) return { kind: 'bookmark', articles, bookmarked: yes };
  return { kind: 'tag', articles, tag: `tag ${below(3)}`, given: yes };
}

/** The reader: some marks at once, now and then all articles. */
async function read(): Promise<void> {
  for (;;) {
    // Marks that change nothing are acknowledged without waiting for anything: the rest needs its turn.
    await setImmediate();
    if (chance() < 0.03) {
      const articles = Array.from({ length: batches }, (_, batch) => articlesOf(batch)).flat();
      await ask({ kind: 'markAll', articles: articles.filter(isThere) });
    } else await Promise.all(Array.from({ length: 1 + below(6) }, () => ask(someMark())));
  }
}

/** The refresh: new articles, and old ones that the publisher has changed. */
async function keep(): Promise<void> {
  for (;;) {
    // A library that grew without end would make the later rounds slower and no harder.
    const isNew = batches === 0 || chance() < Math.max(0.02, 0.5 - batches / 500);
    const batch = isNew ? batches : below(batches);
    await ask({ kind: 'keep', batch, version: ++versions });
    if (isNew) batches++;
  }
}

async function tidy(): Promise<void> {
  for (;;) {
    await ask({ kind: 'folder', name: `folder ${below(1_000)}` });
    await ask({ kind: 'textSize', size: 14 + below(10) });
    await setTimeout(below(60));
    await ask({ kind: 'checkpoint' });
  }
}

await Promise.all([read(), keep(), tidy()]);
