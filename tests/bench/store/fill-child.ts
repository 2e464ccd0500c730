import { openStore } from '../../../electron/core/store/store';
import { startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';
import { madeArticle, madeFeeds } from './made-articles';
import { answer, timed } from './measured';

// Fills a library with so many articles.
const [folder = '', articles = ''] = process.argv.slice(2);
const feeds = [...madeFeeds(Number(articles))];
const ms = await timed(async () => {
  const store = await openStore({ folder, recovered: () => {} });
  await store.core.change((core) =>
    feeds.reduce((data, { address }) => {
      const feed = { address, title: `Paper at ${address}`, ownTitle: null, site: address, folderId: null };
      return withSubscription(data, startFeed(undefined, feed, 0));
    }, core),
  );
  for (const feed of feeds) {
    const arriving = Array.from({ length: feed.count }, (_, at) => madeArticle(feed, feed.from + at));
    await store.keep(feed.id, arriving, (kept) => kept);
  }
  await store.close();
});
answer({ feeds: feeds.length, ms });
