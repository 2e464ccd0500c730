import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import type { BenchOptions, Figure } from './bench';
import { median, p95 } from './store/measured';
import { untilArticle, untilList, watch, whileScrolling } from './ui/hands';
import { madeLibrary } from './ui/made-library';
import {
  longestBlock,
  memoryOf,
  type Opened,
  open,
  openCaravan,
  startedWithin,
  timeStart,
  watchMain,
  writeBareApp,
} from './ui/windows';

const SMALL = 10_000;
const LARGE = 100_000;
const STARTS = 5;
const STEPS = 60;
const CLICKS = 30;
const CHANGES = 40;
const OPENED = 500;
const WHEELS = 200;
const PAGES = 200;
const BARS = {
  start: 1.5,
  growth: 1.25,
  article: 100,
  list: 120,
  task: 50,
  idle: 200,
  searched: 400,
  opened: 60,
  script: 350,
};
const assets = path.resolve(import.meta.dirname, '../../out/renderer/assets');

/** The window under a reader's hands, with 100,000 articles in 500 feeds, beside a bare window. */
export async function ui({ folder, articles }: BenchOptions): Promise<Figure[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  const kept = folder ?? scratch;
  const large = Math.max(articles, LARGE);
  const [small, big, bare] = [
    path.join(kept, `ui-${SMALL}`),
    path.join(kept, `ui-${large}`),
    path.join(scratch, 'bare'),
  ];
  try {
    await madeLibrary(small, SMALL);
    await madeLibrary(big, large);
    await writeBareApp(bare);
    const starts = await started({ small, big, bare });
    const floor = await memoryOfBare(bare);
    return [...starts, ...(await used(big, floor)), await script()];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function started(places: { small: string; big: string; bare: string }): Promise<Figure[]> {
  const times = { small: [] as number[], big: [] as number[], bare: [] as number[] };
  // In turn, so that a busy moment of the machine hits all; the first is not counted.
  for (let round = 0; round <= STARTS; round++) {
    const one = await timeStart(await openCaravan(places.small), 'element');
    const two = await timeStart(await openCaravan(places.big), 'element');
    const three = await timeStart(await open(places.bare), 'paint');
    if (round === 0) continue;
    times.small.push(one);
    times.big.push(two);
    times.bare.push(three);
  }
  const [few, many, floor] = [median(times.small), median(times.big), median(times.bare)];
  const ratio = (value: number) => ({ to: 'the bare window', value: value / floor });
  const most = BARS.start * floor;
  return [
    { name: 'a bare window: start to first paint', value: floor, unit: 'ms' },
    { name: '10,000 articles: start to first row', value: few, unit: 'ms', ratio: ratio(few), most },
    { name: '100,000 articles: start to first row', value: many, unit: 'ms', ratio: ratio(many), most },
    { name: 'the same, of that with 10,000', value: many / few, unit: '', most: BARS.growth },
  ];
}

async function memoryOfBare(bare: string): Promise<number> {
  const opened = await open(bare);
  await startedWithin(opened, 'paint');
  const memory = await settled(opened);
  await opened.app.close();
  return memory;
}

/** Memory once it no longer falls: what a start needs goes back to the system after a while. */
async function settled(opened: Opened): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10; tries++) {
    await opened.page.waitForTimeout(500);
    const now = await memoryOf(opened);
    if (now > least * 0.99) return Math.min(now, least);
    least = now;
  }
  return least;
}

async function used(library: string, floor: number): Promise<Figure[]> {
  const opened = await openCaravan(library);
  const { page, app } = opened;
  await startedWithin(opened, 'element');
  const idle = await settled(opened);
  await watch(page);
  await watchMain(opened);
  await place(page, 'All articles').click();
  await page.getByRole('row').first().waitFor();

  const keys = await several(STEPS, () => untilArticle(page, () => page.keyboard.press('j')));
  const clicks = await several(CLICKS, (n) => untilArticle(page, () => row(page, n % 2 ? 1 : 2).click()));
  const lists = await several(CHANGES, (n) =>
    untilList(page, () => place(page, PLACES[n % PLACES.length] ?? '').click()),
  );
  await place(page, 'All articles').click();
  await page.getByRole('grid', { name: 'Articles' }).hover();
  const wheel = await whileScrolling(page, () => scrollBy(page, WHEELS, () => page.mouse.wheel(0, 2_500)));
  const paged = await whileScrolling(page, () => scrollBy(page, PAGES, () => page.keyboard.press('PageDown')));

  const search = page.getByRole('searchbox', { name: 'Search' });
  for (const words of ['border', 'train', 'water', 'مرز', 'поезд']) await search.fill(words);
  await search.fill('');
  const searched = await settled(opened);
  await place(page, 'All articles').click();
  const before = await settled(opened);
  await several(OPENED, () => untilArticle(page, () => page.keyboard.press('j')));
  const after = await settled(opened);
  const block = await longestBlock(opened);
  await app.close();

  return [
    ...spread(`a key to the article painted (${keys.length} times)`, keys, BARS.article),
    ...spread(`a click to the article painted (${clicks.length} times)`, clicks, BARS.article),
    ...spread(`another list painted (${lists.length} times)`, lists, BARS.list),
    { name: 'scrolling by wheel: longest task', value: wheel.longestTask, unit: 'ms', most: BARS.task },
    { name: `scrolling by wheel: frames with a blank, of ${wheel.frames}`, value: wheel.blank, unit: '', most: 0 },
    { name: 'scrolling by key: longest task', value: paged.longestTask, unit: 'ms', most: BARS.task },
    { name: `scrolling by key: frames with a blank, of ${paged.frames}`, value: paged.blank, unit: '', most: 0 },
    { name: 'memory of all processes above the bare window, idle', value: idle - floor, unit: 'MB', most: BARS.idle },
    { name: 'the same after searching', value: searched - floor, unit: 'MB', most: BARS.searched },
    {
      name: `memory after opening ${OPENED} articles, above before`,
      value: after - before,
      unit: 'MB',
      most: BARS.opened,
    },
    { name: 'longest block of the main process', value: block, unit: 'ms' },
  ];
}

/** Lists with something in them. */
const PLACES = ['All unread', 'Paper 1', 'All articles', 'Paper 7', 'Paper 3'];

const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name, exact: true });
const row = (page: Page, at: number) => page.getByRole('grid', { name: 'Articles' }).getByRole('row').nth(at);

async function several(times: number, measure: (n: number) => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let n = 0; n < times; n++) values.push(await measure(n));
  return values;
}

/** A step a frame, as a hand would, and no faster than the page. */
async function scrollBy(page: Page, times: number, step: () => Promise<void>): Promise<void> {
  for (let n = 0; n < times; n++) {
    await step();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

const spread = (name: string, values: number[], most: number): Figure[] => [
  { name: `${name}, median`, value: median(values), unit: 'ms', most },
  { name: 'the same, 95th percentile', value: p95(values), unit: 'ms', most },
];

/** What the window's page loads before it shows anything. */
async function script(): Promise<Figure> {
  const page = await readFile(path.join(assets, '../index.html'), 'utf8');
  const first = (await readdir(assets)).filter((name) => name.endsWith('.js') && page.includes(name));
  const sizes = await Promise.all(first.map(async (name) => gzipSync(await readFile(path.join(assets, name))).length));
  const value = sizes.reduce((sum, size) => sum + size, 0) / 1e3;
  return { name: 'the script of the window, packed', value, unit: 'kB', most: BARS.script };
}
