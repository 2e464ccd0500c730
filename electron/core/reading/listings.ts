import type { InputOf } from '../../contract/calls';
import type { Filter, Sort } from '../../contract/model';
import { startOfDay } from '../articles/dates';
import { passes } from '../articles/filter';
import { feedsIn, removedFeeds } from '../store/feed-records';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import type { HeaderView } from '../store/stored-header';
import { orderOf } from './article-order';
import { Headlines } from './headlines';

/** How many headers are looked at between two looks at the clock. */
const STRIDE = 500;
/** Lists that are remembered: those between which a reader goes to and fro. */
const MOST = 8;

/** What decides which articles are in a list, and in which order. */
export type Listed = Pick<InputOf<'articles.list'>, 'filter' | 'sort' | 'keep' | 'until'>;

/** The articles of a list by their rows, in order, and how many wait to be let in. */
export interface Listing {
  rows: Uint32Array;
  newer: number;
}

interface Order {
  arrangement: number;
  rows: Promise<Uint32Array>;
}

interface Known {
  holds: string;
  /** The reader's feeds and folders as they were. */
  core: object;
  listing: Promise<Listing>;
}

type Take = (header: HeaderView, row: number) => void;

/**
 * Which articles are in a list. The order of all is remembered, since most changes do not touch it, and so are the last
 * lists as long as nothing changes that they are made by: a page of one is then a look at a few rows.
 */
export class Listings {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #orders = new Map<Sort, Order>();
  readonly #known = new Map<string, Known>();
  readonly #headlines = new Headlines();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The list that passes a filter, in its order; the same object while it is the same list. */
  of({ filter, sort, keep, until }: Listed): Promise<Listing> {
    const name = JSON.stringify([filter, sort, keep, until]);
    const holds = this.#holds(filter);
    const { data: core } = this.#store.core;
    const before = this.#known.get(name);
    const isSame = before?.holds === holds && before.core === core;
    const known = before && isSame ? before : { holds, core, listing: this.#list({ filter, sort, keep, until }) };
    // The last asked for stands last.
    this.#known.delete(name);
    this.#known.set(name, known);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST)) this.#known.delete(oldest);
    return known.listing;
  }

  /** The rows of all that pass a filter and arrived until then, in no order. */
  async matching(filter: Filter, until?: number): Promise<Uint32Array> {
    const all = this.#store.headers.rows();
    return (await this.#listOf(all, { filter, keep: [], until })).rows;
  }

  /** Another text whenever other articles may pass. What the reader does to articles moves only lists that are made by it. */
  #holds(filter: Filter): string {
    const { headers, core } = this.#store;
    const terms = [...filter.all, ...filter.any, ...filter.none];
    const byMarks = removedFeeds(core.data).size > 0 || terms.some(({ kind }) => kind === 'state' || kind === 'tag');
    return [headers.arrangement, startOfDay(this.#now()), byMarks ? headers.version : ''].join(' ');
  }

  async #list({ sort, ...listed }: Listed): Promise<Listing> {
    return this.#listOf(await this.#inOrder(sort), listed);
  }

  async #listOf(all: Uint32Array, { filter, keep, until }: Omit<Listed, 'sort'>): Promise<Listing> {
    const rows = new Uint32Array(all.length);
    const listed = new Set(keep.map((id) => this.#store.headers.rowOf(id)));
    const now = this.#now();
    let [count, newer] = [0, 0];
    await this.#each(all, { filter, keep, listed }, ({ arrived }, row) => {
      // What a clock that ran ahead has dated does not wait for it.
      if (until !== undefined && arrived > until && arrived <= now && !listed.has(row)) newer++;
      else rows[count++] = row;
    });
    return { rows: rows.slice(0, count), newer };
  }

  async #each(
    rows: Uint32Array,
    { filter, keep, listed }: { filter: Filter; keep: readonly string[]; listed: ReadonlySet<number | null> },
    take: Take,
  ): Promise<void> {
    const { headers } = this.#store;
    // To know an article by its identifier takes longer than all the rest: only those that are kept are asked for it.
    const [meets, meetsKept] = [this.#test(filter, new Set()), this.#test(filter, new Set(keep))];
    const slices = new Slices();
    for (let at = 0; at < rows.length; at++) {
      if (at % STRIDE === 0 && slices.isLong) await slices.next();
      const row = rows[at] ?? 0;
      const header = headers.view(row);
      if (header && (listed.has(row) ? meetsKept : meets)(header)) take(header, row);
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
