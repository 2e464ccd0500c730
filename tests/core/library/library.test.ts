import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answer } from '../../../electron/contract/answer';
import type { EventName } from '../../../electron/contract/events';
import { EVERYTHING } from '../../../electron/contract/model';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings';
import type { Library } from '../../../electron/core/library';
import { startFeedServer } from '../../support/feed-server';
import { bytesOf, listed, openLibrary, temporaryFolder } from './temporary';

/** A library with the articles of all papers. */
async function stocked(): Promise<{ library: Library; folder: string }> {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  await library.handlers['feeds.import']({ opml: bytesOf(server.opml()) });
  await library.handlers['refresh.start']({ feedIds: null });
  return { library, folder };
}

const idsOf = async (library: Library, count: number): Promise<string[]> =>
  (await listed(library)).articles.slice(0, count).map(({ id }) => id);
const overview = ({ handlers }: Library) => handlers['library.overview']({});

describe('marking', () => {
  it('changes what it says, counts it, and is there after a restart', async () => {
    const { library, folder } = await stocked();
    const { counts } = await overview(library);
    const ids = await idsOf(library, 4);
    expect(await library.handlers['articles.mark']({ ids, read: true })).toEqual({ changed: 4 });
    expect(await library.handlers['articles.mark']({ ids, read: true })).toEqual({ changed: 0 });
    expect(await library.handlers['articles.bookmark']({ ids: ids.slice(0, 2), bookmarked: true })).toEqual({
      changed: 2,
    });
    await library.close();
    const reopened = await openLibrary(folder);
    expect((await overview(reopened)).counts).toMatchObject({ unread: counts.unread - 4, bookmarked: 2 });
    expect(
      (await listed(reopened, { all: [{ kind: 'state', value: 'bookmarked' }] })).articles.map(({ id }) => id),
    ).toEqual(ids.slice(0, 2));
  });

  it('of an article that is not there changes nothing', async () => {
    const { library } = await stocked();
    const [id = ''] = await idsOf(library, 1);
    await expect(library.handlers['articles.mark']({ ids: [id, 'none'], read: true })).rejects.toMatchObject({
      failure: { code: 'unknown-article', detail: { id: 'none' } },
    });
    expect((await overview(library)).counts.unread).toBe((await overview(library)).counts.articles);
  });

  it('of all that pass a filter can be undone, to what was unread before', async () => {
    const { library } = await stocked();
    const [already = ''] = await idsOf(library, 1);
    await library.handlers['articles.mark']({ ids: [already], read: true });
    const { counts } = await overview(library);
    const { changed, undo } = await library.handlers['articles.markAll']({ filter: EVERYTHING });
    expect(changed).toBe(counts.unread);
    expect((await overview(library)).counts.unread).toBe(0);
    expect(await library.handlers['changes.undo']({ undo })).toEqual({ changed });
    expect((await overview(library)).counts).toEqual(counts);
  });

  it('keeps what was opened in a view in that view', async () => {
    const { library } = await stocked();
    const ids = await idsOf(library, 2);
    await library.handlers['articles.mark']({ ids, read: true });
    const unread = { all: [{ kind: 'state' as const, value: 'unread' as const }] };
    const found = async (keep: string[]) =>
      (await listed(library, unread, 'newest', keep)).articles.map(({ id }) => id);
    expect(await found([])).not.toContain(ids[0]);
    expect((await found([ids[0] ?? '']))[0]).toBe(ids[0]);
  });
});

describe('own tags', () => {
  it('are given and taken, compared folded, and stand beside the publisher’s', async () => {
    const { library } = await stocked();
    const ids = await idsOf(library, 2);
    const tag = (add: string[], remove: string[] = []) => library.handlers['articles.tag']({ ids, add, remove });
    expect(await tag(['Wichtig', 'مهمّ'])).toEqual({ changed: 2 });
    expect(await tag(['wichtig'])).toEqual({ changed: 0 });
    expect((await listed(library, { all: [{ kind: 'tag', value: 'مهم' }] })).total).toBe(2);
    expect((await overview(library)).tags).toContainEqual({ name: 'Wichtig', articles: 2, unread: 2, own: true });
    expect(await tag([], ['WICHTIG'])).toEqual({ changed: 2 });
    expect((await overview(library)).tags.some(({ name }) => name === 'Wichtig')).toBe(false);
    expect((await listed(library)).articles[0]?.ownTags).toEqual(['مهمّ']);
  });
});

describe('the overview', () => {
  it('counts what the list lists', async () => {
    const { library } = await stocked();
    const ids = await idsOf(library, 7);
    await library.handlers['articles.mark']({ ids, read: true });
    const { feeds, tags, regions, counts } = await overview(library);
    expect(tags.length).toBeGreaterThan(20);
    expect(regions.map(({ code }) => code)).toEqual(expect.arrayContaining(['IR', 'PK', 'AF']));
    expect(counts.articles).toBe(feeds.reduce((sum, { articles }) => sum + articles, 0));
    const terms = [
      ...feeds.map(({ id, articles, unread }) => ({ kind: 'feed' as const, value: id, articles, unread })),
      ...tags.map(({ name, articles, unread }) => ({ kind: 'tag' as const, value: name, articles, unread })),
      ...regions.map(({ code, articles, unread }) => ({ kind: 'region' as const, value: code, articles, unread })),
    ];
    for (const { kind, value, articles, unread } of terms) {
      expect(await listed(library, { all: [{ kind, value }] }), value).toMatchObject({ total: articles, unread });
    }
    const today = await listed(library, { all: [{ kind: 'state', value: 'today' }] });
    expect(counts.today).toBe(today.total);
  });
});

describe('the list', () => {
  it('comes in pages that make the whole', async () => {
    const { library } = await stocked();
    const page = (offset: number, limit: number) =>
      library.handlers['articles.list']({ filter: EVERYTHING, sort: 'oldest', offset, limit, keep: [] });
    const whole = await page(0, 10_000);
    const parts = [await page(0, 50), await page(50, 50), await page(100, 50)];
    expect(parts.flatMap(({ articles }) => articles)).toEqual(whole.articles);
    expect(parts.map(({ total }) => total)).toEqual([whole.total, whole.total, whole.total]);
    expect(await page(0, 0)).toMatchObject({ total: whole.total, articles: [] });
  });
});

describe('an article', () => {
  it('opens whole, safe and with absolute links', async () => {
    const { library } = await stocked();
    for (const { id, title, link } of (await listed(library)).articles) {
      const article = await library.handlers['articles.open']({ id });
      expect(article).toMatchObject({ id, title, feedTitle: expect.stringMatching(/./) });
      expect(article.html).not.toMatch(/<script|onerror|javascript:/i);
      expect(article.html).not.toMatch(/<[^>]*(?:src|href)="(?!https?:|#|mailto:)/);
      expect(await library.articleLink(id)).toBe(link);
    }
    expect(await library.articleLink('none')).toBeNull();
    await expect(library.handlers['articles.open']({ id: 'none' })).rejects.toMatchObject({
      failure: { code: 'unknown-article' },
    });
  });
});

describe('settings', () => {
  it('are the usual ones until changed, and then remembered', async () => {
    const folder = await temporaryFolder();
    const library = await openLibrary(folder);
    expect(await library.handlers['settings.read']({})).toEqual(DEFAULT_SETTINGS);
    const changed = { ...DEFAULT_SETTINGS, theme: 'dark', textSize: 21 };
    expect(await library.handlers['settings.change']({ theme: 'dark', textSize: 21 })).toEqual(changed);
    await library.close();
    expect(await (await openLibrary(folder)).handlers['settings.read']({})).toEqual(changed);
  });
});

describe('the door', () => {
  it('answers every call of the contract by a result that the contract allows', async () => {
    const { library } = await stocked();
    expect(await answer(library.handlers, 'library.stats', {})).toMatchObject({
      ok: true,
      value: { feeds: expect.any(Number), bytes: { core: expect.any(Number), index: expect.any(Number) } },
    });
    expect(await answer(library.handlers, 'articles.mark', { ids: [], read: true })).toMatchObject({ ok: false });
  });

  it('tells what changed', async () => {
    const { library } = await stocked();
    const heard = new Set<EventName>();
    for (const name of ['marks.changed', 'feeds.changed', 'settings.changed'] as const)
      library.on(name, () => heard.add(name));
    const [id = ''] = await idsOf(library, 1);
    await library.handlers['articles.mark']({ ids: [id], read: true });
    await library.handlers['settings.change']({ theme: 'light' });
    await library.handlers['folders.add']({ name: 'New', parentId: null });
    await expect.poll(() => heard.size).toBe(3);
  });

  it('is closed to a second Caravan, and opens again after the first', async () => {
    const { library, folder } = await stocked();
    await expect(openLibrary(folder)).rejects.toMatchObject({ failure: { code: 'library-in-use' } });
    await library.close();
    expect((await overview(await openLibrary(folder))).counts.articles).toBeGreaterThan(0);
  });

  it('lets nothing go on after it is closed', async () => {
    const server = await startFeedServer();
    onTestFinished(() => server.close());
    server.fault('*', 'hang');
    const folder = await temporaryFolder();
    const library = await openLibrary(folder);
    await library.handlers['feeds.import']({ opml: bytesOf(server.opml()) });
    const running = Promise.allSettled([
      library.handlers['refresh.start']({ feedIds: null }),
      library.handlers['feeds.add']({ address: server.url('/another'), folderId: null }),
    ]);
    await expect.poll(() => server.requests.length).toBeGreaterThan(1);
    await library.close();
    expect(await running).toMatchObject([
      { value: { updated: 0, failed: [] } },
      { reason: { failure: { code: 'cancelled' } } },
    ]);
    expect((await overview(await openLibrary(folder))).feeds.map(({ trouble }) => trouble)).toEqual(
      server.papers.map(() => null),
    );
  });

  it('says when the folder cannot be one', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    await writeFile(file, 'not a folder');
    await expect(openLibrary(file)).rejects.toMatchObject({ failure: { code: 'library-unwritable' } });
    expect(await readFile(file, 'utf8')).toBe('not a folder');
  });
});
