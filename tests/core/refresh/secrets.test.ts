import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import type { Fetch } from '../../../electron/core/fetching/fetch';
import type { Log } from '../../../electron/core/log';
import type { Keyring } from '../../../electron/core/subscriptions/secrets';
import { startHttpProxy } from '../fetching/test-proxy';
import { bytesOf, listed, openLibrary, temporaryFolder } from '../library/temporary';
import { overview, refresh } from './following';
import { followingAt, healthOf, onlyFeed, rss, startScripted } from './scripted';

const BODY = rss([{ slug: 'one' }]);
const PASSWORD = 'correct-horse';
const BASIC = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;
/** What would give the password away, in any of the ways in which it is written here. */
const TELLTALE = new RegExp(`${PASSWORD}|${BASIC.slice(6)}`);

/** Seals by turning the letters round: whoever has only the file has no password. */
const turned = (text: string): string => Buffer.from([...text].reverse().join('')).toString('hex');
const keyring: Keyring = {
  isThere: () => true,
  seal: turned,
  open: (sealed) => [...Buffer.from(sealed, 'hex').toString()].reverse().join(''),
};

function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const note = (...said: unknown[]): void => void lines.push(JSON.stringify(said));
  return { log: { info: note, warn: note, error: note }, lines };
}

async function withLogin(more: object = {}) {
  const server = await startScripted();
  server.answer('/feed', ({ headers }) => (headers.authorization === BASIC ? { body: BODY } : { status: 401 }));
  return { server, ...(await followingAt([`http://ada:${PASSWORD}@${server.host}/feed`], { keyring, ...more })) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')));
}

describe('a login in an address', () => {
  it('that comes in a list is used, kept by the keyring alone, and there after a restart', async () => {
    const { log, lines } = keptLog();
    const { server, library, folder, options } = await withLogin({ log });
    expect(await refresh(library)).toMatchObject({ updated: 1, failed: [] });
    expect((await onlyFeed(library)).address).toBe(`${server.origin}/feed`);
    expect((await healthOf(library)).fetching).toMatchObject({ username: 'ada', password: 'keyring' });
    server.answer('/feed', { status: 500 });
    await refresh(library);
    const archive = path.join(await temporaryFolder(), 'caravan.zip');
    await library.saveArchive(archive, EVERYTHING);
    await library.handlers['backups.make']({});
    const told = JSON.stringify([
      await library.handlers['feeds.export']({}),
      await library.handlers['activity.list']({ feedId: null }),
      await overview(library),
      await healthOf(library),
      lines,
    ]);
    expect(told).not.toMatch(TELLTALE);
    await library.close();
    const unpacked = await openLibrary(await temporaryFolder());
    await unpacked.openArchive(archive);
    expect((await healthOf(unpacked)).fetching.username).toBeNull();
    const files = await filesIn(folder);
    expect(files.join()).toContain(turned(JSON.stringify({ username: 'ada', password: PASSWORD })));
    expect(files.join()).not.toMatch(TELLTALE);
    const reopened = await openLibrary(folder, options);
    server.answer('/feed', { body: BODY });
    await refresh(reopened);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(BASIC));
  });

  it('that is typed is used and kept in the same way', async () => {
    const { server, library } = await withLogin();
    server.answer('/second', ({ headers }) => (headers.authorization === BASIC ? { body: BODY } : { status: 401 }));
    const { added } = await library.handlers['feeds.add']({
      address: `http://ada:${PASSWORD}@${server.host}/second`,
      folderId: null,
    });
    expect(added).toMatchObject({ address: `${server.origin}/second`, articles: 1 });
    const { fetching } = await library.handlers['feeds.health']({ id: added?.id ?? '' });
    expect(fetching).toMatchObject({ username: 'ada', password: 'keyring' });
  });

  it('is not sent to another host on the way, nor back from there', async () => {
    const [home, other] = [await startScripted(), await startScripted()];
    home.answer('/feed', { status: 302, headers: { location: `${other.origin}/feed` } });
    other.answer('/feed', { status: 302, headers: { location: `${home.origin}/real` } });
    home.answer('/real', { body: BODY });
    const { library } = await followingAt([`http://ada:${PASSWORD}@${home.host}/feed`], { keyring });
    await refresh(library);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(home.requests.map(({ headers }) => headers.authorization)).toEqual([BASIC, undefined]);
  });

  it('that the server refuses is said to be wrong, and a better one is used at once', async () => {
    const { library } = await withLogin();
    const { id } = await onlyFeed(library);
    await library.handlers['feeds.setLogin']({ id, login: { username: 'ada', password: 'battery' } });
    expect((await refresh(library)).failed).toMatchObject([{ code: 'password-wrong' }]);
    await library.handlers['feeds.setLogin']({ id, login: null });
    expect((await refresh(library)).failed).toMatchObject([{ code: 'password-needed' }]);
    await library.handlers['feeds.setLogin']({ id, login: { username: 'ada', password: PASSWORD } });
    await library.refreshDue();
    expect((await onlyFeed(library)).trouble).toBeNull();
  });
});

describe('what one server was told', () => {
  const listOf = (address: string): string => `<opml version="2.0"><body><outline xmlUrl="${address}"/></body></opml>`;

  it('is not for the one at the feed’s old address, which comes again with an old list', async () => {
    const [old, fresh] = [await startScripted(), await startScripted()];
    old.answer('/feed', { status: 301, headers: { location: `${fresh.origin}/feed` } });
    fresh.answer('/feed', { body: BODY });
    const { library } = await followingAt([`${old.origin}/feed`], { keyring });
    await refresh(library);
    await refresh(library);
    const { id, address } = await onlyFeed(library);
    expect(address).toBe(`${fresh.origin}/feed`);
    await library.handlers['feeds.setLogin']({ id, login: { username: 'ada', password: PASSWORD } });
    old.requests.length = 0;
    expect(await library.handlers['feeds.import']({ opml: bytesOf(listOf(`${old.origin}/feed`)) })).toMatchObject({
      added: 0,
      skipped: 1,
    });
    await refresh(library);
    expect(await onlyFeed(library)).toMatchObject({ id, address });
    expect(old.requests).toEqual([]);
    expect(fresh.requests.at(-1)?.headers.authorization).toBe(BASIC);
    // Another feed is there by now, and it is followed beside the one that moved away.
    old.answer('/feed', { body: rss([{ slug: 'other' }]) });
    const { added } = await library.handlers['feeds.add']({ address: `${old.origin}/feed`, folderId: null });
    expect(added?.id).not.toBe(id);
    expect((await overview(library)).feeds.map((feed) => feed.address)).toEqual([address, `${old.origin}/feed`]);
    expect(old.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('goes no more to a feed that comes again by a less safe way', async () => {
    const asked: [string, string | undefined][] = [];
    const fetch: Fetch = async (url, init) => {
      asked.push([String(url), new Headers(init?.headers).get('authorization') ?? undefined]);
      return new Response(BODY, { headers: { 'content-type': 'application/rss+xml' } });
    };
    const { library } = await followingAt([`https://ada:${PASSWORD}@paper.example/feed`], { keyring, fetch });
    const { id } = await onlyFeed(library);
    await library.handlers['feeds.remove']({ ids: [id] });
    await library.handlers['feeds.import']({ opml: bytesOf(listOf('http://paper.example/feed')) });
    await refresh(library);
    expect(asked).toEqual([['http://paper.example/feed', undefined]]);
  });

  it('is forgotten with a feed that is followed no more, though its bookmarks stay', async () => {
    const { library, folder, options } = await withLogin();
    await refresh(library);
    const { id } = await onlyFeed(library);
    const { articles } = await listed(library);
    await library.handlers['articles.bookmark']({ ids: articles.map((one) => one.id), bookmarked: true });
    await library.handlers['feeds.remove']({ ids: [id] });
    await library.close();
    const reopened = await openLibrary(folder, options);
    await reopened.close();
    expect(await readFile(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('login:');
  });

  it('is not for the proxy that a backup brings back', async () => {
    const folder = await temporaryFolder();
    const library = await openLibrary(folder, { keyring });
    const proxy = { kind: 'http', host: 'old.example', port: 8_080, username: 'ada' } as const;
    await library.handlers['settings.change']({ proxy });
    const { name } = await library.handlers['backups.make']({});
    await library.handlers['settings.change']({ proxy: { ...proxy, host: 'new.example' } });
    await library.handlers['proxy.setPassword']({ feedId: null, password: PASSWORD });
    await library.prepareRestore(name);
    await library.close();
    const restored = await openLibrary(folder, { keyring });
    expect((await restored.handlers['settings.read']({})).proxy).toMatchObject({ host: 'old.example' });
    expect(await restored.handlers['proxy.password']({})).toEqual({ kept: null });
  });

  it('may be a password without a name', async () => {
    const server = await startScripted();
    server.answer('/feed', { body: BODY });
    const { library } = await followingAt([`http://:${PASSWORD}@${server.host}/feed`], { keyring });
    await refresh(library);
    const expected = `Basic ${Buffer.from(`:${PASSWORD}`).toString('base64')}`;
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([expected]);
  });
});

it('a password in a row of a list that is not understood is not shown', async () => {
  const row = `<outline xmlUrl="https://ada:${PASSWORD}@pa per/feed" htmlUrl="https://ada:${PASSWORD}@paper.example/"/>`;
  const good = `<outline xmlUrl="https://paper.example/feed" htmlUrl="https://ada:${PASSWORD}@paper.example/"/>`;
  const library = await openLibrary(await temporaryFolder());
  const opml = bytesOf(`<opml version="2.0"><body>${row}${good}</body></opml>`);
  const report = await library.handlers['feeds.import']({ opml });
  expect(report).toMatchObject({ added: 1, failed: [{}] });
  const told = JSON.stringify([report, await overview(library), await library.handlers['feeds.export']({})]);
  expect(told).not.toContain(PASSWORD);
});

it('headers of one feed go with it and with no other', async () => {
  const server = await startScripted();
  for (const feed of ['/one', '/two']) server.answer(feed, { body: BODY });
  const { library, folder } = await followingAt([`${server.origin}/one`, `${server.origin}/two`], { keyring });
  const { feeds } = await overview(library);
  const headers = { Cookie: `session=${PASSWORD}`, 'User-Agent': 'Another/1' };
  await library.handlers['feeds.setFetching']({ id: feeds[0]?.id ?? '', minutes: null, proxy: null, headers });
  await refresh(library);
  const [one, two] = ['/one', '/two'].map((feed) => server.requests.find((asked) => asked.path === feed));
  expect(one?.headers).toMatchObject({ cookie: headers.Cookie, 'user-agent': 'Another/1' });
  expect(two?.headers).not.toHaveProperty('cookie');
  expect(two?.headers['user-agent']).toContain('Caravan');
  await library.close();
  expect((await filesIn(folder)).join()).not.toMatch(TELLTALE);
});

it('a proxy of one feed, with its password, leads that feed alone', async () => {
  const [far, near] = [await startScripted(), await startScripted()];
  far.answer('/feed', { body: BODY });
  near.answer('/feed', { body: BODY });
  const proxy = await startHttpProxy({
    hosts: { 'far.example': far.origin },
    login: { username: 'reader', password: PASSWORD },
  });
  const { library, folder } = await followingAt(['http://far.example/feed', `${near.origin}/feed`], { keyring });
  try {
    const { feeds } = await overview(library);
    const id = feeds[0]?.id ?? '';
    const { kind, host, port } = proxy.route;
    if (kind === 'https') throw new Error('the proxy speaks plain HTTP');
    await library.handlers['feeds.setFetching']({
      id,
      minutes: null,
      proxy: { kind, host, port, username: 'reader' },
      headers: {},
    });
    expect((await refresh(library)).failed).toMatchObject([{ code: 'proxy-refused' }]);
    await library.handlers['proxy.setPassword']({ feedId: id, password: PASSWORD });
    expect(await refresh(library)).toMatchObject({ updated: 1, notModified: 1, failed: [] });
    expect(new Set(proxy.asked)).toEqual(new Set(['GET http://far.example/feed']));
    expect((await library.handlers['feeds.health']({ id })).fetching.proxyPassword).toBe('keyring');
    await library.close();
    expect((await filesIn(folder)).join()).not.toMatch(TELLTALE);
  } finally {
    await proxy.close();
  }
});

it('a proxy’s password is for that proxy: another one in its place is not told, nor tried with it', async () => {
  const library = await openLibrary(await temporaryFolder(), { keyring });
  const { handlers } = library;
  const proxy = { kind: 'http', host: 'proxy.example', port: 8_080, username: 'ada' } as const;
  await handlers['settings.change']({ proxy });
  await handlers['proxy.setPassword']({ feedId: null, password: PASSWORD });
  await handlers['settings.change']({ proxy: { ...proxy, username: 'eva' } });
  expect(await handlers['proxy.password']({})).toEqual({ kept: 'keyring' });
  await handlers['settings.change']({ proxy: { ...proxy, kind: 'socks5' } });
  expect(await handlers['proxy.password']({})).toEqual({ kept: null });
  await handlers['settings.change']({ proxy });
  await handlers['proxy.setPassword']({ feedId: null, password: PASSWORD });
  await handlers['settings.change']({ proxy: { ...proxy, host: 'other.example' } });
  expect(await handlers['proxy.password']({})).toEqual({ kept: null });
});
