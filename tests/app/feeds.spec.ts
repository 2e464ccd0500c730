import { expect, test } from './caravan';
import { addFeed, chooseForFeed, dialog, feedOf, library, place, rows } from './reader';

test.beforeEach(async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
});

test('a feed takes the reader’s own name and a new folder', async ({ page }) => {
  await chooseForFeed(page, 'The Border Post', 'Properties…');
  await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Post');
  await dialog(page)
    .getByRole('button', { name: /Folder/ })
    .click();
  await page.getByRole('option', { name: 'New folder…' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name of the new folder' }).fill('The border');
  await dialog(page).getByRole('button', { name: 'Save' }).click();

  await expect(place(page, 'Post')).toHaveAttribute('aria-level', '2');
  await place(page, 'The border').click();
  await expect(page.getByRole('heading', { name: 'The border' })).toBeVisible();
  await expect(rows(page).first()).toContainText('Post');
});

test('unsubscribing takes a feed away at once, and undo brings it back with its articles', async ({ page }) => {
  const before = await page.getByRole('grid', { name: 'Articles' }).getAttribute('aria-rowcount');
  await chooseForFeed(page, 'The Border Post', 'Unsubscribe');
  await expect(library(page).getByText('The Border Post')).toBeHidden();
  await place(page, 'All articles').click();
  await expect(page.getByText('Your library is empty.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place(page, 'The Border Post')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Articles' })).toHaveAttribute('aria-rowcount', before ?? '');
});
