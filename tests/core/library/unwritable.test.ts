import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import { type FeedServer, startFeedServer } from '../../support/feed-server';
import { bytesOf, listed, openLibrary, temporaryFolder } from './temporary';

async function stockedFolder(): Promise<{ folder: string; server: FeedServer }> {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  await library.handlers['feeds.import']({ opml: bytesOf(server.opml({ papers: ['khavaran', 'makran-daily'] })) });
  await library.handlers['refresh.start']({ feedIds: null });
  await library.close();
  return { folder, server };
}

it('a mark that cannot be kept is refused and taken back, and later it can be', async () => {
  const { folder } = await stockedFolder();
  const library = await openLibrary(folder);
  const { handlers } = library;
  const before = await listed(library);
  const ids = before.articles.map(({ id }) => id);
  const number = Math.max(
    0,
    ...(await readdir(folder)).flatMap((name) => /^journal-(\d+)/.exec(name)?.[1] ?? []).map(Number),
  );
  // A folder stands where the next journal would be.
  const inTheWay = path.join(folder, `journal-${String(number + 1).padStart(8, '0')}.log`);
  await mkdir(inTheWay);
  const refused = { failure: { code: 'library-unwritable', detail: { folder } } };
  await expect(handlers['articles.mark']({ ids, read: true })).rejects.toMatchObject(refused);
  await expect(handlers['articles.markAll']({ filter: EVERYTHING })).rejects.toMatchObject(refused);
  await expect(handlers['articles.tag']({ ids, add: ['x'], remove: [] })).rejects.toMatchObject(refused);
  expect(await listed(library)).toEqual(before);

  await rm(inTheWay, { recursive: true });
  expect(await handlers['articles.mark']({ ids, read: true })).toEqual({ changed: ids.length });
  await library.close();
  expect((await listed(await openLibrary(folder))).unread).toBe(0);
});

it('a refresh that cannot be kept is nobody’s fault but the disk’s, and what was there stays', async () => {
  const { folder, server } = await stockedFolder();
  const library = await openLibrary(folder);
  const { handlers } = library;
  const before = await listed(library);
  const away = path.join(folder, 'taken away');
  await rename(path.join(folder, 'body'), away);
  server.publish('khavaran');
  const report = await handlers['refresh.start']({ feedIds: null });
  expect(report.failed.map(({ code }) => code)).toEqual(['library-unwritable']);
  expect((await handlers['library.overview']({})).feeds.map(({ trouble }) => trouble)).toEqual([null, null]);
  expect(await listed(library)).toEqual(before);

  await rename(away, path.join(folder, 'body'));
  expect(await handlers['refresh.start']({ feedIds: null })).toMatchObject({ newArticles: 1, failed: [] });
  await library.close();
  expect((await listed(await openLibrary(folder))).total).toBe(before.total + 1);
});
