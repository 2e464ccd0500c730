import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings';
import { digest } from '../../../electron/core/articles/digest';
import { openStore } from '../../../electron/core/store/store';
import { startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';
import { madeArticle } from '../store/made-articles';

const FEEDS = 500;

/** A library of so many articles in 500 feeds, unless an earlier run has made it to its end. The feeds are never asked. */
export async function madeLibrary(folder: string, articles: number): Promise<void> {
  const whole = `${folder}.whole`;
  if (existsSync(whole)) return;
  await rm(folder, { recursive: true, force: true });
  const store = await openStore({ folder, recovered: () => {} });
  const count = articles / FEEDS;
  const feeds = Array.from({ length: FEEDS }, (_, n) => {
    const address = `https://paper-${n}.example/feed`;
    return { address, id: digest(address), from: n * count, count };
  });
  await store.settings.change(() => ({ ...DEFAULT_SETTINGS, refreshMinutes: 0, welcomed: true }));
  await store.core.change((core) =>
    feeds.reduce((data, { address }, n) => {
      const feed = { address, title: `Paper ${n}`, ownTitle: null, site: address, folderId: null };
      return withSubscription(data, startFeed(undefined, feed, 0));
    }, core),
  );
  for (const feed of feeds) {
    const arriving = Array.from({ length: count }, (_, at) => madeArticle(feed, feed.from + at));
    await store.keep(feed.id, arriving, (kept) => kept);
  }
  await store.close();
  await writeFile(whole, '');
}
