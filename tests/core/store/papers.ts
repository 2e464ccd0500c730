import { onTestFinished } from 'vitest';
import { type ArrivingArticle, openStore, type Store } from '../../../electron/core/store/store';
import { startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';

/** A store on a folder, closed when the test is over unless the test has closed it. */
export async function openPapers(folder: string): Promise<Store> {
  const store = await openStore({ folder, recovered: () => {} });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= store.close();
    return closing;
  };
  onTestFinished(close);
  return { ...store, close };
}

export const idOf = (n: number): string => n.toString(16).padStart(16, '0');

/** Story `n` of a feed; every tenth is bookmarked. */
function story(feedId: string, n: number): ArrivingArticle {
  return {
    header: {
      id: idOf(n),
      feedId,
      title: `خبر ${n}`,
      link: `https://paper.example/${n}`,
      author: null,
      summary: 'In short',
      picture: null,
      published: n,
      updated: null,
      arrived: 1_000_000,
      language: 'fa',
      words: 2,
      tags: ['ایران'],
      ownTags: n % 10 === 0 ? ['مهم'] : [],
      regions: ['IR'],
      regionTags: 1,
      read: n % 2 === 0,
      bookmarked: n % 10 === 0,
      offline: 'feed',
      thumbnail: false,
      hash: `hash ${n}`,
      guid: null,
    },
    body: { html: `<p dir="rtl">متن ${n}</p>`, enclosures: [] },
  };
}

/** Follows a feed and keeps stories of it; answers its identifier. */
export async function keepPaper(store: Store, host: string, from: number, count: number): Promise<string> {
  const address = `https://${host}/feed`;
  const feed = startFeed(undefined, { address, title: host, ownTitle: null, site: null, folderId: null }, 0);
  await store.core.change((data) => withSubscription(data, feed));
  await keepStories(store, feed.id, from, count);
  return feed.id;
}

export const keepStories = (store: Store, feedId: string, from: number, count: number): Promise<void> =>
  store.keep(
    feedId,
    Array.from({ length: count }, (_, n) => story(feedId, from + n)),
    (kept) => kept,
  );

/** What a reader would find: every article with its state, and the texts of the bookmarked ones. */
export async function contents(store: Store): Promise<object> {
  const articles: object[] = [];
  for (const { id: feedId } of store.core.data.feeds) {
    for (const header of [...store.headers.ofFeed(feedId)]) {
      const { id, title, read, bookmarked, ownTags, segment } = header;
      const text = bookmarked ? (await store.bodies.read({ feedId, n: segment }, id)).html : null;
      articles.push({ id, title, read, bookmarked, ownTags, text });
    }
  }
  const { feeds, folders } = store.core.data;
  return { feeds: feeds.map(({ address }) => address), folders, settings: store.settings.data, articles };
}
