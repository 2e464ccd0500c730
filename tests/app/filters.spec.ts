import { expect, test } from './caravan';
import { addFeed, articles, dialog, feedOf, library, place, row, rows } from './reader';

test.beforeEach(async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  await place(page, 'All articles').click();
});

/** Read once it has stood still: the list before stays until the next has come. */
const total = async (page: import('playwright/test').Page) => {
  await expect(articles(page)).toHaveAttribute('aria-busy', 'false');
  return Number(await articles(page).getAttribute('aria-rowcount'));
};

test('regions and tags combine as all of, any of and none of', async ({ page }) => {
  const everything = await total(page);
  await place(page, 'Iran').click();
  await expect(page.getByRole('heading', { name: 'Iran' })).toBeVisible();
  const iran = await total(page);
  await place(page, 'Pakistan').click({ modifiers: ['Control'] });
  await expect(page.getByRole('heading', { name: 'Iran + Pakistan' })).toBeVisible();
  const both = await total(page);

  await place(page, 'Pakistan').click();
  const pakistan = await total(page);
  await page.getByRole('button', { name: 'Filters' }).click();
  await dialog(page).getByText('Any of').click();
  await dialog(page)
    .getByRole('option', { name: /^Pakistan \d/ })
    .click();
  await dialog(page)
    .getByRole('option', { name: /^Iran \d/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Pakistan or Iran' })).toBeVisible();
  expect(await total(page)).toBe(iran + pakistan - both);

  await place(page, 'All articles').click();
  await page.getByRole('button', { name: 'Filters' }).click();
  await dialog(page).getByText('None of').click();
  await dialog(page)
    .getByRole('option', { name: /^Iran \d/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'without Iran' })).toBeVisible();
  expect(await total(page)).toBe(everything - iran);
  expect(iran).toBeGreaterThan(0);
  expect(both).toBeGreaterThan(0);
  expect(both).toBeLessThan(Math.min(iran, pakistan) + 1);
});

test('a filter is taken away where it stands', async ({ page }) => {
  const everything = await total(page);
  await place(page, 'Iran').click();
  await place(page, 'Pakistan').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Remove Pakistan' }).click();
  await expect(page.getByRole('heading', { name: 'Iran', exact: true })).toBeVisible();
  await place(page, 'All articles').click();
  await expect.poll(() => total(page)).toBe(everything);
});

test('the reader’s own tags are given, found in the sidebar, filter, and are taken away', async ({ page }) => {
  await row(page, 'Two new crossings').click();
  await page.getByRole('button', { name: 'Tags' }).click();
  await dialog(page).getByRole('textbox', { name: 'Add a tag' }).fill('Trip to Taftan');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('row', { name: 'Trip to Taftan' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(row(page, 'Two new crossings')).toContainText('Trip to Taftan');
  await place(page, 'Trip to Taftan').click();
  await expect(rows(page)).toHaveCount(1);

  await rows(page).first().click();
  await page.getByRole('button', { name: 'Tags' }).click();
  await dialog(page).getByRole('button', { name: 'Remove the tag Trip to Taftan' }).click();
  await page.keyboard.press('Escape');
  await expect(library(page).getByText('Trip to Taftan')).toBeHidden();
});
