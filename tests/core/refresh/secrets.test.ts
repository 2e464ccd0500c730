import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import type { Log } from '../../../electron/core/log';
import type { Keyring } from '../../../electron/core/subscriptions/secrets';
import { startHttpProxy } from '../fetching/test-proxy';
import { openLibrary, temporaryFolder } from '../library/temporary';
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
  await handlers['settings.change']({ proxy: { ...proxy, host: 'other.example' } });
  expect(await handlers['proxy.password']({})).toEqual({ kept: null });
});
