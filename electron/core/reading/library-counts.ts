import { startOfDay } from '../articles/dates';
import { removedFeeds } from '../store/feed-records';
import type { StoredHeader } from '../store/index-shard';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import { sumOf, type Tallies, tallyOf } from './tallies';

export interface LibraryCounts {
  all: Tallies;
  ofFeed(feedId: string): { articles: number; unread: number };
}

interface Counted {
  today: number;
  isFollowed: boolean;
  tallies: Tallies;
}

/**
 * Counts what is shown. Each run of headers is counted once and again only when something in it has changed, so that
 * marking one of a hundred thousand articles counts two thousand anew.
 */
export class CountedLibrary {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #counted = new WeakMap<readonly StoredHeader[], Counted>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async counts(): Promise<LibraryCounts> {
    const slices = new Slices();
    const today = startOfDay(this.#now());
    const removed = removedFeeds(this.#store.core.data);
    const parts: Tallies[] = [];
    const byFeed = new Map<string, { articles: number; unread: number }>();
    for (const { feedId, rows } of this.#store.headers.runs()) {
      if (slices.isLong) await slices.next();
      const tallies = this.#count(rows, today, !removed.has(feedId));
      const feed = byFeed.get(feedId) ?? { articles: 0, unread: 0 };
      byFeed.set(feedId, { articles: feed.articles + tallies.articles, unread: feed.unread + tallies.unread });
      parts.push(tallies);
    }
    return { all: sumOf(parts), ofFeed: (feedId) => byFeed.get(feedId) ?? { articles: 0, unread: 0 } };
  }

  #count(rows: readonly StoredHeader[], today: number, isFollowed: boolean): Tallies {
    const before = this.#counted.get(rows);
    if (before?.today === today && before.isFollowed === isFollowed) return before.tallies;
    const tallies = tallyOf(isFollowed ? rows : rows.filter(({ bookmarked }) => bookmarked), today);
    this.#counted.set(rows, { today, isFollowed, tallies });
    return tallies;
  }
}
