import type { InputOf } from '../../contract/calls';
import type { ArticleHeader, ArticlePage, DayCount, Filter } from '../../contract/model';
import type { Store } from '../store/store';
import type { StoredHeader } from '../store/stored-header';
import { daysOf } from './days';
import { type Listed, type Listing, Listings, type TextSearch } from './listings';

/** Lists of the library's articles. */
export class ArticleList {
  readonly #store: Store;
  readonly #listings: Listings;
  readonly #days = new WeakMap<Listing, Map<string, Promise<DayCount[]>>>();

  constructor(store: Store, now: () => number, search: TextSearch | null = null) {
    this.#store = store;
    this.#listings = new Listings(store, now, search);
  }

  /** One page of the articles that pass a filter, and what is counted of all of them. */
  async page({ offset, limit, zone, ...listed }: InputOf<'articles.list'>): Promise<ArticlePage> {
    const { headers } = this.#store;
    const listing = await this.#listings.of(listed);
    const { rows, newer } = listing;
    const days =
      zone === undefined || listed.sort === 'best' ? {} : { days: await this.#daysOf(listing, listed, zone) };
    const articles = [];
    for (const row of rows.subarray(offset, offset + limit)) {
      const header = headers.view(row)?.whole();
      if (header) articles.push(shown(header));
    }
    return { total: rows.length, unread: headers.countUnread(rows), newer, articles, ...days };
  }

  /** Where an article stands among those that pass a filter; null when it does not pass. */
  async place({ id, ...listed }: InputOf<'articles.place'>): Promise<{ place: number | null }> {
    const { rows } = await this.#listings.of(listed);
    const wanted = this.#store.headers.rowOf(id);
    const place = wanted === null ? -1 : rows.indexOf(wanted);
    return { place: place < 0 ? null : place };
  }

  /** The identifiers of a part of the list, in its order. */
  async ids({ from, to, ...listed }: InputOf<'articles.ids'>): Promise<{ ids: string[] }> {
    const { rows } = await this.#listings.of(listed);
    return { ids: [...this.#store.headers.idsIn(rows.subarray(from, to))] };
  }

  /** The rows of a part of a list without some of its articles. */
  async part({ from, to, except, ...listed }: ListPart): Promise<Uint32Array> {
    const { rows } = await this.#listings.of(listed);
    const without = new Set(except.map((id) => this.#store.headers.rowOf(id)));
    return rows.subarray(from, to ?? rows.length).filter((row) => !without.has(row));
  }

  /** The rows of all that pass a filter and arrived until then, in no order. */
  matching(filter: Filter, until?: number): Promise<Uint32Array> {
    return this.#listings.matching(filter, until);
  }

  #daysOf(listing: Listing, { sort }: Listed, zone: string): Promise<DayCount[]> {
    const known = this.#days.get(listing) ?? new Map<string, Promise<DayCount[]>>();
    this.#days.set(listing, known);
    const days = known.get(zone) ?? daysOf(this.#store.headers, listing.rows, sort, zone);
    known.set(zone, days);
    return days;
  }
}

/** A part of a list, as {@link ArticleList.part} is asked for it. */
type ListPart = Extract<InputOf<'articles.change'>['which'], { sort: unknown }>;

/** A header without what only the store needs. */
export function shown({ hash: _, guid: __, segment: ___, ...header }: StoredHeader): ArticleHeader {
  return header;
}
