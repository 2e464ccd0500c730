import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RefreshReport } from '../../electron/contract/model';
import type { BenchOptions, Figure } from './bench';
import { type BenchServer, startBenchServer } from './refresh/bench-server';
import { measuredRun, type Run } from './refresh/measured-run';
import { hasNewsboat, Newsboat } from './refresh/newsboat';
import { median } from './store/measured';

const ITEMS = 50;
const BYTES = 3_500;
const LATENCY_MS = 50;
const cli = path.resolve(import.meta.dirname, '../../out/cli.js');

/** What is measured, in this order, and what of newsboat's time and processor time it may take. */
const BARS = {
  first: { wall: 0.6, cpu: 1 },
  unchanged: { wall: 1, cpu: Number.POSITIVE_INFINITY },
  'first with latency': { wall: 0.5, cpu: Number.POSITIVE_INFINITY },
  'unchanged with latency': { wall: 0.5, cpu: Number.POSITIVE_INFINITY },
};
const FEW_FEEDS = { limit: 100, wall: 1.2 };
const MOST_MEMORY_MB = 400;

type Kind = keyof typeof BARS;
type Runs = Record<Kind, Run[]>;

const noRuns = (): Runs => ({ first: [], unchanged: [], 'first with latency': [], 'unchanged with latency': [] });

/** A whole refresh from the command line, the start of the process included, beside newsboat on the same feeds. */
export async function refresh({ feeds, rounds }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  const server = await startBenchServer({ feeds, items: ITEMS, bytes: BYTES });
  const isBeside = hasNewsboat();
  if (!isBeside) console.error('newsboat and sqlite3 are not here: the ratios are left out.');
  const [ours, theirs] = [noRuns(), noRuns()];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const latency of [0, LATENCY_MS]) {
        server.latency = latency;
        const suffix = latency > 0 ? ' with latency' : '';
        const [first, unchanged] = [`first${suffix}` as Kind, `unchanged${suffix}` as Kind];
        const [one, two] = await caravan(path.join(folder, 'caravan'), server, feeds);
        ours[first].push(one);
        ours[unchanged].push(two);
        if (!isBeside) continue;
        const [third, fourth] = await newsboat(path.join(folder, 'newsboat'), server, feeds);
        theirs[first].push(third);
        theirs[unchanged].push(fourth);
      }
    }
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
  return figures(feeds, ours, theirs);
}

async function caravan(folder: string, server: BenchServer, feeds: number): Promise<[first: Run, unchanged: Run]> {
  await rm(folder, { recursive: true, force: true });
  const opml = `${folder}.opml`;
  const rows = server.addresses.map((address) => `<outline type="rss" xmlUrl="${address}"/>`);
  await writeFile(opml, `<opml version="2.0"><body>${rows.join('')}</body></opml>`);
  await measuredRun([process.execPath, cli, 'import', opml, '--library', folder]);
  const refreshOnce = async (expected: Partial<RefreshReport>): Promise<Run> => {
    const run = await measuredRun([process.execPath, cli, 'refresh', '--library', folder, '--json']);
    const report = JSON.parse(run.output) as RefreshReport;
    for (const [name, value] of Object.entries(expected)) {
      if (report[name as keyof RefreshReport] !== value) throw new Error(`${name} is not ${value}: ${run.output}`);
    }
    return run;
  };
  const first = await refreshOnce({ updated: feeds, newArticles: feeds * ITEMS });
  return [first, await refreshOnce({ notModified: feeds, newArticles: 0 })];
}

async function newsboat(folder: string, server: BenchServer, feeds: number): Promise<[first: Run, unchanged: Run]> {
  const peer = new Newsboat(folder);
  await peer.follow(server.addresses);
  const first = await peer.reload();
  if (peer.count() !== feeds * ITEMS) throw new Error(`newsboat has ${peer.count()} articles`);
  // Only from the third on it sends validators.
  await peer.reload();
  peer.analyse();
  server.counts();
  const third = await peer.reload();
  if (server.counts()[304] !== feeds) throw new Error('newsboat was not told that nothing has changed');
  return [first, third];
}

function figures(feeds: number, ours: Runs, theirs: Runs): Figure[] {
  const what = `${feeds} feeds x ${ITEMS}`;
  const each = (runs: Run[], of: keyof Omit<Run, 'output'>): number => median(runs.map((run) => run[of]));
  const figure = (kind: Kind, of: 'wall' | 'cpu'): Figure => {
    const [value, peer] = [each(ours[kind], of), each(theirs[kind], of)];
    const bar = feeds <= FEW_FEEDS.limit && kind === 'first' && of === 'wall' ? FEW_FEEDS.wall : BARS[kind][of];
    const ratio = { to: `newsboat, ${peer.toFixed(2)} s`, value: value / peer };
    const name = `${what}, ${kind}: ${of === 'wall' ? 'time' : 'processor time'}`;
    if (theirs[kind].length === 0) return { name, value, unit: 's' };
    return { name, value, unit: 's', ratio, ...(Number.isFinite(bar) && { most: bar * peer }) };
  };
  const kinds = Object.keys(BARS) as Kind[];
  const memory = Math.max(...kinds.flatMap((kind) => ours[kind].map((run) => run.memory)));
  return [
    ...kinds.flatMap((kind) => [figure(kind, 'wall'), figure(kind, 'cpu')]),
    { name: `${what}: memory at the most`, value: memory, unit: 'MB', most: MOST_MEMORY_MB },
  ];
}
