import { expect, it, onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { type Answer, startWrittenFeed, type WrittenFeed } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder } from './temporary';

const DAY_MS = 86_400_000;
const wav = { path: '/a.wav', type: 'audio/wav', length: 10 };

async function subscribed(folder: string, files: Record<string, Answer> = {}) {
  const feed = await startWrittenFeed([{ title: 'Episode', html: '<p>Listen.</p>', enclosures: [wav] }], { files });
  onTestFinished(() => feed.close());
  const library = await openLibrary(folder);
  const { added } = await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  const [article] = (await listed(library)).articles;
  feed.asked.length = 0;
  return { library, feed, feedId: added?.id ?? '', articleId: article?.id ?? '' };
}

const workOffline = (library: Library, worksOffline: boolean) => library.handlers['settings.change']({ worksOffline });
const part = (id: string) => ({ id, n: 0, range: null, signal: new AbortController().signal });

/** Everything that would ask somebody; each is refused with the same words. */
async function askEverybody(library: Library, feed: WrittenFeed, articleId: string): Promise<void> {
  const refused = { failure: { code: 'working-offline' } };
  await expect(library.handlers['refresh.start']({ feedIds: null })).rejects.toMatchObject(refused);
  await expect(
    library.handlers['feeds.add']({ address: `${feed.origin}/other.xml`, folderId: null }),
  ).rejects.toMatchObject(refused);
  await expect(library.play(part(articleId))).rejects.toMatchObject(refused);
  await library.refreshDue();
  library.networkChanged();
  await library.refreshDue();
}

it('asks nobody for anything while the reader works offline, also after a restart, and says so', async () => {
  const folder = await temporaryFolder();
  const { library, feed, articleId } = await subscribed(folder);
  await workOffline(library, true);
  await askEverybody(library, feed, articleId);
  await library.close();
  const again = await openLibrary(folder);
  await askEverybody(again, feed, articleId);
  expect(feed.asked).toEqual([]);
  const { network, feeds } = await again.handlers['library.overview']({});
  expect(network).toEqual({ online: false, byHand: true, offlineSince: null });
  expect(feeds[0]?.trouble).toBeNull();
});

it('keeps what the reader does offline, and asks what is due as soon as the network may be used again', async () => {
  const folder = await temporaryFolder();
  const { library: before, feed, articleId } = await subscribed(folder);
  await before.close();
  const library = await openLibrary(folder, { now: () => Date.now() + 7 * DAY_MS });
  await workOffline(library, true);
  await library.handlers['articles.bookmark']({ ids: [articleId], bookmarked: true });
  const refreshed = new Promise<void>((resolve) => {
    library.on('refresh.progress', ({ running, done }) => !running && done === 1 && resolve());
  });
  await workOffline(library, false);
  await refreshed;
  expect(feed.asked.map(({ path }) => path)).toEqual(['/feed.xml']);
  const { network, counts } = await library.handlers['library.overview']({});
  expect([network.online, counts.bookmarked]).toEqual([true, 1]);
});

it('breaks off what is under way, and blames nobody', async () => {
  let arrived = (): void => {};
  const asked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let isSlow = false;
  const hanging: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav' }).write('RIFF');
    isSlow = true;
    arrived();
  };
  const { library, articleId } = await subscribed(await temporaryFolder(), { '/a.wav': hanging });
  const playing = await library.play(part(articleId));
  const body = playing.arrayBuffer();
  await asked;
  await workOffline(library, true);
  await expect(body).rejects.toThrow();
  expect(isSlow).toBe(true);
  const { network, feeds } = await library.handlers['library.overview']({});
  expect([network.offlineSince, feeds[0]?.trouble]).toEqual([null, null]);
});
