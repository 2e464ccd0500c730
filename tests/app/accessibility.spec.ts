import type { ElectronApplication, Page } from 'playwright/test';
import { axeFinds } from './axe';
import { expect, test } from './caravan';
import { addFeed, articlePage, articles, feedOf, row, rows } from './reader';

/** The article's page in a window of its own: no script runs in its frame, not even axe. */
async function copyOfArticle(app: ElectronApplication, page: Page): Promise<Page> {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  const address = `data:text/html;charset=utf-8,${encodeURIComponent((await frame?.content()) ?? '')}`;
  const [copy] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }, url) => void new BrowserWindow().loadURL(url), address),
  ]);
  await copy.locator('h1').waitFor();
  return copy;
}

const theme = async (page: Page, name: string) => {
  await page.keyboard.press('Control+,');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText(name, { exact: true }).click();
  await page.keyboard.press('Escape');
};

for (const shade of ['Light', 'Dark']) {
  test(`axe finds nothing to complain about, ${shade.toLowerCase()}`, async ({ caravan: { app }, page, server }) => {
    // Eight looks of axe: on two busy processors they came near the minute that a test has.
    test.slow();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
    await addFeed(page, feedOf(server, 'The Border Post'));
    await expect(rows(page).first()).toBeVisible();
    await theme(page, shade);
    await row(page, 'Two new crossings').click();
    await expect(articlePage(page).locator('h1')).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
    // The landmark around the frame is the window's.
    expect(await axeFinds(await copyOfArticle(app, page), ['region', 'landmark-one-main'])).toEqual([]);

    for (const key of ['Control+,', 'Control+k', '?', 'f', 't', 'a']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axeFinds(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
}

test('the list tells its length and each row its place', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-rowindex', '2');
  const { length } = server.items('border-post');
  await expect(articles(page)).toHaveAttribute('aria-rowcount', String(length));
});
