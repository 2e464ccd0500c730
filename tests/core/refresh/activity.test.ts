import { expect, it } from 'vitest';
import { openLibrary } from '../library/temporary';
import { MINUTE, refresh } from './following';
import { followingAt, onlyFeed, rss, startScripted } from './scripted';

const BODY = rss([{ slug: 'one' }]);

it('what happened to feeds is listed, the newest first, of one or of all, also after a restart', async () => {
  const server = await startScripted();
  server.answer('/a', { body: BODY });
  server.answer('/b', { body: BODY });
  const { library, clock, folder, options } = await followingAt([`${server.origin}/a`, `${server.origin}/b`]);
  const { feeds } = await library.handlers['library.overview']({});
  const [a = '', b = ''] = feeds.map(({ id }) => id);
  const round = async (): Promise<void> => {
    clock.now += 30 * MINUTE;
    await refresh(library);
  };
  await round();
  server.answer('/a', { status: 500 });
  server.answer('/b', { status: 301, headers: { location: '/c' } });
  server.answer('/c', { body: rss([{ slug: 'one', title: 'Another' }, { slug: 'two' }]) });
  await round();
  server.answer('/a', { body: BODY });
  await round();
  server.answer('/a', { status: 410 });
  await round();
  await library.close();
  const { handlers } = await openLibrary(folder, options);
  const kinds = async (feedId: string | null) => (await handlers['activity.list']({ feedId })).map(({ kind }) => kind);
  expect(await kinds(a)).toEqual(['ended', 'works-again', 'failed', 'news']);
  expect(await kinds(b)).toEqual(['moved', 'news', 'news']);
  expect((await kinds(null)).filter((kind) => kind === 'refreshed')).toHaveLength(4);
  const [moved, news] = await handlers['activity.list']({ feedId: b });
  expect(moved?.failure?.detail.url).toBe(`${server.origin}/c`);
  expect(news).toMatchObject({ newArticles: 1, changedArticles: 1, title: 'The Scripted Post' });
  expect(news?.bytes).toBeGreaterThan(0);
  const failed = (await handlers['activity.list']({ feedId: a })).find(({ kind }) => kind === 'failed');
  expect(failed?.failure).toMatchObject({ code: 'server-error', message: expect.stringContaining('500') });
  const rounds = (await handlers['activity.list']({ feedId: null })).filter(({ kind }) => kind === 'refreshed');
  expect(rounds.map(({ feeds: asked, failed: bad }) => [asked, bad])).toEqual([
    [2, 1],
    [2, 0],
    [2, 1],
    [2, 0],
  ]);
});

it('a feed that has nothing new is no event, nor a round of one feed, and of all events the last 500 stay', async () => {
  const server = await startScripted();
  server.answer('/feed', { body: BODY });
  const { library, clock } = await followingAt([`${server.origin}/feed`]);
  const { id } = await onlyFeed(library);
  const events = () => library.handlers['activity.list']({ feedId: null });
  await refresh(library);
  await refresh(library);
  expect((await events()).map(({ kind }) => kind)).toEqual(['news']);
  server.answer('/feed', { status: 404 });
  for (let time = 0; time < 505; time++) {
    clock.now += 1;
    await library.handlers['refresh.start']({ feedIds: [id] });
  }
  const kept = await events();
  expect(kept).toHaveLength(500);
  expect(kept.every(({ kind }) => kind === 'failed')).toBe(true);
  expect(kept[0]?.at).toBe(clock.now);
});
