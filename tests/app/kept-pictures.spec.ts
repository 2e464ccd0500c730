import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { InputOf } from '../../electron/contract/calls';
import { startWrittenFeed } from '../support/written-feed';
import { expect, test } from './caravan';
import { addFeed, articlePage, dialog, row, rows } from './reader';

/** So long ago that the window shows dates, and no time that goes by changes a picture. */
const NEWEST = Date.UTC(2020, 0, 5, 9);
const NAMES = ['first-start', 'light', 'dialog', 'sepia', 'dark-rtl', 'small', 'empty'];
/** Of pixels, each of which may itself be a little off: systems smooth letters in their own ways. */
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.25 };

const english = (n: number) =>
  `<p>Paragraph ${n}. ${'The road over the pass is closed until the snow is cleared from it. '.repeat(3)}</p>`;
const persian = `<p>${'برف سنگین راه گردنه را بست و رانندگان در کاروان‌سرا مانده‌اند. '.repeat(3)}</p>`;

const set = (page: Page, change: InputOf<'settings.change'>) =>
  page.evaluate((wanted) => window.caravan.calls['settings.change'](wanted), change);

/** Compares the window with its kept picture; what tells the time of the run is taken out of both. */
async function compare(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate(async () => {
    const frame = document.querySelector('iframe')?.contentDocument;
    await Promise.all([document.fonts.ready, frame?.fonts.ready]);
  });
  const status = page.locator('footer').last();
  await expect(page).toHaveScreenshot(`${name}.png`, { ...TOLERANCE, mask: [status], animations: 'disabled' });
}

test('the window looks as it did: each main state against its kept picture', async ({ caravan: { app }, page }) => {
  const major = await app.evaluate(() => process.versions.electron.split('.')[0]);
  const isKept = NAMES.every((name) => existsSync(path.join(import.meta.dirname, 'kept-pictures', `${name}.png`)));
  const isMaking = ['all', 'changed'].includes(test.info().config.updateSnapshots);
  const isSame = process.platform === 'linux' && major === '33';
  test.skip(!(isMaking || (isKept && isSame)), `The kept pictures are of Electron 33 on Linux; this is ${major}.`);
  const size = (width: number, height: number) =>
    app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
      width,
      height,
    ] as const);

  await page.getByRole('textbox', { name: 'Address of a site or feed' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await compare(page, 'first-start');

  const feed = await startWrittenFeed(
    [
      { title: 'Snow closes the pass for a second day', html: [1, 2, 3, 4, 5, 6].map(english).join('') },
      { title: 'برف راه گردنه را بست', html: persian.repeat(10) },
      { title: 'Bread is dearer in the valley', html: english(1) },
    ],
    { title: 'The Border Post', newest: NEWEST },
  );
  await addFeed(page, feed.url);
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Close' }).click();
  await row(page, 'Snow closes').click();
  await expect(articlePage(page).locator('h1')).toContainText('Snow');
  await compare(page, 'light');
  await page.keyboard.press('t');
  await dialog(page).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await compare(page, 'dialog');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await set(page, { readingTheme: 'sepia' });
  await expect(articlePage(page).locator('html')).toHaveAttribute('data-theme', 'sepia');
  await compare(page, 'sepia');
  await size(800, 600);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(800);
  await compare(page, 'small');
  await size(1440, 900);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440);

  await set(page, { readingTheme: 'window', theme: 'dark', language: 'fa' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.locator('[role=grid] [role=row]').filter({ hasText: 'برف' }).click();
  await expect(page.frameLocator('iframe').locator('h1')).toContainText('برف');
  await compare(page, 'dark-rtl');

  await set(page, { theme: 'light', language: 'en' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByText('No bookmarks yet.')).toBeVisible();
  await compare(page, 'empty');
  await feed.close();
});
