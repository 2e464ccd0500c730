import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundledScript } from '../support/bundled-script';
import type { Figure } from './bench';
import type { MadeFormat } from './parse/made-feeds';

const run = promisify(execFile);

interface Parsed {
  bytes: number;
  /** Median milliseconds: Caravan's parse, rss-parser alone, and Caravan's parse with excerpts and word counts. */
  ours: number;
  peer: number;
  read: number;
}

const FEEDS: [format: MadeFormat, items: number, rounds: number][] = [
  ['rss', 100, 60],
  ['rss', 1_000, 15],
  ['rss', 10_000, 5],
  ['atom', 1_000, 15],
  ['rdf', 1_000, 15],
];

/** A feed from its bytes to its items, beside rss-parser by itself on the same feed, whose text it is given decoded. */
export async function parse(): Promise<Figure[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  try {
    const script = await bundledScript(path.join(import.meta.dirname, 'parse/parse-child.ts'), scratch);
    const figures: Figure[] = [];
    for (const [format, items, rounds] of FEEDS) {
      const args = [script, format, String(items), String(rounds)];
      const { stdout } = await run(process.execPath, args);
      figures.push(...figuresOf(`${format}, ${items} items`, JSON.parse(stdout) as Parsed));
    }
    return figures;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function figuresOf(feed: string, { bytes, ours, peer, read }: Parsed): Figure[] {
  const speed = (ms: number): number => bytes / 1_000 / ms;
  const name = `rss-parser alone, ${speed(peer).toFixed(1)} MB/s`;
  return [
    { name: feed, value: speed(ours), unit: 'MB/s', ratio: { to: name, value: peer / ours } },
    { name: `${feed}: excerpts and word counts`, value: (100 * (read - ours)) / read, unit: '% of the reading' },
  ];
}
