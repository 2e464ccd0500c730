import { expect, test } from './caravan';
import { addFeed, articlePage, dialog, feedOf, rows } from './reader';

test('from the first start to a bookmarked, tagged article without a mouse', async ({ page, server }) => {
  await expect(page.getByRole('textbox', { name: 'Address of a site or feed' })).toBeFocused();
  await page.keyboard.type(feedOf(server, 'The Border Post'));
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(articlePage(page).locator('h1')).not.toBeEmpty();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('s');
  await page.keyboard.press('t');
  await expect(dialog(page).getByRole('textbox', { name: 'Add a tag' })).toBeFocused();
  await page.keyboard.type('by key');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(rows(page).first()).toContainText('by key');
  await expect(rows(page).first()).toContainText('bookmarked');

  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { name: 'Bookmarks' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('r');
  await page.keyboard.press('?');
  await expect(dialog(page)).toContainText('Next article');
  await page.keyboard.press('Escape');
});

test('the sidebar is a tree: arrows move in it, Tab goes on', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('row', { name: 'Today' }).click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'All unread' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Bookmarks' })).toBeVisible();
});
