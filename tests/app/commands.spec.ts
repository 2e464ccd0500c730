import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { axeFinds } from './axe';
import { expect, startCaravan, test } from './caravan';
import { addFeed, articlePage, dialog, feedOf, rows } from './reader';

const combobox = (page: Page) => page.getByRole('combobox', { name: 'Find a command, feed, folder, tag or region' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Answers' }).getByRole('option');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The option that the field points at, as a screen reader finds it. */
const pointedAt = async (page: Page) =>
  page.locator(`[id="${await combobox(page).getAttribute('aria-activedescendant')}"]`);

/** What the application menu says, with its keys: “File: Add feed CommandOrControl+N, …”. */
const applicationMenu = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(
      ({ label, submenu }) =>
        `${label}: ${(submenu?.items ?? [])
          .filter((item) => item.label)
          .map((item) => [item.label, item.accelerator].filter(Boolean).join(' '))
          .join(', ')}`,
    ),
  );

test('the palette finds commands and places by keys alone, what was chosen last first', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'روزنامهٔ خاوران'));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(combobox(page)).toBeFocused();
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('gt bkm');
  await expect(options(page).first()).toContainText('Go to Bookmarks');
  await expect(dialog(page).getByRole('status')).toHaveText(/\d+ answers?/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(title(page)).toHaveText('Bookmarks');

  // Typed with the Arabic forms of its letters, and without the hamza.
  await page.keyboard.press('Control+k');
  await expect(options(page).first()).toContainText('Go to Bookmarks');
  await page.keyboard.type('روزنامه خاوران');
  await expect(options(page).first()).toContainText('روزنامهٔ خاوران');
  await expect(options(page).first()).toContainText('Feed');
  await page.keyboard.press('ArrowDown');
  await expect(await pointedAt(page)).toContainText('Search articles for');
  await page.keyboard.press('ArrowDown');
  await expect(await pointedAt(page)).toContainText('روزنامهٔ خاوران');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('روزنامهٔ خاوران');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('tags');
  await expect(options(page).filter({ hasText: /^Tags/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('j');
  await expect(articlePage(page).locator('h1')).not.toBeEmpty();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tags');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Add a tag' })).toBeFocused();
});

test('a key that is changed works at once, everywhere and after a restart, and can be set back', async ({
  library: folder,
  server,
}) => {
  const first = await startCaravan(folder);
  const { page } = first;
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('?');
  await dialog(page).getByRole('button', { name: 'Change keys' }).click();
  await dialog(page).getByRole('button', { name: 'Change the key of Filters' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Press the new key of Filters' })).toBeFocused();
  await page.keyboard.press('Control+c');
  await expect(dialog(page)).toContainText('Ctrl+C is needed for writing');
  await expect(dialog(page).getByRole('button', { name: 'Keep this key' })).toBeDisabled();
  await page.keyboard.press('Control+r');
  await expect(dialog(page)).toContainText('Ctrl+R belongs to: Refresh.');
  expect(await axeFinds(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Take it from there' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  // The button of the list shows it, and the menu too.
  await expect(page.getByRole('button', { name: 'Filters' })).toContainText('Ctrl+R');
  await expect
    .poll(() => applicationMenu(first.app))
    .toContainEqual(expect.stringContaining('Filters CommandOrControl+R'));
  await first.close();
  expect(first.problems).toEqual([]);

  const second = await startCaravan(folder);
  await expect(rows(second.page).first()).toBeVisible();
  await second.page.keyboard.press('f');
  await second.page.keyboard.press('Control+r');
  await expect(dialog(second.page)).toContainText('All of');
  await second.page.keyboard.press('Escape');

  // Letters alone can be switched off; what has Ctrl stays.
  await second.page.keyboard.press('Control+,');
  await dialog(second.page).getByRole('searchbox', { name: 'Find a setting' }).fill('letter alone');
  await dialog(second.page).getByText('Keys that are a letter').click();
  await dialog(second.page).getByRole('searchbox', { name: 'Find a setting' }).fill('filters');
  await dialog(second.page).getByRole('button', { name: 'Set back: Filters' }).click();
  await expect(dialog(second.page).getByRole('button', { name: 'Change the key of Filters' })).toBeFocused();
  await second.page.keyboard.press('Escape');
  await second.page.keyboard.press('?');
  await second.page.keyboard.press('f');
  await second.page.keyboard.press('j');
  await second.page.keyboard.press('Control+r');
  await expect(second.page.getByRole('button', { name: 'Stop refreshing' }).or(dialog(second.page))).toBeHidden();
  await expect(rows(second.page).first()).toHaveAttribute('aria-selected', 'false');
  await second.close();
  expect(second.problems).toEqual([]);
});

test('the language changes without a restart, in the system’s menus too, and the next start has them at once', async ({
  library: folder,
}) => {
  const first = await startCaravan(folder);
  const { page } = first;
  await expect
    .poll(() => applicationMenu(first.app))
    .toContainEqual(expect.stringMatching(/^File: .*Refresh CommandOrControl\+R.*Quit Caravan/));
  await page.keyboard.press('Control+,');
  const find = dialog(page).getByRole('searchbox', { name: 'Find a setting' });
  await find.fill('LANGUAGE');
  await expect(dialog(page).getByText('1 setting', { exact: true })).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: /Language/ })
    .click();
  await page.getByRole('option', { name: 'فارسی' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect
    .poll(() => applicationMenu(first.app))
    .toContainEqual(expect.stringMatching(/^پرونده: .*به‌روزرسانی CommandOrControl.*خروج از کاروان/));
  const persian = await applicationMenu(first.app);
  expect(
    persian.filter((menu) =>
      /[A-Za-z]{3,}/.test(
        menu.replaceAll(
          /CommandOrControl|OPML|PDF|HTML|EPUB|Toggle Developer Tools|[ +]F\d+|Plus|Alt|Shift|Control|Command|Ctrl/g,
          '',
        ),
      ),
    ),
  ).toEqual([]);
  // Found with the Arabic forms of the letters, and set back from there.
  await dialog(page).getByRole('searchbox', { name: 'یافتن تنظیم' }).fill('پوسته مقاله ها');
  await dialog(page).getByRole('radiogroup', { name: 'پوستهٔ مقاله‌ها' }).getByText('کاهی').click();
  await dialog(page).getByRole('button', { name: 'به حال نخست: پوستهٔ مقاله‌ها' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'مانند پنجره' })).toBeChecked();
  await expect(dialog(page).getByRole('button', { name: /^به حال نخست/ })).toHaveCount(0);
  await first.close();
  expect(first.problems).toEqual([]);

  const kept = JSON.parse(await readFile(path.join(folder, 'window', 'menu.json'), 'utf8'));
  expect(kept.failures['library-in-use']).toMatch(/کتابخانهٔ \{folder\}.*\{pid\}/);

  const second = await startCaravan(folder);
  expect(await applicationMenu(second.app)).toEqual(persian);
  await expect(second.page.getByRole('textbox').first()).toBeFocused();
  await second.page.keyboard.press('Control+,');
  await dialog(second.page).getByRole('button', { name: 'بازگرداندن همه چیز به حال نخست…' }).click();
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'به حال نخست' }).click();
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(dialog(second.page).getByRole('button', { name: 'Set everything back…' })).toBeHidden();
  await second.close();
  expect(second.problems).toEqual([]);
});
