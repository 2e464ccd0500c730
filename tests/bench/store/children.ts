import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundledScript } from '../../support/bundled-script';

const run = promisify(execFile);

export interface Watched {
  ms: number;
  cpu: number;
  block: number;
}
export interface Opened extends Watched {
  rss: number;
  collected: number;
  listed: number;
}
export interface Peer extends Watched {
  rss: number;
  collected: number;
  mark: number;
  bytes: number;
  markAll: number;
  markAllBlock: number;
}
export interface Used {
  open: number;
  openP95: number;
  sanitise: number;
  mark: number;
  markP95: number;
  bytes: number;
  pages: number;
  atOnce: number;
  markAll: number;
  markAllBlock: number;
}
export interface Refreshed {
  refresh: Watched;
  /** What a checkpoint costs when few files wait and when all do; absent in a store that has none. */
  few?: Watched;
  all?: Watched;
}
export interface Measured {
  articles: number;
  /** Whether the peer's file has the texts too. */
  hasTexts: boolean;
  opened: Opened[];
  peers: Peer[];
  used: Used;
  refreshed: Refreshed[];
}

export interface Places {
  articles: number;
  /** Where the library and the peer's file are made, unless they are there. */
  kept: string;
  scratch: string;
}

const OPENINGS = 5;
const REFRESHES = 3;
const PEERS = 3;
/** With the texts of more, the peer's file would be a text longer than JavaScript can hold. */
const MOST_WITH_TEXTS = 100_000;

/** Makes what is to be measured, then measures, every figure in a process of its own. */
export async function measure({ articles, kept, scratch }: Places): Promise<Measured> {
  const child = async <T>(name: string, ...args: string[]): Promise<T> => {
    const script = await bundledScript(path.join(import.meta.dirname, `${name}.ts`), scratch);
    const { stdout } = await run(process.execPath, ['--expose-gc', '--max-old-space-size=8192', script, ...args]);
    return JSON.parse(stdout) as T;
  };
  const hasTexts = articles <= MOST_WITH_TEXTS;
  const library = path.join(kept, `library-${articles}`);
  const peer = [path.join(kept, `lowdb-${articles}.json`), String(articles), hasTexts ? 'texts' : 'headers'];
  await fill(library, () => child('fill-child', library, String(articles)));
  if (!existsSync(peer[0] ?? '')) await child('lowdb-child', ...peer);

  const opened: Opened[] = [];
  const peers: Peer[] = [];
  // In turn, so that a busy moment of the machine hits both.
  for (let round = 0; round < OPENINGS; round++) {
    opened.push(await child('open-child', library));
    if (round < PEERS) peers.push(await child('lowdb-child', ...peer));
  }
  const used = await child<Used>('use-child', library, String(articles));
  const refreshed: Refreshed[] = [];
  for (let round = 0; round < REFRESHES; round++)
    refreshed.push(await child('refresh-child', library, String(articles)));
  return { articles, hasTexts, opened, peers, used, refreshed };
}

/** Fills the library unless an earlier run has done so to its end. */
async function fill(library: string, make: () => Promise<{ ms: number }>): Promise<void> {
  const whole = `${library}.whole`;
  if (existsSync(whole)) return;
  await rm(library, { recursive: true, force: true });
  const { ms } = await make();
  await writeFile(whole, '');
  console.error(`The library was filled in ${(ms / 1000).toFixed(0)} s.`);
}
