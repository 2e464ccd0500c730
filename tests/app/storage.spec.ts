import type { Page } from 'playwright/test';
import { axeFinds } from './axe';
import { expect, test } from './caravan';
import { addFeed, articles, dialog, rows } from './reader';

const pick = async (page: Page, label: string, option: string) => {
  await dialog(page)
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const count = async (page: Page, articlesThere: number) =>
  expect(articles(page)).toHaveAttribute('aria-rowcount', String(articlesThere));

test('a reader sees what takes the space, sets a limit, and cleans up for good', async ({ page, server }) => {
  await addFeed(page, server.url('/bench/1.xml'));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await count(page, 50);
  for (const there of [100, 150]) {
    server.publish('bench/1', 50);
    await page.keyboard.press('r');
    await count(page, there);
  }
  // Kept for good, it is not counted among the fifty.
  await rows(page).first().click();
  await page.keyboard.press('s');

  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Storage' }).click();
  const feed = page.getByRole('row', { name: /Bench 1/ });
  await expect(feed.getByRole('cell').first()).toHaveText('150');
  await expect(dialog(page).getByText('Caravan keeps everything until you set a limit.')).toBeVisible();
  const cleanUp = page.getByRole('button', { name: 'Clean up now' });
  await expect(cleanUp).toBeDisabled();

  await pick(page, 'Articles of a feed', 'Newest 50');
  await expect(dialog(page).getByText('A clean-up would remove nothing now.')).toBeVisible();
  await dialog(page).getByText('Keep unread articles').click();
  const preview = dialog(page).getByText(/A clean-up would remove 99 articles \(.+\) from 1 feed\./);
  await expect(preview).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);

  const before = await feed.getByRole('cell').last().textContent();
  await cleanUp.click();
  const question = page.getByRole('alertdialog', { name: 'Remove 99 articles?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(cleanUp).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(dialog(page).getByText(/99 articles removed, .+ freed\./)).toBeVisible();
  await expect(feed.getByRole('cell').first()).toHaveText('51');
  await expect(feed.getByRole('cell').last()).not.toHaveText(before ?? '');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await count(page, 51);
  server.publish('bench/1', 1);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: '1 new article' }).click();
  await count(page, 52);
});

test('the foot of the window says when the disk is nearly full, and leads to the storage page', async ({
  caravan: { app },
  page,
}) => {
  await app.evaluate(({ ipcMain }) => {
    const full = JSON.stringify({ ok: true, value: { free: 412e6, total: 256e9, nearlyFull: true } });
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const answer = handlers.get('call');
    handlers.set('call', (...args) => (args[1] === 'library.disk' ? full : answer?.(...args)));
  });
  await page.reload();
  await page.getByRole('button', { name: 'Storage nearly full: 412 MB left' }).click();
  await expect(page.getByRole('tab', { name: 'Storage' })).toHaveAttribute('aria-selected', 'true');
  await expect(dialog(page).getByText('on this computer')).toBeVisible();
});
