import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from '../support/feed-server';
import { type BuiltCli, buildCli } from './built-cli';

let cli: BuiltCli;
let server: FeedServer;
let folder: string;
let library: string[];

beforeAll(async () => {
  cli = await buildCli();
  server = await startFeedServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-cli-backups-'));
  library = ['--library', path.join(folder, 'library')];
  const opml = path.join(folder, 'feeds.opml');
  await writeFile(opml, server.opml({ papers: ['makran-daily'] }));
  await cli.run('import', opml, ...library);
  await cli.run('refresh', ...library);
}, 60_000);
afterAll(async () => {
  await server.close();
  await cli.remove();
  await rm(folder, { recursive: true, force: true });
});

const json = (...args: string[]): Promise<unknown> => cli.json(...args, ...library);
const first = async () => {
  const { total, articles } = (await json('list')) as { total: number; articles: { id: string }[] };
  return { total, id: articles[0]?.id ?? '' };
};
const bookmarked = async () => ((await json('list', '--bookmarked')) as { total: number }).total;

it('backs up, lists and restores in the shapes that others count on', async () => {
  const { total, id } = await first();
  await json('bookmark', id);
  const made = (await json('backup')) as { name: string };
  expect(made).toEqual({
    name: expect.stringMatching(/-by-hand$/),
    articles: total,
    bookmarks: 1,
    bytes: expect.any(Number),
  });
  expect(await json('backup', '--list')).toEqual({
    backups: [{ ...made, made: expect.stringMatching(/Z$/), reason: 'by-hand', feeds: 1 }],
  });
  await json('unbookmark', id);
  expect(await json('restore', made.name)).toEqual({ name: made.name, articles: total, bookmarks: 1 });
  expect(await bookmarked()).toBe(1);
  expect(await json('backup', '--list')).toMatchObject({ backups: [{ reason: 'before-restore' }, made] });

  const core = path.join(folder, 'library', 'core.json');
  await writeFile(core, 'ruins');
  await writeFile(`${core}.bak`, 'ruins');
  expect(await json('restore', made.name)).toMatchObject({ articles: total });
  expect(await bookmarked()).toBe(1);
}, 60_000);

it('says which backup there is not, and which file of one is damaged', async () => {
  expect(await cli.run('restore', 'yesterday', ...library)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('no backup yesterday'),
  });
  const { name } = (await json('backup')) as { name: string };
  await truncate(path.join(folder, 'library', 'backup', name, 'core.json'), 90);
  expect(await cli.run('restore', name, ...library)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('core.json'),
  });
  expect((await cli.run('restore', ...library)).code).toBe(2);
}, 60_000);

it('writes an archive of all or a part, and another library opens it', async () => {
  const { total, id } = await first();
  await json('bookmark', id);
  const [all, part] = ['all.zip', 'part.zip'].map((name) => path.join(folder, name)) as [string, string];
  expect(await json('archive', all)).toMatchObject({ file: all, feeds: 1, articles: total });
  expect(await json('archive', part, '--bookmarked')).toEqual({
    file: part,
    feeds: 1,
    articles: 1,
    bookmarks: 1,
    missing: 0,
    bytes: (await stat(part)).size,
  });
  const other = ['--library', path.join(folder, 'other')];
  expect(await cli.json('restore', part, ...other)).toEqual({ file: part, feeds: 1, added: 1, marked: 0, same: 0 });
  expect(await cli.json('restore', all, ...other)).toMatchObject({ feeds: 0, added: total - 1, same: 1 });
  expect(await cli.json('list', '--bookmarked', ...other)).toMatchObject({ total: 1, articles: [{ id }] });
  await writeFile(part, 'not a zip');
  expect(await cli.run('restore', part, ...other)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not an archive of Caravan'),
  });
}, 60_000);
