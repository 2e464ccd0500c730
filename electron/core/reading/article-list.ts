import type { InputOf } from '../../contract/calls';
import type { ArticleHeader, ArticlePage, Filter, Sort } from '../../contract/model';
import { passes } from '../articles/filter';
import { inOrder } from '../articles/list';
import { feedsIn, removedFeeds } from '../store/feed-records';
import type { Place } from '../store/headers';
import type { StoredHeader } from '../store/index-shard';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';

/** How many headers are looked at between two looks at the clock. */
const STRIDE = 500;

interface Order {
  arrangement: number;
  places: readonly Place[];
}

/** Lists of the library's articles. The order of all is remembered, since most changes do not touch it. */
export class ArticleList {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #orders = new Map<Sort, Order>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** One page of the articles that pass a filter. */
  async page({ filter, sort, offset, limit, keep }: InputOf<'articles.list'>): Promise<ArticlePage> {
    const page: ArticlePage = { total: 0, unread: 0, articles: [] };
    await this.#each(sort, filter, keep, (header) => {
      if (page.total >= offset && page.articles.length < limit) page.articles.push(shown(header));
      page.total++;
      if (!header.read) page.unread++;
    });
    return page;
  }

  /** Where an article stands among those that pass a filter; null when it does not pass. */
  async place({ filter, sort, keep, id }: InputOf<'articles.place'>): Promise<{ place: number | null }> {
    let place: number | null = null;
    let count = 0;
    await this.#each(sort, filter, keep, (header) => {
      if (header.id === id) place = count;
      count++;
    });
    return { place };
  }

  /** The identifiers of all that pass a filter. */
  async matching(filter: Filter): Promise<string[]> {
    const ids: string[] = [];
    await this.#each('arrived', filter, [], ({ id }) => ids.push(id));
    return ids;
  }

  async #each(
    sort: Sort,
    filter: Filter,
    keep: readonly string[],
    take: (header: StoredHeader) => void,
  ): Promise<void> {
    const { headers } = this.#store;
    const meets = this.#test(filter, new Set(keep));
    const slices = new Slices();
    for (const [at, place] of this.#inOrder(sort).entries()) {
      if (at % STRIDE === 0 && slices.isLong) await slices.next();
      const header = headers.at(place);
      if (header && meets(header)) take(header);
    }
  }

  /** Of feeds that the reader removed only the bookmarked articles are listed. */
  #test(filter: Filter, keep: ReadonlySet<string>): (header: ArticleHeader) => boolean {
    const { data: core } = this.#store.core;
    const removed = removedFeeds(core);
    const meets = passes(filter, { now: this.#now(), keep, feedsIn: (id) => feedsIn(core, id) });
    if (removed.size === 0) return meets;
    return (header) => (header.bookmarked || !removed.has(header.feedId) || keep.has(header.id)) && meets(header);
  }

  #inOrder(sort: Sort): readonly Place[] {
    const { headers } = this.#store;
    let order = this.#orders.get(sort);
    if (order?.arrangement !== headers.arrangement) {
      const places = inOrder([...headers.places()], (place) => headers.at(place), sort);
      order = { arrangement: headers.arrangement, places };
      this.#orders.set(sort, order);
    }
    return order.places;
  }
}

/** A header without what only the store needs. */
export function shown({ hash: _, guid: __, segment: ___, ...header }: StoredHeader): ArticleHeader {
  return header;
}
