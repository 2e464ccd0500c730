import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFeedServer } from '../../support/feed-server';
import { listed, titles } from '../library/temporary';
import { cleanUp, DAY, follow, grownOld, idOf, libraryWithClock, limit, readAll, refresh, report } from './set-up';

const LEFT = ['Story five', 'Story six'];
const sorted = async (library: Parameters<typeof titles>[0]) => (await titles(library)).sort();

describe('a clean-up', () => {
  it('removes nothing from a library without a limit', async () => {
    const { library } = await grownOld();
    expect((await report(library)).removable).toEqual({ articles: 0, bytes: 0 });
    expect(await cleanUp(library)).toEqual({ removed: 0, bytes: 0 });
    expect(await titles(library)).toHaveLength(6);
  });

  it('removes what its preview says, and the texts with it', async () => {
    const { library } = await grownOld();
    const before = await report(library);
    await limit(library, { days: 30 });
    const { removable, feeds } = await report(library);
    expect(removable).toEqual({ articles: 4, bytes: expect.any(Number) });
    expect(feeds).toMatchObject([{ title: 'Changing', articles: 6, removable }]);
    const gone: string[] = [];
    library.on('articles.changed', () => gone.push('articles'));
    const { removed, bytes } = await cleanUp(library);
    expect(removed).toBe(4);
    expect(bytes).toBeGreaterThan(0);
    await expect.poll(() => gone.length).toBeGreaterThan(0);
    expect(await sorted(library)).toEqual(LEFT);
    const after = await report(library);
    expect(after.bytes.bodies).toBe((before.bytes.bodies ?? 0) - bytes);
    expect(after.removable).toEqual({ articles: 0, bytes: 0 });
    for (const { id } of (await listed(library)).articles)
      expect((await library.handlers['articles.open']({ id })).html).toContain('What happened');
  });

  it('leaves the open article, bookmarks and the reader’s tags', async () => {
    const { library } = await grownOld();
    const { handlers } = library;
    await handlers['articles.open']({ id: await idOf(library, 'Story one') });
    await handlers['articles.bookmark']({ ids: [await idOf(library, 'Story two')], bookmarked: true });
    await handlers['articles.tag']({ ids: [await idOf(library, 'Story three')], add: ['mine'], remove: [] });
    await limit(library, { days: 30 });
    expect(await cleanUp(library)).toMatchObject({ removed: 1 });
    expect(await titles(library)).not.toContain('Story four');
    await handlers['articles.open']({ id: await idOf(library, 'Story two') });
    expect(await cleanUp(library)).toMatchObject({ removed: 1 });
    expect(await sorted(library)).toEqual([...LEFT, 'Story three', 'Story two']);
  });

  it('leaves what is bookmarked while it is about to begin', async () => {
    const { library } = await grownOld();
    const ids = [await idOf(library, 'Story one')];
    await limit(library, { days: 30 });
    const cleaning = cleanUp(library);
    await library.handlers['articles.bookmark']({ ids, bookmarked: true });
    await cleaning;
    expect(await titles(library)).toContain('Story one');
  });

  it('leaves unread articles unless the reader says otherwise', async () => {
    const { library } = await grownOld();
    await library.handlers['articles.mark']({ ids: [await idOf(library, 'Story one')], read: false });
    await limit(library, { days: 30 });
    expect((await report(library)).removable.articles).toBe(3);
    await limit(library, { days: 30, keepUnread: false });
    expect(await cleanUp(library)).toMatchObject({ removed: 4 });
  });

  it('and a second one at the same time remove each article once', async () => {
    const { library } = await grownOld();
    await limit(library, { days: 30 });
    const both = await Promise.all([cleanUp(library), cleanUp(library)]);
    expect(both.map(({ removed }) => removed)).toEqual([4, 0]);
  });
});

describe('what was removed', () => {
  const all = ['one', 'two', 'three', 'four', 'five', 'six'].map((slug) => ({ slug }));

  it('does not return when the publisher shows it again, also after a restart', async () => {
    const { library, feed, open } = await grownOld();
    await limit(library, { days: 30 });
    await cleanUp(library);
    feed.show(...all, { slug: 'seven' });
    expect(await refresh(library)).toMatchObject({ newArticles: 1, changedArticles: 0 });
    await library.close();
    const reopened = await open();
    feed.show(...all, { slug: 'eight' });
    expect(await refresh(reopened)).toMatchObject({ newArticles: 1 });
    expect(await sorted(reopened)).toEqual(['Story eight', ...LEFT.slice(0, 1), 'Story seven', 'Story six']);
  });

  it('does not return under a new identifier for the same page', async () => {
    const { library, feed } = await grownOld();
    await limit(library, { days: 30 });
    await cleanUp(library);
    feed.show({ slug: 'two', guid: 'of-today' }, { slug: 'six', guid: 'of-today-too' }, { slug: 'seven' });
    expect(await refresh(library)).toMatchObject({ newArticles: 1 });
    expect(await sorted(library)).toEqual(['Story five', 'Story seven', 'Story six']);
  });

  it('for want of space does not return, though the feed has carried it all the time', async () => {
    const server = await startFeedServer();
    onTestFinished(() => server.close());
    const { library } = await libraryWithClock();
    await follow(library, server.url('/bench/1.xml?items=200&bytes=60000'));
    await readAll(library);
    await limit(library, { bytes: 1e6 });
    const { removable } = await report(library);
    const { removed, bytes } = await cleanUp(library);
    expect(removed).toBe(removable.articles);
    expect(Math.abs(bytes - removable.bytes)).toBeLessThan(removable.bytes / 5);
    const left = await titles(library);
    expect(left).toHaveLength(200 - removed);
    server.publish('bench/1', 1);
    expect(await refresh(library)).toMatchObject({ updated: 1, newArticles: 1 });
    const now = await titles(library);
    expect(now).toHaveLength(left.length + 1);
    expect(now).toEqual(expect.arrayContaining(left));
  });
});

describe('by itself', () => {
  it('comes a day after the limit was set, then once a day, and only with a refresh', async () => {
    const { library, clock } = await grownOld();
    await limit(library, { days: 30 });
    await refresh(library);
    expect(await titles(library)).toHaveLength(6);
    clock.now += DAY;
    expect(await titles(library)).toHaveLength(6);
    await refresh(library);
    expect(await sorted(library)).toEqual(LEFT);
    await limit(library, { days: 30 });
    await refresh(library);
    expect(await sorted(library)).toEqual(LEFT);
  });

  it('does not come offline: nothing could be fetched again', async () => {
    const { library, clock, feed } = await grownOld();
    await limit(library, { days: 30 });
    clock.now += 2 * DAY;
    feed.cut();
    await refresh(library);
    expect(await titles(library)).toHaveLength(6);
  });

  it('does not come without a limit', async () => {
    const { library, clock } = await grownOld();
    for (let day = 0; day < 3; day++) {
      clock.now += 2 * DAY;
      await refresh(library);
    }
    expect(await titles(library)).toHaveLength(6);
  });
});

describe('an unsubscribed feed', () => {
  it('leaves its bookmarks with their own copies, after a clean-up and a restart too', async () => {
    const { library, folder, open } = await grownOld();
    const id = await idOf(library, 'Story one');
    await library.handlers['articles.bookmark']({ ids: [id], bookmarked: true });
    await limit(library, { days: 1, perFeed: 1, bytes: 1e6, keepUnread: false });
    await cleanUp(library);
    const [feed] = (await report(library)).feeds;
    await library.handlers['feeds.remove']({ ids: [feed?.id ?? ''] });
    await cleanUp(library);
    await library.close();
    const reopened = await open();
    await cleanUp(reopened);
    expect(await titles(reopened)).toEqual(['Story one']);
    const copy = await reopened.handlers['articles.open']({ id });
    expect(copy).toMatchObject({ feedTitle: 'Changing', html: expect.stringContaining('What happened in one.') });
    expect((await report(reopened)).feeds).toMatchObject([{ followed: false, articles: 1, bookmarked: 1 }]);
    expect(await readdir(path.join(folder, 'body'))).toHaveLength(1);
  });
});

describe('the report', () => {
  it('says what each feed and kind of file takes, the largest first, and what is free', async () => {
    const server = await startFeedServer();
    onTestFinished(() => server.close());
    const { library, disk } = await libraryWithClock();
    for (const paper of server.papers.slice(0, 3)) await follow(library, paper.feedUrl);
    const { bytes, feeds, disk: space } = await report(library);
    expect(feeds).toHaveLength(3);
    const sizes = feeds.map((feed) => feed.bytes);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe((bytes.index ?? 0) + (bytes.bodies ?? 0));
    expect(feeds[0]).toMatchObject({ followed: true, bookmarked: 0, removable: { articles: 0, bytes: 0 } });
    expect(space).toEqual({ ...disk, nearlyFull: false });
    disk.free = 0.9e9;
    expect(await library.handlers['library.disk']({})).toMatchObject({ nearlyFull: true });
    Object.assign(disk, { free: 0.9e9, total: 8e9 });
    expect(await library.handlers['library.disk']({})).toMatchObject({ nearlyFull: false });
  });
});
