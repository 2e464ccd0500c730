import { picture } from '../support/feed-server/pictures';
import { served } from '../support/picture-files';
import { startWrittenFeed } from '../support/written-feed';
import { expect, startCaravan, test } from './caravan';
import { addFeed, article, articlePage, row } from './reader';

const SAID = 'The river rose in the night and the bridge of the old town was shut before the first carts came. ';
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Flood | The Bridge</title></head><body>
<nav><a href="/">Home</a></nav><main><article><h1>Flood</h1><p><a rel="tag" href="/t/rivers">Rivers</a></p>
${Array.from({ length: 9 }, (_, n) => `<p>Part ${n + 1} of the flood. ${SAID.repeat(4)}</p>`).join('')}
<figure><img src="/boat.png" alt="A boat"></figure></article></main><footer>About us</footer></body></html>`;
const ITEMS = [
  { title: 'Flood', html: '<p>The river rose in the night…</p>' },
  { title: 'Lost', html: '<p>Nobody knows where…</p>' },
];

test('whole articles are kept and read without a network; the reader flips, reads both, and asks for what is missing', async ({
  library: folder,
}) => {
  let hasLost = false;
  const feed = await startWrittenFeed(ITEMS, {
    files: {
      '/story-0': served(Buffer.from(PAGE), 'text/html; charset=utf-8'),
      '/story-1': (headers, response) =>
        hasLost
          ? served(Buffer.from(PAGE.replaceAll('Flood', 'Lost')), 'text/html')(headers, response)
          : response.writeHead(404).end(),
      '/boat.png': served(picture('gold-weighbridge')),
    },
  });
  const online = await startCaravan(folder, { keep: 'full' });
  await addFeed(online.page, feed.url);
  await expect(row(online.page, 'Flood')).toContainText('Whole, with pictures');
  await expect(row(online.page, 'Flood')).toContainText('Rivers');

  await row(online.page, 'Lost').click();
  const bar = article(online.page).getByRole('status');
  await expect(bar).toContainText('This seems to be only the beginning.');
  await expect(bar).toContainText('Its page is not there any more.');
  hasLost = true;
  await article(online.page).getByRole('button', { name: 'Get the whole article' }).click();
  await expect(articlePage(online.page).locator('.body')).toContainText('Part 9 of the flood.');
  await expect(bar).toHaveCount(0);
  await online.close();
  await feed.close();

  const offline = await startCaravan(folder, { keep: 'full' });
  const { page } = offline;
  await page.setViewportSize({ width: 1440, height: 900 });
  await row(page, 'Flood').click();
  const body = articlePage(page).locator('.body');
  await expect(body).toContainText('Part 9 of the flood.');
  await expect(articlePage(page).getByRole('button', { name: 'Enlarge: A boat' })).toBeVisible();
  await expect(articlePage(page).locator('footer')).toContainText('Whole text from');

  await page.keyboard.press('w');
  await expect(body).toHaveText('The river rose in the night…');
  await expect(article(page).getByRole('status')).toContainText('What the feed says.');
  await article(page).getByRole('button', { name: 'Feed text or whole text' }).click();
  await expect(body).toContainText('Part 9 of the flood.');

  await page.keyboard.press('Shift+W');
  const frames = article(page).locator('iframe');
  await expect(frames).toHaveCount(2);
  await expect(frames.first().contentFrame().locator('.body')).toContainText('Part 9 of the flood.');
  const other = article(page).getByTitle('Feed text').contentFrame().locator('.body');
  await expect(other).toHaveText('The river rose in the night…');
  await article(page).getByRole('button', { name: 'Show one text' }).click();
  await expect(frames).toHaveCount(1);
  expect([...online.problems, ...offline.problems]).toEqual([]);
  await offline.close();
});
