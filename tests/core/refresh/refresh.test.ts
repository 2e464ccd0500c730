import { describe, expect, it } from 'vitest';
import type { RefreshState } from '../../../electron/contract/model';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { bytesOf, listed, openLibrary, temporaryFolder, titles } from '../library/temporary';
import { feedOf, following, MINUTE, overview, PAPERS, refresh, START, serve } from './following';

describe('a refresh', () => {
  it('brings the articles of all feeds, and nothing the second time', async () => {
    const { server, library } = await following();
    const expected = PAPERS.flatMap((id) => server.items(id).map(({ title }) => title ?? ''));
    expect(await refresh(library)).toMatchObject({
      feeds: 3,
      updated: 3,
      notModified: 0,
      failed: [],
      newArticles: expected.length,
      changedArticles: 0,
    });
    expect((await titles(library)).sort()).toEqual(expected.sort());
    server.requests.length = 0;
    expect(await refresh(library)).toMatchObject({ updated: 0, notModified: 3, newArticles: 0, bytes: 0 });
    expect(server.requests.map(({ status }) => status)).toEqual([304, 304, 304]);
    expect((await listed(library)).total).toBe(expected.length);
  });

  it('takes new items in, and edited ones without marking them unread', async () => {
    const { server, library, clock } = await following();
    await refresh(library);
    const [first] = (await listed(library)).articles;
    const paper = PAPERS.find((id) => server.items(id).some(({ title }) => title === first?.title)) ?? '';
    const slug = server.items(paper).find(({ title }) => title === first?.title)?.slug ?? '';
    const ids = [first?.id ?? ''];
    await library.handlers['articles.mark']({ ids, read: true });
    await library.handlers['articles.tag']({ ids, add: ['later'], remove: [] });

    clock.now += 10 * MINUTE;
    server.edit(paper, { slug, title: 'Edited', paragraph: 'One more thing.' });
    server.publish(paper, 2);
    expect(await refresh(library)).toMatchObject({ updated: 1, newArticles: 2, changedArticles: 1 });
    const edited = await library.handlers['articles.open']({ id: ids[0] ?? '' });
    expect(edited).toMatchObject({ title: 'Edited', read: true, ownTags: ['later'], arrived: START });
    expect(edited.html).toContain('One more thing.');
  });

  it('tells how it goes, and when it is over', async () => {
    const { library } = await following();
    const states: RefreshState[] = [];
    library.on('refresh.progress', (state) => states.push(state));
    const report = await refresh(library);
    await expect.poll(() => states.at(-1)?.running).toBe(false);
    expect(states[0]).toMatchObject({ running: true, done: 0, total: 3 });
    expect(states.at(-1)).toMatchObject({ done: 3, total: 3, failed: 0, newArticles: report.newArticles });
    expect((await overview(library)).lastRefresh).toBe(START);
  });

  it('asks a feed once, however many ask for it at the same time', async () => {
    const { server, library } = await following();
    const { id } = await feedOf(library, 'border-post');
    server.requests.length = 0;
    const one = library.handlers['refresh.start']({ feedIds: [id, id] });
    const [report, all] = await Promise.all([one, refresh(library)]);
    expect(server.requests).toHaveLength(3);
    expect([report.feeds, all.feeds]).toEqual([1, 3]);
    expect(all.newArticles).toBe((await listed(library)).total);
  });

  it('stops when it is told to, and keeps what has come', async () => {
    const { server, library } = await following();
    server.fault('khavaran', 'hang');
    const running = refresh(library);
    await expect.poll(async () => (await overview(library)).refresh.done).toBe(2);
    await library.handlers['refresh.cancel']({});
    expect(await running).toMatchObject({ feeds: 3, updated: 2, failed: [] });
    expect((await listed(library)).total).toBeGreaterThan(0);
    expect((await overview(library)).feeds.map(({ trouble }) => trouble)).toEqual([null, null, null]);
    server.clear();
    expect(await refresh(library)).toMatchObject({ updated: 1, notModified: 2, failed: [] });
  });

  it('asks no server for more than two things at a time', async () => {
    const server = await serve();
    let open = 0;
    let most = 0;
    const library = await openLibrary(await temporaryFolder(), {
      fetch: async (url, init) => {
        most = Math.max(most, ++open);
        return nodeFetch(url, init).finally(() => open--);
      },
    });
    const opml = server.opml({ bench: { feeds: 100, items: 1, bytes: 200 } });
    await library.handlers['feeds.import']({ opml: bytesOf(opml) });
    expect(server.requests).toEqual([]);
    expect(await refresh(library)).toMatchObject({ feeds: 100, updated: 100, newArticles: 100, failed: [] });
    expect(most).toBe(2);
  });
});

describe('what is due', () => {
  it('is what the interval says, and nothing when it is by hand', async () => {
    const { server, library, clock } = await following();
    await library.handlers['settings.change']({ refreshMinutes: 30 });
    await library.refreshDue();
    expect(server.requests).toHaveLength(3);
    clock.now += 29 * MINUTE;
    await library.refreshDue();
    expect(server.requests).toHaveLength(3);
    clock.now += MINUTE;
    await library.refreshDue();
    expect(server.requests).toHaveLength(6);
    await library.handlers['settings.change']({ refreshMinutes: 0 });
    clock.now += 24 * 60 * MINUTE;
    await library.refreshDue();
    expect(server.requests).toHaveLength(6);
  });
});
