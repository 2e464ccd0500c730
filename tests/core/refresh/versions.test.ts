import { expect, it } from 'vitest';
import { listed, titles } from '../library/temporary';
import { MINUTE, refresh, START } from './following';
import { followingAt, rss, type Story, startScripted } from './scripted';

async function publishing(...stories: Story[]) {
  const server = await startScripted();
  const publish = (...now: Story[]): void => server.answer('/feed', { body: rss(now) });
  publish(...stories);
  const following = await followingAt([`${server.origin}/feed`]);
  await refresh(following.library);
  const [article] = (await listed(following.library)).articles;
  return { publish, ...following, id: article?.id ?? '' };
}

it('an article with another headline is the same article, read as before, and shows what it said', async () => {
  const { publish, library, clock, id } = await publishing({ slug: 'one', title: 'First', text: 'As it began.' });
  await library.handlers['articles.mark']({ ids: [id], read: true });
  clock.now += 10 * MINUTE;
  publish({ slug: 'one', title: 'Second', text: 'As it went on.' });
  expect(await refresh(library)).toMatchObject({ newArticles: 0, changedArticles: 1 });
  expect((await listed(library)).articles).toMatchObject([
    { id, title: 'Second', read: true, arrived: START, updated: clock.now },
  ]);
  const { html, earlier } = await library.handlers['articles.open']({ id });
  expect(html).toContain('As it went on.');
  expect(earlier).toMatchObject([{ title: 'First', html: expect.stringContaining('As it began.'), until: clock.now }]);
});

it('of many versions the last five are kept, the latest first', async () => {
  const { publish, library, clock, id } = await publishing({ slug: 'one', title: 'Version 0' });
  for (let version = 1; version <= 7; version++) {
    clock.now += MINUTE;
    publish({ slug: 'one', title: `Version ${version}` });
    await refresh(library);
  }
  const { title, earlier } = await library.handlers['articles.open']({ id });
  expect(title).toBe('Version 7');
  expect(earlier.map((version) => version.title)).toEqual([6, 5, 4, 3, 2].map((version) => `Version ${version}`));
});

it('an article that vanishes from the feed stays, with its text', async () => {
  const { publish, library, id } = await publishing({ slug: 'one', text: 'Soon taken back.' }, { slug: 'two' });
  const vanished = (await listed(library)).articles.find(({ title }) => title === 'Story one')?.id ?? id;
  publish({ slug: 'two' }, { slug: 'three' });
  expect(await refresh(library)).toMatchObject({ newArticles: 1, changedArticles: 0 });
  expect((await titles(library)).sort()).toEqual(['Story one', 'Story three', 'Story two']);
  expect((await library.handlers['articles.open']({ id: vanished })).html).toContain('Soon taken back.');
  publish();
  await refresh(library);
  expect(await titles(library)).toHaveLength(3);
});
