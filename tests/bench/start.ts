import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../electron/core/library';
import { workInThisThread } from '../../electron/core/work/in-this-thread';
import { startFeedServer } from '../support/feed-server';
import type { BenchOptions, Figure } from './bench';
import { median } from './store/measured';
import { open, openCaravan, timeStart, writeBareApp } from './ui/windows';

const ROUNDS = 5;

/** From the start of the process to the first row painted, beside a bare window with a static page. */
export async function start({ articles, feeds }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  try {
    const library = path.join(folder, 'library');
    const bare = path.join(folder, 'bare');
    await fill(library, articles, feeds);
    await writeBareApp(bare);
    const caravans: number[] = [];
    const bares: number[] = [];
    // In turn, so that a busy moment of the machine hits both.
    for (let round = 0; round <= ROUNDS; round++) {
      const times = [
        await timeStart(await openCaravan(library), 'element'),
        await timeStart(await open(bare), 'paint'),
      ];
      if (round > 0) caravans.push(times[0] ?? 0);
      if (round > 0) bares.push(times[1] ?? 0);
    }
    const [ours, floor] = [median(caravans), median(bares)];
    return [
      { name: 'bare window: process start to first paint', value: floor, unit: 'ms' },
      {
        name: `Caravan, ${articles} articles: start to first row`,
        value: ours,
        unit: 'ms',
        ratio: { to: 'the bare window', value: ours / floor },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, articles: number, feeds: number): Promise<void> {
  const server = await startFeedServer();
  const library = await createLibrary({ folder, fetch: nodeFetch, work: workInThisThread });
  const opml = server.opml({ bench: { feeds, items: Math.ceil(articles / feeds), bytes: 1_000 } });
  await library.handlers['feeds.import']({ opml: new TextEncoder().encode(opml) });
  await library.handlers['refresh.start']({ feedIds: null });
  await library.handlers['settings.change']({ welcomed: true });
  await library.close();
  await server.close();
}
