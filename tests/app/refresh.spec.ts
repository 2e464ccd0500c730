import { expect, test } from './caravan';
import { addFeed, feedOf, library, place, row } from './reader';

test('a refresh brings new articles, shows its progress, and says in words what fails', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(page.getByRole('heading', { name: 'The Border Post' })).toBeVisible();
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await expect(page.getByRole('heading', { name: 'Makran Daily' })).toBeVisible();

  const [failing, working] = [paperOf(server, 'Makran Daily'), paperOf(server, 'The Border Post')];
  server.fault(failing, { kind: '500' });
  server.fault(working, { kind: 'slow', ms: 1_500 });
  server.publish(working, 1);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Refreshing' })).toContainText('of 2 feeds');

  await place(page, 'The Border Post').click();
  await expect(row(page, server.items(working)[0]?.title ?? '')).toBeVisible();
  await expect(library(page).getByRole('img', { name: /fault of its own \(500\)/ })).toBeVisible();
  await place(page, 'Makran Daily').click();
  await expect(page.getByRole('alert')).toContainText('has a fault of its own (500)');
  await expect(page.getByRole('alert')).toContainText('Next try');
  await expect(page.getByText('1 needs attention')).toBeVisible();

  server.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a refresh can be stopped', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(page.getByRole('heading', { name: 'The Border Post' })).toBeVisible();
  server.fault(paperOf(server, 'The Border Post'), { kind: 'hang' });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.getByRole('button', { name: 'Stop refreshing' }).click();
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

function paperOf(server: import('../support/feed-server').FeedServer, title: string): string {
  return server.papers.find((paper) => paper.title === title)?.id ?? '';
}
