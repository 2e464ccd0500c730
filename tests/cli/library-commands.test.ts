import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFetch } from '../../electron/core/fetching/node-fetch';
import { createLibrary } from '../../electron/core/library';
import { workInThisThread } from '../../electron/core/work/in-this-thread';
import { type FeedServer, startFeedServer } from '../support/feed-server';
import { type BuiltCli, buildCli } from './built-cli';

let cli: BuiltCli;
let server: FeedServer;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
  server = await startFeedServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-cli-files-'));
}, 60_000);
afterAll(async () => {
  await server.close();
  await cli.remove();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, text: string): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
}

describe('a library', () => {
  it('is named before the command or after it', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    await cli.json('--library', elsewhere, 'add', server.papers[0]?.feedUrl ?? '');
    expect(await cli.json('stats', '--library', elsewhere)).toMatchObject({ feeds: 1 });
  });

  it('is filled, listed, read and changed, each in the shape that others count on', async () => {
    const library = ['--library', path.join(folder, 'library')];
    const json = (...args: string[]): Promise<unknown> => cli.json(...args, ...library);
    const papers = ['makran-daily', 'khavaran'];
    const opml = await file('feeds.opml', server.opml({ papers }));
    expect(await json('import', opml)).toEqual({ added: 2, skipped: 0, failed: [] });
    const paper = server.papers.find(({ id }) => id === 'quetta-observer');
    const { feed } = (await json('add', paper?.feedUrl ?? '')) as { feed: { id: string } };
    expect(feed).toEqual({ id: expect.stringMatching(/^[0-9a-f]{16}$/), title: paper?.title, url: paper?.feedUrl });

    const count = papers.reduce((sum, id) => sum + server.items(id).length, 0);
    expect(await json('refresh')).toEqual({
      feeds: 3,
      updated: 2,
      notModified: 1,
      failed: [],
      newArticles: count,
      changedArticles: 0,
      bytes: expect.any(Number),
      ms: expect.any(Number),
    });
    const { feeds } = (await json('feeds')) as { feeds: object[] };
    expect(feeds).toHaveLength(3);
    expect(feeds[0]).toMatchObject({
      trouble: null,
      lastSuccess: expect.stringMatching(/Z$/),
      articles: expect.any(Number),
    });

    const list = async (...args: string[]) =>
      (await json('list', ...args)) as {
        total: number;
        articles: { id: string; title: string; tags: string[]; read: boolean }[];
      };
    const all = await list();
    expect(all.total).toBe(count + server.items('quetta-observer').length);
    const [first, second] = all.articles;
    const [id = '', other = ''] = [first?.id, second?.id];
    expect(Object.keys(first ?? {})).toEqual([
      'id',
      'feedId',
      'title',
      'link',
      'published',
      'tags',
      'regions',
      'read',
      'bookmarked',
      'offline',
    ]);
    expect((await list('--feed', feed.id, '--limit', '2', '--offset', '1')).articles).toHaveLength(2);
    expect((await list('--region', 'pk', '--not-tag', 'culture')).total).toBeLessThan(
      (await list('--region', 'PK')).total,
    );
    expect((await list('--since', '2100-01-01')).total).toBe(0);

    expect(await json('read', id, other)).toEqual({ changed: 2 });
    expect(await json('unread', other)).toEqual({ changed: 1 });
    expect(await json('bookmark', id)).toEqual({ changed: 1 });
    expect(await json('tag', id, 'later', 'مهم')).toEqual({ changed: 1 });
    expect(await json('untag', id, 'LATER')).toEqual({ changed: 1 });
    expect((await list('--tag', 'مهم', '--bookmarked')).articles.map((article) => article.id)).toEqual([id]);
    expect((await list('--unread')).total).toBe(all.total - 1);
    expect((await list('--any-tag', 'مهم', '--any-tag', 'nothing')).total).toBe(1);
    expect(await json('unbookmark', id)).toEqual({ changed: 1 });

    expect(await json('show', id)).toMatchObject({
      id,
      title: first?.title,
      read: true,
      ownTags: ['مهم'],
      html: expect.any(String),
    });
    const text = await cli.run('show', id, '--text', ...library);
    expect(text.stdout).not.toContain('<p>');
    const html = await cli.run('show', id, '--html', ...library);
    expect(html.stdout).toContain('<p>');

    expect(await json('stats')).toMatchObject({
      feeds: 3,
      articles: all.total,
      bytes: { index: expect.any(Number) },
      newest: expect.stringMatching(/Z$/),
    });
    const report = (await json('storage')) as { feeds: object[] };
    expect(report).toEqual({
      bytes: expect.objectContaining({ bodies: expect.any(Number), index: expect.any(Number) }),
      feeds: expect.any(Array),
      removable: { articles: 0, bytes: 0 },
    });
    expect(report.feeds).toHaveLength(3);
    expect(report.feeds[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      followed: true,
      articles: expect.any(Number),
      unread: expect.any(Number),
      bookmarked: 0,
      bytes: expect.any(Number),
      removable: { articles: 0, bytes: 0 },
    });
    const target = path.join(folder, 'exported.opml');
    expect(await cli.run('export', target, ...library)).toMatchObject({ code: 0, stdout: '' });
    expect((await cli.run('export', ...library)).stdout).toBe(await readFile(target, 'utf8'));
    expect(await json('import', target)).toEqual({ added: 0, skipped: 3, failed: [] });
  }, 60_000);

  it('that cannot be had, or an article that is not in it, is told of on stderr', async () => {
    const library = ['--library', path.join(folder, 'empty')];
    expect(await cli.run('show', 'abc', ...library)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('abc'),
    });
    expect(await cli.run('read', 'abc', ...library)).toMatchObject({ code: 1, stdout: '' });
    expect(await cli.run('add', 'not an address', ...library)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('“not an address”'),
    });
    expect(await cli.run('list', '--folder', 'nowhere', ...library)).toMatchObject({ code: 1 });
    const noFolder = await file('a-file', '');
    expect(await cli.run('list', '--library', noFolder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be written'),
    });
  });

  it('is cleaned up by its limits, after a look at what that removes', async () => {
    const limited = path.join(folder, 'limited');
    const opened = await createLibrary({ folder: limited, fetch: nodeFetch, work: workInThisThread });
    await opened.handlers['feeds.add']({ address: server.url('/bench/1.xml?items=200&bytes=60000'), folderId: null });
    const retention = { days: null, perFeed: null, bytes: 1e6, keepUnread: false };
    await opened.handlers['settings.change']({ retention });
    await opened.close();
    const json = async (...args: string[]) =>
      (await cli.json(...args, '--library', limited)) as { removed: number; bytes: number };
    const preview = await json('clean-up', '--dry-run');
    expect(preview).toEqual({ removed: expect.any(Number), bytes: expect.any(Number) });
    expect(preview.removed).toBeGreaterThan(0);
    expect(await json('clean-up', '--dry-run')).toEqual(preview);
    expect(await json('clean-up')).toEqual({ removed: preview.removed, bytes: expect.any(Number) });
    expect(await json('clean-up')).toEqual({ removed: 0, bytes: 0 });
    expect(await json('list')).toMatchObject({ total: 200 - preview.removed });
  });

  it('is verified, and mended when asked', async () => {
    const copy = path.join(folder, 'damaged');
    const version = fileURLToPath(new URL('../fixtures/libraries/version-1', import.meta.url));
    await cp(version, copy, { recursive: true });
    const here = ['--library', copy];
    expect(await cli.json('stats', ...here)).toMatchObject({ articles: 240 });
    const whole = { ok: true, articles: 240, bookmarks: 3, damaged: [], recovered: [] };
    expect(await cli.json('verify', ...here)).toMatchObject(whole);
    const [index = ''] = await readdir(path.join(copy, 'index'));
    await writeFile(path.join(copy, 'index', index), 'ruins');
    const { code, stdout } = await cli.run('verify', '--json', ...here);
    const found = [{ file: path.join('index', index), reason: expect.any(String) }];
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { ok: false, damaged: found, recovered: [] }]);
    expect(await cli.json('verify', '--repair', ...here)).toMatchObject({ ok: true, damaged: found, recovered: found });
    expect(await cli.json('verify', ...here)).toMatchObject(whole);
  });

  it('is where CARAVAN_LIBRARY says', async () => {
    const library = path.join(folder, 'by environment');
    const child = spawn(process.execPath, [cli.file, 'stats'], {
      env: { ...process.env, CARAVAN_LIBRARY: library },
      stdio: 'ignore',
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(await readFile(path.join(library, 'core.json'), 'utf8')).toMatch(/^\{"v":\d+,/);
  });

  it('whose feeds all fail makes a refresh fail', async () => {
    const library = ['--library', path.join(folder, 'failing')];
    const gone = await startFeedServer();
    await cli.run('import', await file('gone.opml', gone.opml({ papers: ['khavaran'] })), ...library);
    await gone.close();
    const { code, stdout } = await cli.run('refresh', '--json', ...library);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      feeds: 1,
      failed: [{ url: expect.any(String), code: 'connection-refused', message: expect.any(String) }],
    });
  });
});

describe('help and misuse', () => {
  it('helps with all and with each command', async () => {
    const { code, stdout } = await cli.run('--help');
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) {2}/gm)].map(([, name]) => name ?? '');
    expect(names).toEqual(
      'parse extract sanitise import export add refresh feeds list search show read unread bookmark unbookmark tag untag pack trips unpack backup restore archive stats storage clean-up verify'.split(
        ' ',
      ),
    );
    for (const name of ['list', 'search', 'tag', 'parse', 'extract', 'pack', 'backup', 'restore', 'archive']) {
      expect(await cli.run(name, '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`cli.js ${name} `),
      });
    }
  });

  it.each([
    [[], /parse/, 'stdout'],
    [['fly'], /no command “fly”/, 'stderr'],
    [['list', '--fly'], /--fly/, 'stderr'],
    [['show', '--library', 'LIBRARY'], /missing/, 'stderr'],
    [['tag', 'abc'], /missing/, 'stderr'],
    [['feeds', 'extra'], /“extra” is one word too many/, 'stderr'],
    [['list', '--limit', 'many', '--library', 'LIBRARY'], /whole number/, 'stderr'],
    [['list', '--sort', 'size', '--library', 'LIBRARY'], /newest, oldest, arrived/, 'stderr'],
    [['list', '--since', 'then', '--library', 'LIBRARY'], /date/, 'stderr'],
  ] as const)('%j is not understood', async (args, message, where) => {
    const finished = await cli.run(...args.map((word) => (word === 'LIBRARY' ? path.join(folder, 'misuse') : word)));
    expect(finished.code).toBe(2);
    expect(finished[where]).toMatch(message);
  });
});
