import { digest } from '../../../electron/core/articles/digest';
import type { ArrivingArticle, Store } from '../../../electron/core/store/store';
import { feedAt, startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';
import { articlesOf } from './change';

const ADDRESSES = ['one', 'two', 'three'].map((name) => `https://${name}.example/feed`);

export const idOf = (n: number): string => n.toString(16).padStart(16, '0');
export const numberOf = (id: string): number => Number.parseInt(id, 16);

const feedOf = (batch: number): string => digest(ADDRESSES[batch % ADDRESSES.length] ?? '');

/** Follows the feeds that the batches belong to: an earlier process may have been killed between two of them. */
export async function followFeeds({ core }: Store): Promise<void> {
  for (const address of ADDRESSES) {
    if (feedAt(core.data, address)) continue;
    const feed = startFeed(undefined, { address, title: address, ownTitle: null, site: null, folderId: null }, 0);
    await core.change((data) => withSubscription(data, feed));
  }
}

/** The articles of a batch as the publisher has them in this version. */
export function madeBatch(batch: number, version: number): { feedId: string; articles: ArrivingArticle[] } {
  const feedId = feedOf(batch);
  return { feedId, articles: articlesOf(batch).map((n) => madeArticle(feedId, n, version)) };
}

function madeArticle(feedId: string, n: number, version: number): ArrivingArticle {
  return {
    header: {
      id: idOf(n),
      feedId,
      title: `Version ${version} of story ${n}`,
      link: `https://paper.example/${n}`,
      author: 'The desk',
      summary: 'In short',
      picture: null,
      published: n,
      updated: null,
      arrived: 1_000_000,
      language: 'fa-IR',
      words: 2,
      tags: ['ایران'],
      ownTags: [],
      regions: ['IR'],
      regionTags: 1,
      read: false,
      bookmarked: false,
      offline: 'feed',
      thumbnail: false,
      hash: digest(String(version)),
      guid: null,
    },
    body: { html: `<p>Version ${version} of text ${n}. ${'کاروان در راه است. '.repeat(40)}</p>`, enclosures: [] },
  };
}

/** The version that a title or a text is of. */
export const versionIn = (text: string, what: 'story' | 'text', n: number): number =>
  Number(new RegExp(`Version (\\d+) of ${what} ${n}\\b`).exec(text)?.[1] ?? Number.NaN);
