import type { Locator } from 'playwright/test';
import { picture } from '../support/feed-server/pictures';
import { painted, served } from '../support/picture-files';
import { type Answer, startWrittenFeed } from '../support/written-feed';
import { expect, startCaravan, test } from './caravan';
import { addFeed, article, articlePage, articles, dialog, library, place, row } from './reader';

const WORDS = `<p>${'The caravan crossed the dry river before the sun was up, and nobody spoke. '.repeat(12)}</p>`;
const STORIES = Array.from({ length: 8 }, (_, n) => ({
  title: n === 0 ? 'Dunes' : `Story ${n}`,
  html: `${WORDS}<figure><img src="{origin}/${n}.png" alt="Dunes at dusk ${n}"></figure>`,
}));

const isPainted = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 0);

test('a trip is packed, paused, checked, read without a network after a restart, bookmarked in and released', async ({
  library: folder,
}) => {
  /** Those that wait for the test to let them go. */
  const held: (() => void)[] = [];
  let holds = true;
  let isMended = false;
  const files: Record<string, Answer> = Object.fromEntries(
    STORIES.map((_, n): [string, Answer] => [
      `/${n}.png`,
      (headers, response) => {
        const answer = () => {
          if (n === 7 && !isMended) response.writeHead(503).end();
          else served(n === 0 ? picture('gold-weighbridge') : painted(n, 400, 240))(headers, response);
        };
        if (holds && n > 3) held.push(answer);
        else answer();
      },
    ]),
  );
  const feed = await startWrittenFeed(STORIES, { title: 'Border Notes', files });
  const online = await startCaravan(folder, { keep: 'text' });
  const { page } = online;
  await addFeed(page, feed.url);
  await expect(row(page, 'Dunes')).toBeVisible();

  await page.keyboard.press('p');
  const plan = dialog(page);
  await expect(plan.getByRole('heading', { name: 'Pack for a trip' })).toBeVisible();
  const estimate = plan.getByRole('region', { name: 'Estimate' });
  await expect(estimate).toContainText('Articles8');
  await plan.getByText('Text', { exact: true }).click();
  await expect(estimate).toContainText('Pictures0');
  await plan.getByText('Text and pictures').click();
  await expect(estimate).not.toContainText('Pictures0');
  await plan.getByRole('textbox', { name: 'Name' }).fill('Night train');
  expect(feed.asked.filter(({ path }) => /^\/\d\.png$/.test(path))).toEqual([]);
  await plan.getByRole('button', { name: 'Pack now' }).click();

  const trip = page.getByRole('dialog', { name: 'Night train' });
  await expect(trip.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => held.length).toBe(2);
  await expect(trip).toContainText('4 of 8 articles');
  await trip.getByRole('button', { name: 'Pause' }).click();
  await expect(trip.getByRole('button', { name: 'Go on' })).toBeVisible();
  holds = false;
  for (const go of held) go();
  await trip.getByRole('button', { name: 'Go on' }).click();
  await expect(trip).toContainText('Ready: 7 of 8 articles');
  await expect(trip).toContainText('Every file was read back with the network shut.');
  await expect(trip.getByRole('region', { name: '1 could not be packed' })).toContainText('Story 7');
  isMended = true;
  await trip.getByRole('button', { name: 'Try now: Story 7' }).click();
  await expect(trip).toContainText('Ready: 8 of 8 articles');
  await trip.getByRole('button', { name: 'Done' }).click();
  await online.close();
  await feed.close();

  const offline = await startCaravan(folder, { keep: 'text' });
  const away = offline.page;
  await place(away, 'Night train').click();
  await expect(articles(away)).toHaveAttribute('aria-rowcount', '8');
  await row(away, 'Dunes').click();
  await expect.poll(() => isPainted(articlePage(away).locator('img[alt="Dunes at dusk 0"]'))).toBe(true);
  await away.keyboard.press('s');
  await expect(article(away).getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await place(away, 'Night train').click({ button: 'right' });
  await away.getByRole('menuitem', { name: 'About this trip' }).click();
  const verdict = away.getByRole('dialog', { name: 'Night train' });
  await verdict.getByRole('button', { name: 'Release' }).click();
  await away.getByRole('alertdialog').getByRole('button', { name: 'Release' }).click();
  await expect(library(away).getByText('Night train')).toBeHidden();
  await place(away, 'Bookmarks').click();
  await expect(row(away, 'Dunes')).toBeVisible();
  expect([...online.problems, ...offline.problems]).toEqual([]);
  await offline.close();
});
