import type { ElectronApplication, Locator } from 'playwright/test';
import { picture } from '../support/feed-server/pictures';
import { painted, served } from '../support/picture-files';
import { startWrittenFeed } from '../support/written-feed';
import { expect, startCaravan, test } from './caravan';
import { addFeed, article, articlePage, library, place, row } from './reader';

const WORDS = `<p>${'The caravan crossed the dry river before the sun was up, and nobody spoke. '.repeat(12)}</p>`;
const img = (name: string, alt: string): string => `<img src="{origin}/${name}" alt="${alt}">`;
const ITEMS = [
  {
    title: 'Dunes',
    html: `${WORDS}<figure>${img('dunes.png', 'Dunes at dusk')}</figure>${img('late.png', 'A late one')}`,
  },
  { title: 'Bare', html: WORDS },
];

/** Every address that the window asks for from now on, but for its own files. */
async function askedBy(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onBeforeRequest(({ url }, pass) => {
      if (!url.startsWith('app://caravan/')) asked.push(url);
      pass({});
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

const isPainted = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 0);

test('pictures are kept behind all else, and are there without a network; one that was missed comes at a click', async ({
  library: folder,
}) => {
  let hasLate = false;
  const feed = await startWrittenFeed(ITEMS, {
    files: {
      '/': served(Buffer.from('<link rel="icon" href="/icon.png">'), 'text/html'),
      '/icon.png': served(painted(9, 64, 64)),
      '/dunes.png': served(picture('gold-weighbridge')),
      '/late.png': (headers, response) =>
        hasLate ? served(painted(4, 400, 200))(headers, response) : response.writeHead(404).end(),
    },
  });
  const online = await startCaravan(folder, { keep: 'full' });
  const asked = await askedBy(online.app);
  await addFeed(online.page, feed.url);
  const dunes = row(online.page, 'Dunes');
  await expect(dunes.locator('img[src^="app://caravan/thumbnails/"]')).toBeVisible();
  await expect.poll(() => isPainted(dunes.locator('img[src*=thumbnails]'))).toBe(true);
  await expect.poll(() => isPainted(dunes.locator('img[src*=pictures]'))).toBe(true);
  await expect(dunes).toContainText('Whole, with pictures');
  await dunes.click();
  await expect
    .poll(() => isPainted(articlePage(online.page).getByRole('button', { name: 'Enlarge: Dunes at dusk' })))
    .toBe(true);
  const late = articlePage(online.page).locator('[data-picture*=late]');
  await expect(late).toContainText('Picture not saved: A late one');
  hasLate = true;
  await late.getByRole('button', { name: 'Load picture' }).click();
  await expect
    .poll(() => isPainted(articlePage(online.page).getByRole('button', { name: 'Enlarge: A late one' })))
    .toBe(true);
  await expect(articlePage(online.page).locator('footer')).toContainText('Whole, with pictures');
  expect(await asked()).toEqual([]);
  await online.close();
  await feed.close();

  const offline = await startCaravan(folder, { keep: 'full' });
  const askedOffline = await askedBy(offline.app);
  const { page } = offline;
  await place(page, 'Ready offline').click();
  await row(page, 'Dunes').click();
  for (const name of ['Dunes at dusk', 'A late one']) {
    await expect.poll(() => isPainted(articlePage(page).getByRole('button', { name: `Enlarge: ${name}` }))).toBe(true);
  }
  await expect.poll(() => isPainted(library(page).locator('img[src*=pictures]').first())).toBe(true);
  await expect(article(page)).toBeVisible();
  expect(await askedOffline()).toEqual([]);
  expect([...online.problems, ...offline.problems]).toEqual([]);
  await offline.close();
});
