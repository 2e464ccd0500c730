import { expect, it, onTestFinished } from 'vitest';
import { startFeedServer } from '../../support/feed-server';
import { bytesOf, openLibrary, temporaryFolder } from '../library/temporary';
import { overview, refresh } from './following';

const HOSTS = Array.from({ length: 20 }, (_, n) => `127.0.0.${n + 1}`);
const AT_ONCE = 16;

/** A library that follows sixty feeds on twenty hosts. */
async function manyHosts() {
  const server = await startFeedServer({ hosts: HOSTS });
  onTestFinished(() => server.close());
  const library = await openLibrary(await temporaryFolder());
  const opml = server.opml({ bench: { feeds: 60, items: 2, bytes: 100 } });
  await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  return { server, library };
}

it('a refresh that is cancelled stops what runs and what waits, and leaves nobody hanging', async () => {
  const { server, library } = await manyHosts();
  server.fault('*', 'hang');
  const running = refresh(library);
  await expect.poll(() => server.requests.length).toBe(AT_ONCE);
  const again = refresh(library);
  await library.handlers['refresh.cancel']({});
  for (const report of await Promise.all([running, again])) {
    expect(report).toMatchObject({ feeds: 60, updated: 0, failed: [], newArticles: 0 });
  }
  expect(server.requests).toHaveLength(AT_ONCE);
  const after = await overview(library);
  expect(after.refresh).toMatchObject({ running: false, done: 60, total: 60, failed: 0 });
  expect(after.network.online).toBe(true);
  expect(after.feeds.filter(({ trouble, lastSuccess }) => trouble ?? lastSuccess)).toEqual([]);
  server.clear();
  expect(await refresh(library)).toMatchObject({ updated: 60, failed: [], newArticles: 120 });
});

it('asking sixteen hosts at once makes the program warn of nothing', async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error): void => void warnings.push(warning);
  process.on('warning', hear);
  onTestFinished(() => void process.off('warning', hear));
  const { server, library } = await manyHosts();
  server.fault('*', 'hang');
  const running = refresh(library);
  await expect.poll(() => server.requests.length).toBe(AT_ONCE);
  await library.handlers['refresh.cancel']({});
  await running;
  expect(warnings).toEqual([]);
});
