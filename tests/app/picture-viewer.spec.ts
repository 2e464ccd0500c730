import type { Page } from 'playwright/test';
import { painted, served } from '../support/picture-files';
import { startWrittenFeed } from '../support/written-feed';
import { axeFinds } from './axe';
import { expect, startCaravan, test } from './caravan';
import { addFeed, articlePage, dialog, row } from './reader';

const ITEMS = [
  {
    title: 'Snow',
    html:
      '<p>The pass is closed.</p><figure><img src="{origin}/pass.png" alt="Snow on the pass"></figure>' +
      '<figure><img src="{origin}/valley.png" alt=""><figcaption>The valley below</figcaption></figure>',
  },
];

/** The picture in the article's frame that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active instanceof HTMLIFrameElement ? active.contentDocument?.activeElement?.getAttribute('alt') : null;
  });
const transform = (page: Page) =>
  dialog(page)
    .getByRole('img')
    .evaluate((image) => image.style.transform);

test('a picture is seen large: by key, wheel and pointer, from one to the next, in either direction', async ({
  library,
}) => {
  const files = { '/pass.png': served(painted(1, 1_280, 800)), '/valley.png': served(painted(2, 1_280, 800)) };
  const feed = await startWrittenFeed(ITEMS, { files });
  const caravan = await startCaravan(library, { keep: 'full' });
  const { app, page } = caravan;
  await addFeed(page, feed.url);
  await row(page, 'Snow').click();
  await expect(articlePage(page).locator('.body img')).toHaveCount(2);
  const [first] = await articlePage(page).locator('.body img').all();
  await first?.focus();
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Return' });
    contents?.sendInputEvent({ type: 'char', keyCode: '\r' });
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Return' });
  });
  const viewer = page.getByRole('dialog', { name: 'Snow on the pass' });
  await expect(viewer).toContainText('1 of 2');
  const size = viewer.getByRole('status', { name: 'Size' });

  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(size).toHaveText('225%');
  const middle = await transform(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => transform(page)).not.toBe(middle);
  await expect(viewer).toBeVisible();
  await page.keyboard.press('0');
  await expect(size).toHaveText('100%');

  const box = await viewer.getByRole('img').boundingBox();
  if (!box) throw new Error('The picture is nowhere.');
  const at = { x: box.x + box.width * 0.75, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -300);
  await expect(size).not.toHaveText('100%');
  const beside = await transform(page);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 20, { steps: 3 });
  await page.mouse.up();
  expect(await transform(page)).not.toBe(beside);
  await page.mouse.dblclick(at.x, at.y);
  await expect(size).toHaveText('100%');
  await page.mouse.dblclick(at.x, at.y);
  await expect(size).toHaveText('250%');
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('0');

  await page.keyboard.press('ArrowRight');
  const second = page.getByRole('dialog', { name: 'The valley below' });
  await expect(second).toContainText('2 of 2');
  await page.keyboard.press('ArrowRight');
  await expect(second).toContainText('2 of 2');
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.keyboard.press('ArrowRight');
  await expect(viewer).toContainText('1 of 2');
  await page.keyboard.press('ArrowLeft');
  await expect(second).toContainText('2 of 2');
  for (let tabs = 0; tabs < 8; tabs++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);

  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('');
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await first?.click();
  await expect(viewer).toBeVisible();
  await viewer.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => focused(page)).toBe('Snow on the pass');
  expect(caravan.problems).toEqual([]);
  await caravan.close();
  await feed.close();
});
