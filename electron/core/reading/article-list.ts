import type { InputOf } from '../../contract/calls';
import type { ArticleHeader, ArticlePage, Filter, Sort } from '../../contract/model';
import { passes } from '../articles/filter';
import { feedsIn, removedFeeds } from '../store/feed-records';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import type { HeaderView, StoredHeader } from '../store/stored-header';
import { orderOf } from './article-order';
import { Headlines } from './headlines';

/** How many headers are looked at between two looks at the clock. */
const STRIDE = 500;

interface Order {
  arrangement: number;
  rows: Promise<Uint32Array>;
}

/** Lists of the library's articles. The order of all is remembered, since most changes do not touch it. */
export class ArticleList {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #orders = new Map<Sort, Order>();
  readonly #headlines = new Headlines();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** One page of the articles that pass a filter. */
  async page({ filter, sort, offset, limit, keep, until }: InputOf<'articles.list'>): Promise<ArticlePage> {
    const page: ArticlePage = { total: 0, unread: 0, newer: 0, articles: [] };
    const isNewer = this.#arrivedAfter(until, keep);
    await this.#each(sort, filter, keep, (header) => {
      if (isNewer(header)) {
        page.newer++;
        return;
      }
      if (page.total >= offset && page.articles.length < limit) page.articles.push(shown(header.whole()));
      page.total++;
      if (!header.read) page.unread++;
    });
    return page;
  }

  /** Where an article stands among those that pass a filter; null when it does not pass. */
  async place({ filter, sort, keep, until, id }: InputOf<'articles.place'>): Promise<{ place: number | null }> {
    let place: number | null = null;
    let count = 0;
    const isNewer = this.#arrivedAfter(until, keep);
    const wanted = this.#store.headers.rowOf(id);
    await this.#each(sort, filter, keep, (header, row) => {
      if (isNewer(header)) return;
      if (row === wanted) place = count;
      count++;
    });
    return { place };
  }

  /** The rows of all that pass a filter and arrived until then, in no order. */
  async matching(filter: Filter, until?: number): Promise<Uint32Array> {
    const all = this.#store.headers.rows();
    const rows = new Uint32Array(all.length);
    let count = 0;
    const isNewer = this.#arrivedAfter(until, []);
    await this.#eachOf(all, filter, [], (header, row) => {
      if (!isNewer(header)) rows[count++] = row;
    });
    return rows.subarray(0, count);
  }

  async #each(
    sort: Sort,
    filter: Filter,
    keep: readonly string[],
    take: (header: HeaderView, row: number) => void,
  ): Promise<void> {
    await this.#eachOf(await this.#inOrder(sort), filter, keep, take);
  }

  async #eachOf(
    rows: Uint32Array,
    filter: Filter,
    keep: readonly string[],
    take: (header: HeaderView, row: number) => void,
  ): Promise<void> {
    const { headers } = this.#store;
    const meets = this.#test(filter, new Set(keep));
    const slices = new Slices();
    for (let at = 0; at < rows.length; at++) {
      if (at % STRIDE === 0 && slices.isLong) await slices.next();
      const row = rows[at] ?? 0;
      const header = headers.view(row);
      if (header && meets(header)) take(header, row);
    }
  }

  /** Of feeds that the reader removed only the bookmarked articles are listed. */
  #test(filter: Filter, keep: ReadonlySet<string>): (header: HeaderView) => boolean {
    const { data: core } = this.#store.core;
    const removed = removedFeeds(core);
    const headlineOf = (title: string): string => this.#headlines.of(title);
    const meets = passes(filter, { now: this.#now(), keep, feedsIn: (id) => feedsIn(core, id), headlineOf });
    if (removed.size === 0) return meets;
    return (header) => (header.bookmarked || !removed.has(header.feedId) || keep.has(header.id)) && meets(header);
  }

  /** What a clock that ran ahead has dated does not wait for it. */
  #arrivedAfter(until: number | undefined, keep: readonly string[]): (header: HeaderView) => boolean {
    if (until === undefined) return () => false;
    const listed = new Set(keep);
    const now = this.#now();
    return ({ arrived, id }) => arrived > until && arrived <= now && !listed.has(id);
  }

  #inOrder(sort: Sort): Promise<Uint32Array> {
    const { headers } = this.#store;
    let order = this.#orders.get(sort);
    if (order?.arrangement !== headers.arrangement) {
      order = { arrangement: headers.arrangement, rows: orderOf(headers, sort) };
      this.#orders.set(sort, order);
    }
    return order.rows;
  }
}

/** A header without what only the store needs. */
export function shown({ hash: _, guid: __, segment: ___, ...header }: StoredHeader): ArticleHeader {
  return header;
}
