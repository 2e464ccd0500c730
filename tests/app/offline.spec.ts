import { expect, startCaravan, test } from './caravan';
import { addFeed, articlePage, articles, feedOf, place, row, rows } from './reader';

test('with the feed server gone and the app restarted, everything is there; nothing doubles when it returns', async ({
  library,
  server,
}) => {
  const online = await startCaravan(library);
  await addFeed(online.page, feedOf(server, 'The Border Post'));
  await row(online.page, 'Two new crossings').click();
  await online.page.keyboard.press('s');
  await expect(online.page.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await place(online.page, 'All articles').click();
  const total = await articles(online.page).getAttribute('aria-rowcount');
  await online.close();
  await server.cut();

  const offline = await startCaravan(library);
  const { page } = offline;
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Offline since' })).toBeVisible();
  await place(page, 'All articles').click();
  await expect(articles(page)).toHaveAttribute('aria-rowcount', total ?? '');
  await row(page, 'Two new crossings').click();
  await expect(articlePage(page).locator('.body')).toContainText('Lorries began rolling');
  await place(page, 'Bookmarks').click();
  await expect(rows(page)).toHaveCount(1);
  await place(page, 'Iran').click();
  await expect(rows(page).first()).toBeVisible();
  await rows(page).last().click();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('alert')).toBeHidden();

  await server.restore();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Offline since' })).toBeHidden();
  await place(page, 'All articles').click();
  await expect(articles(page)).toHaveAttribute('aria-rowcount', total ?? '');
  await place(page, 'Bookmarks').click();
  await expect(rows(page)).toHaveCount(2);
  await offline.close();
  expect([...online.problems, ...offline.problems]).toEqual([]);
});
