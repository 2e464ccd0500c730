import type { Page } from 'playwright/test';
import { expect, startCaravan, test } from './caravan';
import {
  addFeed,
  article,
  articlePage,
  articles,
  chooseForFeed,
  dialog,
  feedOf,
  library,
  place,
  row,
  rows,
} from './reader';

const follow = async (page: Page, address: string) => {
  await addFeed(page, address);
  await expect(rows(page).first()).toBeVisible();
};
const headlineAt = async (page: Page, index: number) =>
  (await articles(page)
    .locator(`[aria-rowindex="${index + 1}"] p`)
    .nth(1)
    .textContent()) ?? '';

test('new articles wait until the reader asks for them; j goes on from the open one before and after', async ({
  page,
  server,
}) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await rows(page).nth(2).click();
  await expect(articlePage(page).locator('h1')).toHaveText(await headlineAt(page, 2));
  const [open, next, second] = await Promise.all([2, 3, 4].map((at) => headlineAt(page, at)));
  const before = String(server.items('border-post').length);
  server.publish('border-post', 3);
  await page.keyboard.press('r');
  const bar = page.getByRole('button', { name: '3 new articles' });
  await expect(bar).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'New articles have come.' })).toHaveCount(1);
  await expect(articles(page)).toHaveAttribute('aria-rowcount', before);
  expect(await headlineAt(page, 2)).toBe(open);
  await page.keyboard.press('j');
  await expect(articlePage(page).locator('h1')).toHaveText(next ?? '');
  await page.keyboard.press('.');
  await expect(bar).toBeHidden();
  await expect(articles(page)).toHaveAttribute('aria-rowcount', String(server.items('border-post').length));
  await expect(articles(page).locator('[aria-rowindex="1"]')).toBeInViewport();
  await page.keyboard.press('j');
  await expect(articlePage(page).locator('h1')).toHaveText(second ?? '');
});

test('many keys at once are as many steps, and the focus goes along', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  for (let step = 0; step < 5; step++) await page.keyboard.press('j', { delay: 0 });
  const fifth = articles(page).locator('[aria-rowindex="5"]');
  await expect(fifth).toHaveAttribute('aria-selected', 'true');
  await expect(fifth).toBeFocused();
});

test('letters are commands after a click in the sidebar, and on a Persian keyboard', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await place(page, 'Iran').click();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true, cancelable: true }),
    ),
  );
  await expect(articles(page).locator('[aria-rowindex="1"]')).toHaveAttribute('aria-selected', 'true');
});

test('a key in the article is one step, and the focus stays in the article', async ({
  caravan: { app },
  page,
  server,
}) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await page.keyboard.press('j');
  await articlePage(page).locator('.body p').first().click();
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'j' });
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'j' });
  });
  await expect(articlePage(page).locator('h1')).toHaveText(await headlineAt(page, 1));
  await expect(article(page).locator('iframe')).toBeFocused();
});

test('a footnote is shown without leaving the article', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await row(page, 'Two new crossings').click();
  await articlePage(page).locator('.body sup a').first().click();
  await expect(articlePage(page).locator('h1')).toContainText('Two new crossings');
  await expect(articlePage(page).locator(':target')).toBeVisible();
});

test('a search goes on to what it found with Enter', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await page.keyboard.press('/');
  await page.keyboard.type('crossings');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(articlePage(page).locator('h1')).toContainText('Two new crossings');
});

test('a place is added to a filter without harm to the rest of it', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await page.keyboard.press('f');
  await dialog(page).getByText('None of').click();
  await dialog(page)
    .getByRole('option', { name: /^Afghanistan \d/ })
    .click();
  await page.keyboard.press('Escape');
  await place(page, 'Pakistan').click({ modifiers: ['Control'] });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Border Post + Pakistan · without Afghanistan');
});

test('what is cancelled does not come back and move the window', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  server.fault('makran-daily', { kind: 'slow', ms: 1_000 });
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+,');
  await expect(page.getByText('You now follow Makran Daily.')).toBeVisible();
  await expect(dialog(page)).toContainText('Theme');
});

test('the list of a feed that one leaves is left too', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await chooseForFeed(page, 'The Border Post', 'Unsubscribe');
  await expect(page.getByRole('heading', { name: 'All unread' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(place(page, 'The Border Post')).toBeVisible();
});

test('another list begins at its top, whatever its rows', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await place(page, 'All articles').click();
  for (let step = 0; step < 9; step++) await page.keyboard.press('j');
  await expect(articles(page).locator('[aria-rowindex="9"]')).toBeInViewport();
  await place(page, 'Pakistan').click();
  await expect(articles(page).locator('[aria-rowindex="1"]')).toBeInViewport();
});

test('at 800x600 the library is a drawer that keys open, use and close', async ({ library: folder, server }) => {
  const { page, close, problems } = await startCaravan(folder, { width: 800, height: 600 });
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  const button = page.getByRole('button', { name: 'Show the library' });
  await expect(library(page)).toBeHidden();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(place(page, 'Today')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Bookmarks' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(library(page)).toBeHidden();
  await expect(button).toBeFocused();
  await close();
  expect(problems).toEqual([]);
});

test('in a narrow window the list is where it was when one comes back from an article', async ({
  library: folder,
  server,
}) => {
  const { page, close } = await startCaravan(folder, { width: 700, height: 600 });
  await addFeed(page, feedOf(server, 'The Border Post'));
  await rows(page).first().click();
  await expect(articlePage(page).locator('h1')).toBeVisible();
  await expect(articles(page)).toBeHidden();
  for (let step = 0; step < 6; step++) await page.keyboard.press('j');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(articles(page).locator('[aria-rowindex="7"]')).toBeInViewport();
  await close();
});

test('the sheet of keys names each key, the one without a letter too', async ({ page, server }) => {
  await follow(page, feedOf(server, 'The Border Post'));
  await page.keyboard.press('?');
  const caps = await dialog(page).locator('kbd').allTextContents();
  expect(caps.filter((cap) => cap.trim() === '')).toEqual([]);
  expect(caps).toEqual(expect.arrayContaining(['Space', 'Shift+Space']));
});
