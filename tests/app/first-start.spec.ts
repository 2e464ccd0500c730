import { expect, startCaravan, test } from './caravan';
import { addFeed, articlePage, articles, feedOf, place, row, rows } from './reader';

test('the first start asks for an address, and shows the articles of the feed behind it', async ({ page, server }) => {
  await expect(page.getByRole('heading', { name: 'Your region’s news, packed for the road' })).toBeVisible();
  await addFeed(page, feedOf(server, 'The Border Post'));

  await expect(page.getByRole('heading', { name: 'The Border Post' })).toBeVisible();
  await expect(articles(page)).toHaveAttribute('aria-rowcount', /^[1-9]/);
  await row(page, 'Two new crossings open').click();
  await expect(articlePage(page).getByRole('heading', { level: 1 })).toContainText('Two new crossings open');
  await expect(articlePage(page).locator('.body')).toContainText('Lorries began rolling');
  await expect(place(page, 'The Border Post')).toBeVisible();
});

test('an opened article is read, and a feed is not added twice', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toContainText('unread');
  await rows(page).first().click();
  await expect(rows(page).first()).not.toContainText('unread');

  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(page.getByRole('dialog')).toContainText('You already follow The Border Post.');
});

test('skipping leads to a library that says what to do', async ({ page }) => {
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByText('Your library is empty.')).toBeVisible();
});

test('at the first start too, a page with several feeds asks which one', async ({ page, server }) => {
  await addFeed(page, server.url('/border-post/'));
  const offers = page.getByRole('group', { name: /offers 2 feeds/ }).getByRole('button');
  await expect(offers).toHaveCount(2);
  await offers.first().click();
  await expect(rows(page).first()).toBeVisible();
});

test('at 800x600 all of the first start is in sight, and nothing that is of no use yet', async ({
  library: folder,
}) => {
  const { page, close } = await startCaravan(folder, { width: 800, height: 600 });
  await expect(page.getByRole('button', { name: 'Import OPML' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Skip' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Show the library' })).toBeHidden();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByRole('button', { name: 'Show the library' })).toBeVisible();
  await close();
});

test('the first feed is shown, also when the library tells of it before its answer comes', async ({
  caravan: { app },
  page,
  server,
}) => {
  await app.evaluate(({ ipcMain }) => {
    type Answer = (event: unknown, name: string, input: unknown) => Promise<unknown>;
    const answer = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers.get('call');
    ipcMain.removeHandler('call');
    ipcMain.handle('call', async (event, name, input) => {
      const answered = await answer?.(event, name, input);
      if (name === 'feeds.add') await new Promise((done) => setTimeout(done, 1_000));
      return answered;
    });
  });
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(page.getByRole('heading', { name: 'All unread' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The Border Post' })).toBeVisible();
});
