import { rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import { startFeedServer } from '../../support/feed-server';
import { bytesOf, listed, openLibrary, temporaryFolder } from './temporary';

it('a change that cannot be kept is refused and taken back; nothing else is lost, and later it can be', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  const { handlers } = library;
  const unread = async (): Promise<number> => (await listed(library)).unread;
  await handlers['feeds.import']({ opml: bytesOf(server.opml({ papers: ['khavaran', 'makran-daily'] })) });
  await handlers['refresh.start']({ feedIds: null });
  const before = await listed(library);
  const ids = before.articles.map(({ id }) => id);

  const away = path.join(folder, 'taken away');
  await rename(path.join(folder, 'index'), away);
  const refused = { failure: { code: 'library-unwritable', detail: { folder } } };
  await expect(handlers['articles.mark']({ ids, read: true })).rejects.toMatchObject(refused);
  await expect(handlers['articles.markAll']({ filter: EVERYTHING })).rejects.toMatchObject(refused);
  expect(await listed(library)).toEqual(before);
  server.publish('khavaran');
  const report = await handlers['refresh.start']({ feedIds: null });
  expect(report.failed.map(({ code }) => code)).toEqual(['library-unwritable']);
  expect((await handlers['library.overview']({})).feeds.map(({ trouble }) => trouble)).toEqual([null, null]);

  await rename(away, path.join(folder, 'index'));
  expect(await handlers['articles.mark']({ ids, read: true })).toEqual({ changed: ids.length });
  expect(await handlers['refresh.start']({ feedIds: null })).toMatchObject({ newArticles: 1, failed: [] });
  expect(await unread()).toBe(1);
  await library.close();
  expect((await listed(await openLibrary(folder))).unread).toBe(1);
});
