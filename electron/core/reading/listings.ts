import type { InputOf } from '../../contract/calls';
import { fold } from '../../contract/fold';
import type { Filter, Sort } from '../../contract/model';
import { parseQuery } from '../../contract/query';
import { startOfDay } from '../articles/dates';
import { passes } from '../articles/filter';
import { regionFinder } from '../articles/regions';
import { meetsTyped } from '../articles/typed';
import { feedsIn, feedsInNamed, feedsNamed, removedFeeds } from '../store/feed-records';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import type { HeaderView } from '../store/stored-header';
import { packedFor } from '../store/trips-data';
import { orderOf } from './article-order';
import { Headlines } from './headlines';

/** How many headers are looked at between two looks at the clock. */
const STRIDE = 500;
/** Lists that are remembered: those between which a reader goes to and fro. */
const MOST = 8;
const DAY_MS = 86_400_000;
/** What is of today counts twice as much as what is old; of a month ago half as much more. */
const RECENCY = 1;
const HALF_LIFE_DAYS = 30;

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

/** What has words in its text; without it only headlines are searched. */
export interface TextSearch {
  readonly version: number;
  /** Null where nothing is typed that stands in a text. */
  find(typed: string): Promise<{ scoreOf(row: number): number | null | undefined } | null>;
}

/** Whether a row has the words that are searched for; undefined where only its headline can tell. */
interface WordTest {
  ofRow(row: number): boolean | undefined;
  inHeadline(header: HeaderView): boolean;
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
  readonly #search: TextSearch | null;

  constructor(store: Store, now: () => number, search: TextSearch | null) {
    this.#store = store;
    this.#now = now;
    this.#search = search;
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
    const { headers, core, trips } = this.#store;
    const terms = [...filter.all, ...filter.any, ...filter.none];
    const packed = terms.flatMap(({ kind, value }) => (kind === 'trip' ? packedFor(trips.data, value).size : []));
    const byMarks = removedFeeds(core.data).size > 0 || terms.some(({ kind }) => kind === 'state' || kind === 'tag');
    const { words, conditions } = parseQuery(filter.text);
    const byTyped = conditions.some(({ field }) => field === 'is' || field === 'tag');
    const marks = byMarks || byTyped ? headers.version : '';
    const texts = words.length > 0 ? this.#search?.version : '';
    return [headers.arrangement, startOfDay(this.#now()), marks, texts, ...packed].join(' ');
  }

  async #list({ sort, ...listed }: Listed): Promise<Listing> {
    const listing = await this.#listOf(await this.#inOrder(sort === 'best' ? 'newest' : sort), listed);
    const found = sort === 'best' ? await this.#search?.find(listed.filter.text) : null;
    return found ? { ...listing, rows: this.#bestFirst(listing.rows, found) } : listing;
  }

  /** By how well they fit, where what is new counts for more; a headline whose text is not known yet is in between. */
  #bestFirst(rows: Uint32Array, found: NonNullable<Awaited<ReturnType<TextSearch['find']>>>): Uint32Array {
    const now = this.#now();
    const worth = new Map<number, number>();
    for (const row of rows) {
      const { published, arrived } = this.#store.headers.times(row);
      const days = Math.max(0, now - (Number.isNaN(published) ? arrived : published)) / DAY_MS;
      worth.set(row, (found.scoreOf(row) ?? 1) * (1 + RECENCY / (1 + days / HALF_LIFE_DAYS)));
    }
    return Uint32Array.from(rows).sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0));
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
    const [meets, meetsKept] = [await this.#test(filter, new Set()), await this.#test(filter, new Set(keep))];
    const words = await this.#wordTest(filter.text);
    const slices = new Slices();
    for (let at = 0; at < rows.length; at++) {
      if (at % STRIDE === 0 && slices.isLong) await slices.next();
      const row = rows[at] ?? 0;
      // Most rows of a search are passed over by their number alone.
      const hasWords = words.ofRow(row);
      if (hasWords === false) continue;
      const header = headers.view(row);
      const isListed = header && (listed.has(row) ? meetsKept : meets)(header);
      if (isListed && (hasWords ?? words.inHeadline(header))) take(header, row);
    }
  }

  /** Of feeds that the reader removed only the bookmarked articles are listed. */
  async #test(filter: Filter, keep: ReadonlySet<string>): Promise<(header: HeaderView) => boolean> {
    const { data: core } = this.#store.core;
    const removed = removedFeeds(core);
    const { conditions } = parseQuery(filter.text);
    const regionsOf = conditions.some(({ field }) => field === 'region') ? await regionFinder() : () => [];
    const context = {
      now: this.#now(),
      keep,
      feedsIn: (id: string) => feedsIn(core, id),
      packedFor: (id: string) => packedFor(this.#store.trips.data, id),
      feedsNamed: (name: string) => feedsNamed(core, name),
      feedsInNamed: (name: string) => feedsInNamed(core, name),
      regionsNamed: (name: string) => regionsOf([name]),
    };
    const [meetsTerms, meetsRest] = [passes({ ...filter, text: '' }, context), meetsTyped(conditions, context)];
    const meets = (header: HeaderView): boolean => meetsTerms(header) && meetsRest(header);
    if (removed.size === 0) return meets;
    return (header) => (header.bookmarked || !removed.has(header.feedId) || keep.has(header.id)) && meets(header);
  }

  /** By the words of the text where they are known, else by those of the headline. */
  async #wordTest(typed: string): Promise<WordTest> {
    const { words } = parseQuery(typed);
    if (words.length === 0) return { ofRow: () => true, inHeadline: () => true };
    const found = await this.#search?.find(typed);
    const clauses = words.map(({ text, isNot }) => ({ text: fold(text), isNot }));
    const inHeadline = ({ title }: HeaderView): boolean =>
      clauses.every(({ text, isNot }) => this.#headlines.of(title).includes(text) !== isNot);
    return {
      ofRow: (row) => {
        const score = found?.scoreOf(row);
        return score === undefined ? undefined : score !== null;
      },
      inHeadline,
    };
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
