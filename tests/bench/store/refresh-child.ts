import { revised } from '../../../electron/core/articles/merge';
import { markAllRead, markRead } from '../../../electron/core/reading/read-state';
import { openStore, type Store } from '../../../electron/core/store/store';
import { articleId, madeArticle, madeFeeds } from './made-articles';
import { answer, watched } from './measured';

// Takes in a refresh of 100 feeds with 5 new articles each, and brings what waits in memory to its files.
const [folder = '', articles = ''] = process.argv.slice(2);
const FEEDS = 100;
const NEW = 5;
const store: Store & { checkpoint?(): Promise<void> } = await openStore({ folder, recovered: () => {} });
const feeds = [...madeFeeds(Number(articles))];
// Numbers that no run before has used.
const first = Date.now() * 1_000;

const refresh = await watched(() =>
  Promise.all(
    Array.from({ length: FEEDS }, async (_, at) => {
      const feed = feeds[at % feeds.length];
      if (!feed) return;
      const arriving = Array.from({ length: NEW }, (_, n) => madeArticle(feed, first + at * NEW + n));
      await store.keep(feed.id, arriving, revised);
    }),
  ),
);

async function checkpointed() {
  if (!store.checkpoint) return {};
  const few = await watched(async () => store.checkpoint?.());
  const ids = Array.from({ length: Number(articles) }, (_, n) => articleId(n));
  await markAllRead(store, store.headers.rows());
  const all = await watched(async () => store.checkpoint?.());
  await markRead(store, ids, false);
  return { few, all };
}

const checkpoint = await checkpointed();
await store.close();
answer({ refresh, ...checkpoint });
