import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unframe } from '../../../electron/core/store/frame';
import { type ArrivingArticle, openStore, type Store } from '../../../electron/core/store/store';
import { startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';
import { temporaryFolder } from '../library/temporary';

const recovered: string[] = [];

async function open(folder: string): Promise<Store> {
  const store = await openStore({ folder, recovered: (file) => recovered.push(file) });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= store.close();
    return closing;
  };
  onTestFinished(close);
  return { ...store, close };
}

async function follow({ core }: Store, address = 'https://paper.example/feed'): Promise<string> {
  const feed = startFeed(undefined, { address, title: 'Paper', ownTitle: null, site: null, folderId: null }, 0);
  await core.change((data) => withSubscription(data, feed));
  return feed.id;
}

const idOf = (n: number): string => n.toString(16).padStart(16, '0');

function article(feedId: string, n: number): ArrivingArticle {
  return {
    header: {
      id: idOf(n),
      feedId,
      title: `Story ${n}`,
      link: `https://paper.example/${n}`,
      author: 'The desk',
      summary: 'In short',
      picture: null,
      published: n,
      updated: null,
      arrived: 1_000_000,
      language: 'fa-IR',
      words: 2,
      tags: ['ایران'],
      ownTags: [],
      regions: ['IR'],
      regionTags: 1,
      read: false,
      bookmarked: false,
      offline: 'feed',
      thumbnail: false,
      hash: 'abc',
      guid: null,
    },
    body: { html: `<p>Body ${n}</p>`, enclosures: [{ url: 'https://paper.example/a.mp3', type: null, length: 3 }] },
  };
}

const articles = (feedId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, n) => article(feedId, from + n));
const keep = (store: Store, feedId: string, from: number, count: number) =>
  store.keep(feedId, articles(feedId, from, count), (kept) => kept);
const bodyOf = ({ headers, bodies }: Store, n: number) => {
  const header = headers.get(idOf(n));
  if (!header) throw new Error(`There is no article ${n}`);
  return bodies.read({ feedId: header.feedId, n: header.segment }, header.id);
};
const rowsOf = ({ headers }: Store, ...numbers: number[]): number[] => numbers.map((n) => headers.rowOf(idOf(n)) ?? -1);
const names = async (folder: string, within: string) =>
  (await readdir(path.join(folder, within))).filter((name) => name.endsWith('.json')).sort();

describe('the layout', () => {
  it('is one folder for the owner alone, with every file framed', async () => {
    const folder = path.join(await temporaryFolder(), 'library');
    const store = await open(folder);
    const feed = await follow(store);
    await keep(store, feed, 0, 3);
    await store.checkpoint();
    const found = (await readdir(folder)).filter((name) => !/\.bak$|^journal-\d{8}\.log$/.test(name)).sort();
    expect(found).toEqual(['LOCK', 'body', 'core.json', 'index', 'pictures', 'settings.json']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const { version, value } = unframe(await readFile(path.join(folder, 'index', `${feed}-0.json`)));
    expect(version).toBe(2);
    expect(value).toMatchObject({ feed, rows: 3, tags: ['ایران'] });
    const body = unframe(await readFile(path.join(folder, 'body', `${feed}-0.json`)));
    expect(body.value).toMatchObject({ feed, ids: [idOf(0), idOf(1), idOf(2)] });
  });

  it('holds 2,000 headers an index file and 200 texts a segment', async () => {
    const folder = await temporaryFolder();
    const store = await open(folder);
    const feed = await follow(store);
    await keep(store, feed, 0, 1_900);
    await keep(store, feed, 1_900, 250);
    await store.checkpoint();
    expect(await names(folder, 'index')).toEqual([`${feed}-0.json`, `${feed}-1.json`]);
    expect(await names(folder, 'body')).toHaveLength(11);
    expect(store.core.data.feeds[0]?.shards).toBe(2);
    await store.close();
    const reopened = await open(folder);
    expect([...reopened.headers.ofFeed(feed)]).toHaveLength(2_150);
    expect(await bodyOf(reopened, 2_149)).toMatchObject({ html: '<p>Body 2149</p>' });
  });
});

describe('an article', () => {
  it('is the same after reopening, whatever was done to it', async () => {
    const folder = await temporaryFolder();
    const store = await open(folder);
    await keep(store, await follow(store), 0, 5);
    await store.headers.mark(rowsOf(store, 2), { read: true, bookmarked: true });
    await store.headers.tag(rowsOf(store, 2), () => ['مهم']);
    const before = store.headers.get(idOf(2));
    await store.close();
    const reopened = await open(folder);
    expect(reopened.headers.get(idOf(2))).toEqual(before);
    expect(reopened.headers.get(idOf(2))).toMatchObject({ read: true, bookmarked: true, ownTags: ['مهم'] });
    expect(await bodyOf(reopened, 2)).toMatchObject({ enclosures: [{ length: 3 }], html: '<p>Body 2</p>' });
  });

  it('that comes twice at the same time is kept once', async () => {
    const store = await open(await temporaryFolder());
    const feed = await follow(store);
    await Promise.all([keep(store, feed, 0, 300), keep(store, feed, 0, 300)]);
    expect([...store.headers.ofFeed(feed)]).toHaveLength(300);
  });

  it('whose segment is damaged fails alone, and the segment is left as it is', async () => {
    const folder = await temporaryFolder();
    const store = await open(folder);
    const feed = await follow(store);
    await keep(store, feed, 0, 250);
    await store.close();
    const segment = path.join(folder, 'body', `${feed}-1.json`);
    await truncate(segment, 100);
    const reopened = await open(folder);
    await expect(bodyOf(reopened, 220)).rejects.toMatchObject({ failure: { code: 'library-damaged' } });
    expect(await bodyOf(reopened, 100)).toMatchObject({ html: '<p>Body 100</p>' });
    await keep(reopened, feed, 250, 1);
    expect(await bodyOf(reopened, 250)).toMatchObject({ html: '<p>Body 250</p>' });
    expect((await stat(segment)).size).toBe(100);
  });
});

async function damage(file: string, how: string): Promise<void> {
  const bytes = await readFile(file);
  const half = bytes.length >> 1;
  if (how === 'gone') await rm(file);
  if (how === 'cut') await truncate(file, half);
  if (how === 'flipped') await writeFile(file, bytes.fill((bytes[half] ?? 0) ^ 1, half, half + 1));
  if (how === 'other') await writeFile(file, '{"rows":[]}');
}

describe('deleted articles', () => {
  it('leave no texts behind, and take none of those that come at the same time', async () => {
    const folder = await temporaryFolder();
    const store = await open(folder);
    const feed = await follow(store);
    await keep(store, feed, 0, 150);
    for (let round = 0; round < 8; round++) {
      const first = 1_000 + round * 20;
      await store.headers.drop(Array.from({ length: 10 }, (_, n) => idOf(round * 10 + n)));
      await Promise.all([keep(store, feed, first, 20), store.tidy(), keep(store, feed, first + 10, 10)]);
      for (let n = first; n < first + 20; n++)
        expect(await bodyOf(store, n)).toMatchObject({ html: `<p>Body ${n}</p>` });
    }
    await store.close();
    const texts = await Promise.all(
      (await names(folder, 'body')).map((name) => readFile(path.join(folder, 'body', name))),
    );
    const ids = texts.flatMap((text) => Object(unframe(text).value).ids as string[]);
    expect(ids).toHaveLength(150 - 80 + 160);
    const reopened = await open(folder);
    expect(reopened.headers.isGone(idOf(3))).toBe(true);
    await keep(reopened, feed, 0, 5);
    expect(reopened.headers.get(idOf(3))).toBeUndefined();
  });
});

describe('what is missing', () => {
  async function twoFeeds(): Promise<{ folder: string; feed: string }> {
    const folder = await temporaryFolder();
    const store = await open(folder);
    const feed = await follow(store);
    await keep(store, feed, 0, 3);
    await keep(store, await follow(store, 'https://other.example/feed'), 10, 3);
    await store.close();
    return { folder, feed };
  }

  it('is damage and no new library', async () => {
    const { folder } = await twoFeeds();
    const file = 'core.json';
    for (const name of [file, `${file}.bak`]) await rm(path.join(folder, name), { force: true });
    await expect(openStore({ folder, recovered: () => {} })).rejects.toMatchObject({
      failure: { code: 'library-damaged', detail: { file } },
    });
    expect(await readdir(folder)).not.toContain('LOCK');
  });

  it.each(['gone', 'cut', 'flipped', 'other'])('is found again in the texts: an index that is %s', async (how) => {
    const { folder, feed } = await twoFeeds();
    const file = path.join('index', `${feed}-0.json`);
    for (const name of [file, `${file}.bak`]) await damage(path.join(folder, name), how);
    recovered.length = 0;
    const store = await open(folder);
    expect(recovered).toEqual([file]);
    expect([...store.headers.ofFeed(feed)].map(({ title }) => title)).toEqual(['Story 0', 'Story 1', 'Story 2']);
    expect(await bodyOf(store, 1)).toMatchObject({ html: '<p>Body 1</p>' });
    await store.close();
    recovered.length = 0;
    expect([...(await open(folder)).headers.ofFeed(feed)]).toHaveLength(3);
    expect(recovered).toEqual([]);
  });

  it('is damage though only texts are left', async () => {
    const { folder } = await twoFeeds();
    for (const name of await readdir(folder)) {
      if (name !== 'body') await rm(path.join(folder, name), { recursive: true });
    }
    await expect(openStore({ folder, recovered: () => {} })).rejects.toMatchObject({
      failure: { code: 'library-damaged' },
    });
  });

  it('is told of when an earlier core is used, and no article is lost by it', async () => {
    const { folder } = await twoFeeds();
    await writeFile(path.join(folder, 'core.json'), '');
    recovered.length = 0;
    const store = await open(folder);
    expect(recovered).toEqual(['core.json']);
    const [first] = store.core.data.feeds;
    expect([...store.headers.ofFeed(first?.id ?? '')]).toHaveLength(3);
    const other = await follow(store, 'https://other.example/feed');
    await keep(store, other, 13, 1);
    expect([...store.headers.ofFeed(other)]).toHaveLength(4);
  });

  it('may be a temporary file of a crash: those are cleared away', async () => {
    const { folder, feed } = await twoFeeds();
    const stray = path.join(folder, 'index', `${feed}-0.json.4711.1.tmp`);
    await writeFile(stray, 'half');
    await open(folder);
    expect(await names(folder, 'index')).toHaveLength(2);
    await expect(stat(stray)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a feed that was removed', () => {
  it('is deleted at the next opening, all but its bookmarked articles', async () => {
    const folder = await temporaryFolder();
    const store = await open(folder);
    const feed = await follow(store);
    const other = await follow(store, 'https://other.example/feed');
    await keep(store, feed, 0, 450);
    await keep(store, other, 1_000, 3);
    await store.headers.mark(rowsOf(store, 5, 410), { bookmarked: true });
    await store.core.change((core) => ({ ...core, feeds: core.feeds.map((each) => ({ ...each, removed: 1 })) }));
    expect([...store.headers.ofFeed(feed)]).toHaveLength(450);
    await store.close();

    const reopened = await open(folder);
    expect([...reopened.headers.ofFeed(feed)].map(({ id }) => id)).toEqual([idOf(5), idOf(410)]);
    expect(reopened.headers.get(idOf(6))).toBeUndefined();
    expect(await bodyOf(reopened, 410)).toMatchObject({ html: '<p>Body 410</p>' });
    expect(reopened.core.data.feeds.map(({ id }) => id)).toEqual([feed]);
    expect(await names(folder, 'body')).toEqual([`${feed}-0.json`, `${feed}-2.json`]);
    expect(await names(folder, 'index')).toEqual([`${feed}-0.json`]);
    const { value } = unframe(await readFile(path.join(folder, 'body', `${feed}-2.json`)));
    expect(Object(value).ids).toEqual([idOf(410)]);
  });
});
