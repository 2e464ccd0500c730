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

it('while nothing can be kept, feeds are not fetched again each minute, unless the reader asks', async () => {
  const { folder, server } = await stockedFolder();
  const clock = { now: Date.now() + 24 * 60 * 60_000 };
  const library = await openLibrary(folder, { now: () => clock.now });
  const { handlers } = library;
  await handlers['settings.change']({ refreshMinutes: 15 });
  const away = path.join(folder, 'taken away');
  await rename(path.join(folder, 'body'), away);
  for (const paper of ['khavaran', 'makran-daily']) server.publish(paper);
  server.requests.length = 0;
  for (let minute = 0; minute < 60; minute++, clock.now += 60_000) await library.refreshDue();
  // At once, then after 5, 10, 20 and 40 minutes; each feed is asked.
  expect(server.requests.length).toBeLessThanOrEqual(2 * 4);
  expect(server.requests.length).toBeGreaterThan(2);
  const asked = server.requests.length;
  await handlers['refresh.start']({ feedIds: null });
  expect(server.requests.length).toBe(asked + 2);
  await rename(away, path.join(folder, 'body'));
  clock.now += 60 * 60_000;
  await library.refreshDue();
  expect((await listed(library)).total).toBeGreaterThan(0);
  expect((await handlers['library.overview']({})).feeds.every(({ lastSuccess }) => lastSuccess === clock.now)).toBe(
    true,
  );
});
