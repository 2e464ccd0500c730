import type { Page } from 'playwright/test';
import { startHttpProxy } from '../core/fetching/test-proxy';
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

test('working offline asks nobody for anything, which the proxy of the whole program has seen, also after a restart', async ({
  library,
  server,
}) => {
  const proxy = await startHttpProxy({ hosts: { 'paper.test': new URL(feedOf(server, 'The Border Post')).origin } });
  const address = `http://paper.test${new URL(feedOf(server, 'The Border Post')).pathname}`;
  const args = [`--proxy-server=127.0.0.1:${proxy.route.port}`, '--proxy-bypass-list=<-loopback>'];
  const first = await startCaravan(library, { args });
  await addFeed(first.page, address);
  await expect(row(first.page, 'Two new crossings')).toBeVisible();
  expect(proxy.asked).toContain(`GET ${address}`);
  await first.page.getByRole('button', { name: 'Work offline' }).click();
  await expect(first.page.getByRole('status').filter({ hasText: 'Working offline: nothing' })).toBeVisible();
  const { connections, asked } = { ...proxy, asked: [...proxy.asked] };

  const askAll = async (page: Page): Promise<void> => {
    await place(page, 'All articles').click();
    await row(page, 'Two new crossings').click();
    await page.keyboard.press('r');
    await expect(page.getByText('nothing was asked of anybody')).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute('aria-pressed', /./);
  };
  await askAll(first.page);
  await first.close();
  const second = await startCaravan(library, { args });
  const { page } = second;
  await expect(page.getByRole('button', { name: 'Work offline' })).toHaveAttribute('aria-pressed', 'true');
  await askAll(page);
  expect([proxy.connections, proxy.asked]).toEqual([connections, asked]);

  await page.keyboard.press('Shift+O');
  await expect(page.getByRole('status').filter({ hasText: 'Working offline: nothing' })).toBeHidden();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect.poll(() => proxy.asked.length).toBeGreaterThan(asked.length);
  // Of the program's own nobody is ever asked, such as Chromium's maker for dictionaries.
  expect(proxy.asked.filter((asking) => !asking.startsWith('GET http://paper.test/'))).toEqual([]);
  await second.close();
  await proxy.close();
  expect([...first.problems, ...second.problems]).toEqual([]);
});
