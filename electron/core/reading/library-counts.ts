import { startOfDay } from '../articles/dates';
import { removedFeeds } from '../store/feed-records';
import type { Run } from '../store/header-rows';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import { sumOf, type Tallies, tallyOf } from './tallies';

export interface LibraryCounts {
  all: Tallies;
  ofFeed(feedId: string): { articles: number; unread: number };
}

interface Counted {
  version: number;
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
  readonly #counted = new WeakMap<object, Counted>();

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
    for (const run of this.#store.headers.runs()) {
      if (slices.isLong) await slices.next();
      const { feedId } = run;
      const tallies = this.#count(run, today, !removed.has(feedId));
      const feed = byFeed.get(feedId) ?? { articles: 0, unread: 0 };
      byFeed.set(feedId, { articles: feed.articles + tallies.articles, unread: feed.unread + tallies.unread });
      parts.push(tallies);
    }
    return { all: sumOf(parts), ofFeed: (feedId) => byFeed.get(feedId) ?? { articles: 0, unread: 0 } };
  }

  #count({ block, version, rows }: Run, today: number, isFollowed: boolean): Tallies {
    const before = this.#counted.get(block);
    const holds = before?.version === version && before.today === today && before.isFollowed === isFollowed;
    if (before && holds) return before.tallies;
    const tallies = tallyOf(isFollowed ? rows : [...rows].filter(({ bookmarked }) => bookmarked), today);
    this.#counted.set(block, { version, today, isFollowed, tallies });
    return tallies;
  }
}
