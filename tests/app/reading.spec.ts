import { expect, test } from './caravan';
import { addFeed, articlePage, dialog, feedOf, place, rows } from './reader';

test.beforeEach(async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
});

test('j and k go through the list, u and s mark, v opens the original outside', async ({
  caravan: { app },
  page,
  server,
}) => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      (globalThis as { opened?: string }).opened = url;
    };
  });
  const headline = async (index: number) => (await rows(page).nth(index).locator('p').nth(1).textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(articlePage(page).locator('h1')).toHaveText(await headline(0));
  await page.keyboard.press('j');
  await expect(articlePage(page).locator('h1')).toHaveText(await headline(1));
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(articlePage(page).locator('h1')).toHaveText(await headline(0));

  await page.keyboard.press('u');
  await expect(rows(page).first()).toContainText('unread');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('v');
  await expect
    .poll(() => app.evaluate(() => (globalThis as { opened?: string }).opened))
    .toContain(new URL(server.papers[0]?.homeUrl ?? '').origin);
});

test('keys work while the article itself has the focus', async ({ caravan: { app }, page }) => {
  await page.keyboard.press('j');
  const first = await articlePage(page).locator('h1').textContent();
  await articlePage(page).locator('.body p').first().click();
  // As the system sends it: what Playwright types does not pass through the main process.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'j' }),
  );
  await expect(articlePage(page).locator('h1')).not.toHaveText(first ?? '');
});

test('all are marked read at once, and the mark can be taken back', async ({ page }) => {
  await place(page, 'All unread').click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('All read.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).first()).toContainText('unread');
});

test('the headline search narrows the list as one types', async ({ page }) => {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('CROSSINGS');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Two new crossings');
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await page.keyboard.type('night bus');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('night bus');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
});

test('the article is shown whole: figures, tables, quotes and where it comes from', async ({ page }) => {
  await page.keyboard.press('j');
  const shown = articlePage(page);
  await expect(shown.locator('.dateline')).toContainText('The Border Post');
  await expect(shown.locator('.picture')).toContainText('Picture not saved');
  await expect(shown.locator('footer')).toContainText('First seen');
  expect(await shown.locator('script, iframe, form, [onclick], body [style]').count()).toBe(0);
});

test('rows of another list lie one below the other, though some are as high as those before', async ({
  page,
  server,
}) => {
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await expect(page.getByRole('heading', { name: 'Makran Daily' })).toBeVisible();
  await expect(dialog(page)).toBeHidden();
  for (const feed of ['The Border Post', 'Makran Daily', 'The Border Post']) {
    await place(page, feed).click();
    await expect(rows(page).first()).toContainText(feed);
    await expect.poll(() => rows(page).evaluateAll(overlaps)).toEqual([]);
  }
});

/** The rows that begin above the foot of the one before, in whole pixels. */
function overlaps(elements: Element[]): number[] {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return boxes.slice(1).flatMap(({ top }, n) => (top < (boxes[n]?.bottom ?? 0) - 1 ? [Math.round(top)] : []));
}
