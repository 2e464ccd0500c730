import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { startWrittenFeed } from '../support/written-feed';
import { axeFinds } from './axe';
import { expect, test } from './caravan';
import { addFeed, articlePage, dialog, row } from './reader';
import { project } from './start';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><rect width="100%" height="100%" fill="#7a9"/><circle cx="50%" cy="50%" r="20%" fill="#fff"/></svg>';
const FILE = path.join(project, 'out/renderer/assets/drawing.svg');

test.beforeAll(() => writeFile(FILE, DRAWING));
test.afterAll(() => rm(FILE));

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
  caravan: { app },
  page,
}) => {
  const feed = await startWrittenFeed([{ title: 'Snow', html: '<p>The pass is closed.</p>' }]);
  await addFeed(page, feed.url);
  await row(page, 'Snow').click();
  await expect(articlePage(page).locator('h1')).toHaveText('Snow');
  // Two pictures of the scheme from which the frame may load them.
  await page.evaluate(() => {
    const body = document.querySelector('iframe')?.contentDocument?.querySelector('.body');
    for (const [alt, caption] of [
      ['Snow on the pass', ''],
      ['', 'The valley below'],
    ]) {
      const figure = body?.ownerDocument.createElement('figure');
      const picture = body?.ownerDocument.createElement('img');
      if (!body || !figure || !picture) throw new Error('There is no article.');
      picture.src = 'app://caravan/assets/drawing.svg';
      picture.alt = alt ?? '';
      picture.tabIndex = 0;
      picture.setAttribute('role', 'button');
      picture.setAttribute('aria-label', alt || caption || '');
      const words = body.ownerDocument.createElement('figcaption');
      words.textContent = caption ?? '';
      figure.append(picture, ...(caption ? [words] : []));
      body.append(figure);
    }
  });
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
  await feed.close();
});
