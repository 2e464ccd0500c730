import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, startCaravan, test } from './caravan';
import { addFeed, chooseForFeed, dialog, feedOf, place, row, rows } from './reader';
import type { Caravan } from './start';

const settings = async (page: Page) => {
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('tab', { name: 'Backups' }).click();
  await expect(dialog(page).getByRole('heading', { name: 'Backups' })).toBeVisible();
};
const backups = (page: Page) => dialog(page).getByRole('list', { name: 'Backups' }).getByRole('listitem');

/** Answers the system's dialogs, which no journey can click. */
const chooseFile = ({ app }: Caravan, file: string) =>
  app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);

test('a backup is made by hand and brings back what was there, in the same window', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await expect(rows(page).first()).toBeVisible();
  const headline = (await rows(page).first().getByRole('gridcell').first().innerText()).split('\n')[0] ?? '';
  await settings(page);
  await dialog(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog(page).getByText('Backed up and read back.')).toBeVisible();
  await expect(backups(page).filter({ hasText: 'made by you' })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await chooseForFeed(page, 'Makran Daily', 'Unsubscribe');
  await expect(place(page, 'Makran Daily')).toHaveCount(0);

  await settings(page);
  await backups(page)
    .filter({ hasText: 'made by you' })
    .getByRole('button', { name: /^Restore/ })
    .click();
  const question = page.getByRole('dialog', { name: 'Go back to this backup?' });
  await expect(question).toContainText('your library as it is now is backed up');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(place(page, 'Makran Daily')).toHaveCount(0);
  await backups(page)
    .filter({ hasText: 'made by you' })
    .getByRole('button', { name: /^Restore/ })
    .click();
  await question.getByRole('button', { name: 'Restore' }).click();

  await expect(place(page, 'Makran Daily')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await place(page, 'All articles').click();
  await expect(row(page, headline).first()).toBeVisible();
  await settings(page);
  await expect(backups(page).filter({ hasText: 'before another was restored' })).toHaveCount(1);
});

test('an archive goes from one window to another', async ({ caravan, page, server, library }) => {
  const file = path.join(library, 'caravan.zip');
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await expect(rows(page).first()).toBeVisible();
  await chooseFile(caravan, file);
  await settings(page);
  await dialog(page).getByRole('button', { name: 'Save archive…' }).click();
  await expect(dialog(page).getByText(/articles saved/)).toBeVisible();

  const other = await startCaravan(path.join(library, 'another'));
  try {
    await other.page.getByRole('button', { name: 'Skip' }).click();
    await chooseFile(other, file);
    await settings(other.page);
    await dialog(other.page).getByRole('button', { name: 'Open archive…' }).click();
    await expect(dialog(other.page).getByText(/articles added/)).toBeVisible();
    await other.page.keyboard.press('Escape');
    await expect(place(other.page, 'Makran Daily')).toBeVisible();
    await expect(rows(other.page).first()).toBeVisible();
    expect(other.problems).toEqual([]);
  } finally {
    await other.close();
  }
});
