import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import type { BenchOptions, Figure } from './bench';
import { startBenchServer } from './refresh/bench-server';
import { median, p95 } from './store/measured';
import { longestBlock, openCaravan, watchMain } from './ui/windows';

const run = promisify(execFile);

const ITEMS = 50;
const BYTES = 3_500;
/** Feeds that are there before, so that there is a list to move in. */
const READ_BEFORE = 20;
const BETWEEN_KEYS_MS = 150;
const BARS = { block: 50, key: 100 };
const project = path.resolve(import.meta.dirname, '../..');

/** What the reader feels of a first refresh in the real app: blocks of the main process, and how soon a key is answered. */
export async function appRefresh({ feeds }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  const server = await startBenchServer({ feeds: feeds + READ_BEFORE, items: ITEMS, bytes: BYTES });
  const library = path.join(folder, 'library');
  try {
    await follow(library, server.addresses.slice(0, READ_BEFORE));
    await cli('refresh', library);
    await follow(library, server.addresses.slice(READ_BEFORE));
    const opened = await openCaravan(library);
    const { app, page } = opened;
    await page.getByRole('row').first().click();
    await watchKeys(page);
    await watchMain(opened);
    const refreshing = page.evaluate(() => window.caravan.calls['refresh.start']({ feedIds: null }));
    const state = { isOver: false };
    void refreshing.then(() => {
      state.isOver = true;
    });
    const began = performance.now();
    while (!state.isOver) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(BETWEEN_KEYS_MS);
    }
    await refreshing;
    const seconds = (performance.now() - began) / 1_000;
    const block = await longestBlock(opened);
    const keys = await page.evaluate(() => (window as unknown as { keys: number[] }).keys);
    await app.close();
    const name = (what: string): string => `${feeds} feeds x ${ITEMS} in the app: ${what}`;
    return [
      { name: name('time'), value: seconds, unit: 's' },
      { name: name('longest block of the main process'), value: block, unit: 'ms', most: BARS.block },
      {
        name: name(`a key in the list (${keys.length} times), median`),
        value: median(keys),
        unit: 'ms',
        most: BARS.key,
      },
      { name: name('the same, 95th percentile'), value: p95(keys), unit: 'ms', most: BARS.key },
      { name: name('the same, worst'), value: Math.max(...keys), unit: 'ms', most: BARS.key },
    ];
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Not waited for in this thread: the feeds come from it. */
const cli = async (command: string, library: string, ...words: string[]): Promise<void> => {
  await run(process.execPath, [path.join(project, 'out/cli.js'), command, ...words, '--library', library]);
};

async function follow(library: string, addresses: readonly string[]): Promise<void> {
  const rows = addresses.map((address) => `<outline type="rss" xmlUrl="${address}"/>`);
  await writeFile(`${library}.opml`, `<opml version="2.0"><body>${rows.join('')}</body></opml>`);
  await cli('import', library, `${library}.opml`);
}

/** Notes for each key how long it takes until another row is chosen and painted. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const keys: number[] = [];
    Object.assign(window, { keys });
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    // Named functions would not survive the way into the page.
    new MutationObserver(() => {
      if (pressed === 0) return;
      const from = pressed;
      pressed = 0;
      // The frame in which it is painted is over when the task after it runs.
      requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - from)));
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-selected'] });
  });
