import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from './caravan';
import { addFeed, articlePage, articles, feedOf, row, rows } from './reader';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

async function violations(target: Page, without: string[] = []): Promise<string[]> {
  await target.evaluate(axe);
  const found = await target.evaluate(async (disabled) => {
    const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]));
    const { axe: run } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    return (await run.run({ iframes: false, rules })).violations;
  }, without);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

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
    expect(await violations(page)).toEqual([]);
    await addFeed(page, feedOf(server, 'The Border Post'));
    await expect(rows(page).first()).toBeVisible();
    await theme(page, shade);
    await row(page, 'Two new crossings').click();
    await expect(articlePage(page).locator('h1')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // The landmark around the frame is the window's.
    expect(await violations(await copyOfArticle(app, page), ['region', 'landmark-one-main'])).toEqual([]);

    for (const key of ['Control+,', '?', 'f', 't', 'a']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
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
