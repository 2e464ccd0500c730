import { createServer } from 'node:net';
import { expect, test } from './caravan';
import { addFeed, dialog, place } from './reader';

test('the address of a page is enough: its feed is found', async ({ page, server }) => {
  const paper = server.papers.find(({ title }) => title === 'Makran Daily');
  await addFeed(page, paper?.homeUrl ?? '');
  await expect(page.getByRole('heading', { name: 'Makran Daily' })).toBeVisible();
});

test('a page with several feeds asks which one', async ({ page, server }) => {
  const paper = server.papers.find(({ title }) => title === 'The Border Post');
  await page.getByRole('button', { name: 'Skip' }).click();
  await addFeed(page, paper?.homeUrl ?? '');
  const choices = dialog(page).getByRole('group').getByRole('button', { name: /^Add / });
  await expect(choices).toHaveCount(2);
  await choices.first().click();
  await expect(dialog(page)).toBeHidden();
  await expect(place(page, paper?.title ?? '')).toBeVisible();
});

test('each kind of bad address is told apart, in words, and loses nothing', async ({ page, server }) => {
  await page.getByRole('button', { name: 'Skip' }).click();
  await addFeed(page, 'no address at all');
  await expect(dialog(page)).toContainText('is not a web address');

  await addFeed(page, server.url('/da-ghrono-ghag/'));
  await expect(dialog(page)).toContainText('offers no feed');

  const paper = server.papers[0];
  if (!paper) throw new Error('no paper');
  const said = async (words: string | RegExp) => {
    await addFeed(page, paper.feedUrl);
    await expect(dialog(page)).toContainText(words);
    server.clear();
  };
  server.fault(paper.id, { kind: '404' });
  await said('is not there any more (404)');
  server.fault(paper.id, { kind: 'redirect-loop' });
  await said('leads round in a circle');
  server.fault(paper.id, { kind: 'not-a-feed' });
  await said(/offers no feed|is not a feed/);
  server.fault(paper.id, { kind: 'huge' });
  await said('is larger than 20 MB');
  server.fault(paper.id, { kind: '500' });
  await said('has a fault of its own (500)');
  server.fault(paper.id, { kind: 'cut' });
  await said(/cut the connection|refused/);
  await addFeed(page, `http://127.0.0.1:${await closedPort()}/feed`);
  await expect(dialog(page)).toContainText('refused the connection');

  await addFeed(page, paper.feedUrl);
  await expect(place(page, paper.title)).toBeVisible();
});

/** A port where nobody listens any more. */
const closedPort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
