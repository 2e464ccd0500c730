import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { EVERYTHING } from '../../electron/contract/model';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../electron/core/library';
import { workInThisThread } from '../../electron/core/work/in-this-thread';
import type { BenchOptions, Figure } from './bench';
import { startBenchServer } from './refresh/bench-server';
import { openCaravan } from './ui/windows';

const FEEDS_IN_A_FOLDER = 15;
/** Feeds that have articles, so that counts can change. */
const READ = 20;
const STEPS = 60;
/** Pixels that one notch of a wheel scrolls, and a bit. */
const NOTCH = 150;
/** What the browser calls a long task. */
const BAR_MS = 50;

/** What the reader feels of a sidebar with very many feeds: the longest task of the window while it is used. */
export async function sidebar({ feeds }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  try {
    await fill(folder, feeds);
    const { app, page } = await openCaravan(folder);
    const tree = page.getByRole('treegrid', { name: 'Feeds' });
    await tree.getByRole('row').first().waitFor();
    await page.waitForTimeout(2_000);
    await watchTasks(page);
    const name = (what: string): string => `${feeds} feeds in the sidebar, longest task: ${what}`;
    const figure = async (what: string, use: () => Promise<void>): Promise<Figure> => {
      await longestTask(page);
      await use();
      return { name: name(what), value: await longestTask(page), unit: 'ms', most: BAR_MS };
    };
    await tree.getByRole('row').first().hover();
    const figures = [
      await figure('scrolling', () => repeat(page, () => page.mouse.wheel(0, NOTCH))),
      await figure('scrolling back', () => repeat(page, () => page.mouse.wheel(0, -NOTCH))),
      await figure('a change of counts', () => repeat(page, (step) => mark(page, step))),
    ];
    await page.mouse.wheel(0, -50_000);
    await tree.getByRole('row').first().click();
    figures.push(
      await figure('an arrow key', () => repeat(page, () => page.keyboard.press('ArrowDown'))),
      await figure('Home and End', () => repeat(page, (step) => page.keyboard.press(step % 2 ? 'Home' : 'End'))),
    );
    const rows = await tree.getByRole('row').count();
    await app.close();
    return [...figures, { name: `${feeds} feeds in the sidebar, rows that are drawn`, value: rows, unit: '' }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, feeds: number): Promise<void> {
  const server = await startBenchServer({ feeds: READ, items: 50, bytes: 500 });
  const { handlers, close } = await createLibrary({ folder, fetch: nodeFetch, work: workInThisThread });
  const follow = (rows: string[]) =>
    handlers['feeds.import']({
      opml: new TextEncoder().encode(`<opml version="2.0"><body>${rows.join('')}</body></opml>`),
    });
  await handlers['settings.change']({ refreshMinutes: 0, welcomed: true });
  await follow(server.addresses.map((address) => `<outline type="rss" xmlUrl="${address}"/>`));
  await handlers['refresh.start']({ feedIds: null });
  const row = (n: number) => `<outline text="Paper no. ${n}" type="rss" xmlUrl="https://${n}.example/feed"/>`;
  const folders = Math.ceil(feeds / FEEDS_IN_A_FOLDER);
  await follow(
    Array.from({ length: folders }, (_, at) => {
      const inside = Array.from({ length: FEEDS_IN_A_FOLDER }, (_, n) => row(at * FEEDS_IN_A_FOLDER + n));
      return `<outline text="Folder ${at}">${inside.join('')}</outline>`;
    }),
  );
  await close();
  await server.close();
}

async function repeat(page: Page, use: (step: number) => Promise<unknown>): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    await use(step);
    await page.waitForTimeout(60);
  }
}

/** One article read, or unread again: the counts of its feed, of its folder and of all change. */
const mark = (page: Page, step: number): Promise<unknown> =>
  page.evaluate(
    async ([at, filter]) => {
      const { calls } = window.caravan;
      const page = { filter, sort: 'newest', offset: at >> 1, limit: 1, keep: [] } as const;
      const { value } = JSON.parse(await calls['articles.list']({ ...page, keep: [] }));
      const id = value?.articles[0]?.id;
      if (id) await calls['articles.mark']({ ids: [id], read: at % 2 === 0 });
    },
    [step, EVERYTHING] as const,
  );

const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

/** The longest since this was asked the last time; 0 where none took 50 ms. */
const longestTask = async (page: Page): Promise<number> => {
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks.splice(0)));
};
