import { expect, it, onTestFinished } from 'vitest';
import { startFeedServer } from '../../support/feed-server';
import { bytesOf, openLibrary, temporaryFolder } from '../library/temporary';
import { overview, refresh } from './following';

const HOSTS = Array.from({ length: 21 }, (_, n) => `127.0.0.${n + 1}`);
const GOOD = HOSTS.length - 1;

it('feeds that are known to fail do not hold up the good ones: these come first', async () => {
  const server = await startFeedServer({ hosts: HOSTS });
  onTestFinished(() => server.close());
  const library = await openLibrary(await temporaryFolder());
  const opml = server.opml({ bench: { feeds: HOSTS.length, items: 1, bytes: 100 } });
  await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  for (let n = 0; n < GOOD; n++) server.fault(`/bench/${n}.xml`, '500');
  expect(await refresh(library)).toMatchObject({ updated: 1 });
  for (let n = 0; n < GOOD; n++) server.fault(`/bench/${n}.xml`, 'hang');
  server.publish(`bench/${GOOD}`);
  const running = refresh(library);
  // Twenty hang, and sixteen are asked at a time.
  await expect.poll(async () => (await overview(library)).refresh.newArticles).toBe(1);
  await library.handlers['refresh.cancel']({});
  expect(await running).toMatchObject({ feeds: HOSTS.length, newArticles: 1 });
});
