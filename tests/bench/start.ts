import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright/test';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../electron/core/library';
import { workInThisThread } from '../../electron/core/work/in-this-thread';
import { startFeedServer } from '../support/feed-server';
import type { BenchOptions, Figure } from './bench';

const ROUNDS = 5;
const project = path.resolve(import.meta.dirname, '../..');
const electron = createRequire(import.meta.url)('electron') as string;

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
      const times = [await time([project, '--library', library], 'element'), await time([bare], 'paint')];
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

const median = (values: number[]): number => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

async function time(args: string[], entryType: 'element' | 'paint'): Promise<number> {
  const app = await _electron.launch({ executablePath: electron, args: [...args, '--disable-gpu', '--log-level=3'] });
  const page = await app.firstWindow();
  const painted = await page.evaluate(
    (type) =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntries() as (PerformanceEntry & { renderTime?: number })[];
          if (first) done(performance.timeOrigin + (first.renderTime ?? first.startTime));
        }).observe({ type, buffered: true });
      }),
    entryType,
  );
  const started = await app.evaluate(() => process.getCreationTime());
  await close(app);
  return painted - (started ?? 0);
}

const close = (app: ElectronApplication) => app.close();

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

async function writeBareApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.js"}');
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>Bare</title><p>A static page.');
  await writeFile(
    path.join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(__dirname + '/page.html'));`,
  );
}
