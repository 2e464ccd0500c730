// npm run screenshots: the app's real pictures, from the real window with the sample press, into docs/pictures.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { KEEP_EVERYTHING, type Retention, type Settings } from '../electron/contract/settings';
import { type Caravan, startCaravan } from '../tests/app/start';
import { type FeedServer, startFeedServer } from '../tests/support/feed-server';

const project = path.resolve(import.meta.dirname, '..');
const pictures = path.join(project, 'docs/pictures');
const WIDE = { width: 1440, height: 900 };
const SMALL = { width: 800, height: 600 };

interface Scene {
  name: string;
  size: typeof WIDE;
  settings?: Partial<Settings>;
  act?: (page: Page, server: FeedServer) => Promise<void>;
}

const open = (headline: string) => async (page: Page) => {
  const row = page.getByRole('row').filter({ hasText: headline }).first();
  // Only the rows in sight are drawn.
  for (let turns = 0; turns < 20 && (await row.count()) === 0; turns++) {
    await page.getByRole('grid', { name: /Articles|مقاله‌ها/ }).hover();
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(150);
  }
  await row.click();
  await page.waitForTimeout(700);
};

/** In the list of everything, since what one scene has opened is read in the next. */
const openAmongAll = (headline: string) => async (page: Page) => {
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await open(headline)(page);
};

const show = (name: string) => async (page: Page) => {
  await page.getByRole('row', { name, exact: true }).click();
  await page.waitForTimeout(300);
};

const both = async (page: Page, names: [string, string], headline: string) => {
  await page.getByRole('row', { name: names[0], exact: true }).first().click();
  await page
    .getByRole('row', { name: names[1], exact: true })
    .first()
    .click({ modifiers: ['Control'] });
  await open(headline)(page);
};

const english = async (page: Page) => both(page, ['Iran', 'Pakistan'], 'Two new crossings open');
const persian = async (page: Page) => both(page, ['ایران', 'پاکستان'], 'بازارچه‌های مرزی تا ده شب');
const press = (key: string) => async (page: Page) => {
  await english(page);
  await page.keyboard.press(key);
  await page.waitForTimeout(400);
};

const LIMITED: Retention = { days: 90, perFeed: 500, bytes: 1e9, keepUnread: true };
const storage = async (page: Page) => {
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForTimeout(600);
};

const network = async (page: Page) => {
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.waitForTimeout(600);
};

const keys = async (page: Page) => {
  await press('?')(page);
  await page.getByRole('button', { name: 'Change keys' }).click();
  await page.waitForTimeout(600);
};

const scenes: Scene[] = [
  { name: 'main-light', size: WIDE, act: english },
  { name: 'main-dark', size: WIDE, settings: { theme: 'dark' }, act: english },
  { name: 'main-light-rtl', size: WIDE, settings: { language: 'fa' }, act: persian },
  { name: 'main-dark-rtl', size: WIDE, settings: { theme: 'dark', language: 'fa' }, act: persian },
  { name: 'small-light', size: SMALL, act: openAmongAll('Two new crossings open') },
  { name: 'small-dark', size: SMALL, settings: { theme: 'dark' }, act: openAmongAll('Two new crossings open') },
  { name: 'small-light-rtl', size: SMALL, settings: { language: 'fa' }, act: openAmongAll('بازارچه‌های مرزی تا ده شب') },
  {
    name: 'small-dark-rtl',
    size: SMALL,
    settings: { theme: 'dark', language: 'fa' },
    act: openAmongAll('بازارچه‌های مرزی تا ده شب'),
  },
  { name: 'compact', size: WIDE, settings: { density: 'compact' }, act: openAmongAll('Two new crossings open') },
  { name: 'filters', size: WIDE, act: press('f') },
  { name: 'tags', size: WIDE, act: press('t') },
  { name: 'settings-dark', size: WIDE, settings: { theme: 'dark' }, act: press('Control+,') },
  { name: 'storage', size: WIDE, settings: { retention: LIMITED }, act: storage },
  {
    name: 'storage-dark-rtl',
    size: WIDE,
    settings: { theme: 'dark', language: 'fa', retention: LIMITED },
    act: storage,
  },
  { name: 'storage-small', size: SMALL, settings: { retention: LIMITED }, act: storage },
  { name: 'network', size: WIDE, act: network },
  { name: 'network-dark-rtl', size: WIDE, settings: { theme: 'dark', language: 'fa' }, act: network },
  { name: 'network-small', size: SMALL, act: network },
  { name: 'shortcuts', size: WIDE, act: press('?') },
  { name: 'palette', size: WIDE, act: press('Control+k') },
  { name: 'palette-dark-rtl', size: WIDE, settings: { theme: 'dark', language: 'fa' }, act: press('Control+k') },
  { name: 'keys-small', size: SMALL, act: keys },
  { name: 'empty', size: WIDE, act: show('Bookmarks') },
  {
    name: 'failing',
    size: WIDE,
    act: async (page, server) => {
      const paper = server.papers.find(({ title }) => title === 'Makran Daily');
      if (paper) server.fault(paper.id, { kind: '404' });
      await page.keyboard.press('r');
      await page.getByText('1 needs attention').waitFor();
      await show('Makran Daily')(page);
      server.clear();
    },
  },
  {
    name: 'offline-dark',
    size: WIDE,
    settings: { theme: 'dark' },
    act: async (page, server) => {
      await server.cut();
      await page.keyboard.press('r');
      await page.getByText('Offline since').waitFor();
      await english(page);
      await server.restore();
    },
  },
];

const firstStarts: Scene[] = [
  { name: 'first-start', size: WIDE },
  { name: 'first-start-dark-rtl', size: WIDE, settings: { theme: 'dark', language: 'fa' } },
  { name: 'first-start-small', size: SMALL },
];

const plain: Partial<Settings> = { theme: 'light', language: 'en', density: 'comfortable', retention: KEEP_EVERYTHING };

async function take({ page, app }: Caravan, server: FeedServer, { name, size, settings, act }: Scene): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  const wanted = { ...plain, ...settings };
  await page.evaluate((change) => window.caravan.calls['settings.change'](change), wanted);
  await page.reload();
  await page.waitForTimeout(800);
  await act?.(page, server);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

async function main(): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-pictures-'));
  const server = await startFeedServer();
  try {
    const empty = await startCaravan(path.join(folder, 'empty'));
    for (const scene of firstStarts) await take(empty, server, scene);
    await empty.close();
    await fillLibrary(path.join(folder, 'full'), server);
    const full = await startCaravan(path.join(folder, 'full'));
    for (const scene of scenes) await take(full, server, scene);
    await full.close();
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillLibrary(library: string, server: FeedServer): Promise<void> {
  const caravan = await startCaravan(library);
  await caravan.page.evaluate(async (opml) => {
    await window.caravan.calls['feeds.import']({ opml: new TextEncoder().encode(opml) });
    await window.caravan.calls['refresh.start']({ feedIds: null });
    await window.caravan.calls['settings.change']({ welcomed: true });
  }, server.opml());
  await caravan.close();
}

await main();
