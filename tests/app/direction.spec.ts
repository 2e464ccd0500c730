import { expect, test } from './caravan';
import { addFeed, articlePage, feedOf, place, row, rows } from './reader';

const directionOf = (locator: import('playwright/test').Locator) =>
  locator.evaluate((element) => getComputedStyle(element).direction);

test('each text takes its own direction, whatever the interface’s', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'روزنامهٔ خاوران'));
  await expect(rows(page).first()).toBeVisible();
  const persian = row(page, 'بازارچه‌های مرزی');
  expect(await directionOf(persian.getByText('بازارچه‌های مرزی تا ده شب'))).toBe('rtl');
  expect(await directionOf(persian)).toBe('ltr');
  await persian.click();
  expect(await directionOf(articlePage(page).locator('h1'))).toBe('rtl');
  expect(await directionOf(articlePage(page).locator('.body p').first())).toBe('rtl');
});

test('in Persian the whole window is mirrored, English articles read left to right', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'فارسی' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('Escape');

  const library = page.getByRole('navigation', { name: 'کتابخانه' });
  const list = page.getByRole('grid', { name: 'مقاله‌ها' });
  const [side, middle] = [await library.boundingBox(), await list.boundingBox()];
  expect(side?.x ?? 0).toBeGreaterThan(middle?.x ?? 0);
  await list.getByRole('row').first().click();
  const frame = page.getByRole('main', { name: 'مقاله' }).frameLocator('iframe');
  expect(await directionOf(frame.locator('.body p').first())).toBe('ltr');
  expect(await directionOf(frame.locator('footer'))).toBe('rtl');

  await page.evaluate(() => window.caravan.calls['settings.change']({ language: 'ps' }));
  const time = page.getByRole('grid', { name: 'لیکنې' }).getByRole('row').first().getByRole('time');
  await expect(time).toHaveText(/^[^A-Za-z]*[۰-۹][^A-Za-z]*$/);
});

test('titles in two scripts keep their order', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'روزنامهٔ خاوران'));
  await expect(rows(page).first()).toBeVisible();
  await place(page, 'روزنامهٔ خاوران').click();
  const isolated = await rows(page)
    .first()
    .locator('bdi, [dir=auto]')
    .evaluateAll((all) => all.every((element) => getComputedStyle(element).unicodeBidi.includes('isolate')));
  expect(isolated).toBe(true);
});
