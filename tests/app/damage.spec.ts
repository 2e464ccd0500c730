import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { frame, unframe } from '../../electron/core/store/frame';
import type { FeedServer } from '../support/feed-server';
import { expect, startCaravan, test } from './caravan';
import { addFeed, dialog, feedOf, place, row, rows } from './reader';

/** A library with one feed in which one article is bookmarked; Caravan is closed. */
async function stocked(library: string, server: FeedServer): Promise<void> {
  const caravan = await startCaravan(library);
  await addFeed(caravan.page, feedOf(server, 'The Border Post'));
  await row(caravan.page, 'Two new crossings').click();
  await caravan.page.keyboard.press('s');
  await expect(place(caravan.page, 'Bookmarks')).toContainText('1');
  await caravan.close();
}

test('a damaged file is mended, and the reader is told in words; nothing is lost', async ({ library, server }) => {
  await stocked(library, server);
  const [index = ''] = await readdir(path.join(library, 'index'));
  await truncate(path.join(library, 'index', index), 40);

  const { page, problems, close } = await startCaravan(library);
  await expect(dialog(page)).toContainText('Your library was mended');
  await expect(dialog(page)).toContainText(index);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await place(page, 'Bookmarks').click();
  await expect(row(page, 'Two new crossings')).toBeVisible();
  await page.getByRole('button', { name: '1 damaged file mended' }).click();
  await expect(dialog(page)).toContainText('quarantine');
  await close();
  expect(await readdir(path.join(library, 'quarantine'))).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('a library of a newer Caravan is read and not changed, and says so', async ({ library, server }) => {
  await stocked(library, server);
  const core = path.join(library, 'core.json');
  const { value } = unframe(await readFile(core));
  const newer = frame({ version: 99, value: { ...Object(value), fromTheFuture: true } });
  await writeFile(core, newer);

  const { page, close } = await startCaravan(library);
  await expect(page.getByText('Written by a newer Caravan: reading only.')).toBeVisible();
  await place(page, 'Bookmarks').click();
  await row(page, 'Two new crossings').click();
  await page.keyboard.press('s');
  await expect(page.getByText('was written by a newer Caravan. Update this one')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await close();
  expect(await readFile(core)).toEqual(newer);
});
