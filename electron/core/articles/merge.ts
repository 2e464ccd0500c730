import type { ArticleHeader } from '../../contract/model';
import { isFromTheFuture } from './dates';
import type { Arrival, Identity } from './normalise';
import { pageKey } from './page-name';

/** An article that is kept already. */
export type Kept = ArticleHeader & Identity;

export interface Merged<Form> {
  added: Arrival<Form>[];
  /** With the identifier that they have, and all that the reader did to them. */
  changed: Arrival<Form>[];
}

/** What the publisher now says, with everything that is the reader's or Caravan's own left as it was. */
export const revised = <Header extends Kept>(kept: Header, arriving: Header): Header => ({
  ...arriving,
  id: kept.id,
  arrived: kept.arrived,
  // What is announced for next year does not become newer with each version.
  published: isFromTheFuture(arriving) ? (kept.published ?? kept.arrived) : arriving.published,
  read: kept.read,
  bookmarked: kept.bookmarked,
  ownTags: kept.ownTags,
  offline: kept.offline,
  thumbnail: kept.thumbnail,
});

/** An arrival with the kept article that it is another version of; null when it is new. */
export interface Match<Form> {
  arrival: Arrival<Form>;
  same: Kept | null;
}

/** Sorts what a feed brings into new and changed; the rest is the same as before. */
export function merge<Form>(arrivals: readonly Arrival<Form>[], kept: Iterable<Kept>): Merged<Form> {
  const merged: Merged<Form> = { added: [], changed: [] };
  for (const { arrival, same } of match(arrivals, kept)) {
    if (!same) merged.added.push(arrival);
    else if (same.hash !== arrival.header.hash) merged.changed.push(change(same, arrival));
  }
  return merged;
}

/**
 * Finds out which arrivals are kept already; those that come twice are there once. An article is known by its
 * identifier, else by its link together with its title: many publishers give the same article a new identifier.
 */
export function match<Form>(arrivals: readonly Arrival<Form>[], kept: Iterable<Kept>): Match<Form>[] {
  const byId = new Map<string, Kept>();
  for (const header of kept) byId.set(header.id, header);
  const known = arrivals.filter(({ header }) => byId.has(header.id));
  const fresh = arrivals.filter(({ header }) => !byId.has(header.id));
  const shared = sharedTitles(fresh, [...known.map(({ header }) => header), ...byId.values()]);
  // Reading a link takes long, so only what shares its title with something is looked up by its page.
  const pageOf = (header: Kept): string | null => (shared.has(header.title) ? pageKey(header) : null);
  const byPage = new Map([...byId.values()].map((header) => [pageOf(header), header]));

  const matches: Match<Form>[] = [];
  const taken = new Set<string>();
  // Those with a known identifier come first: nobody else may take their article from them.
  for (const arrival of [...known, ...fresh]) {
    const { header } = arrival;
    const page = pageOf(header);
    const same = byId.get(header.id) ?? (page === null ? undefined : byPage.get(page)) ?? null;
    const id = same?.id ?? header.id;
    if (taken.has(id) || (!same && page !== null && taken.has(page))) continue;
    taken.add(id);
    if (page !== null) taken.add(page);
    matches.push({ arrival, same });
  }
  return matches;
}

function change<Form>(same: Kept, { header, body }: Arrival<Form>): Arrival<Form> {
  return { header: { ...revised(same, header), updated: header.updated ?? header.arrived }, body };
}

/** The titles of new arrivals that something else has too. */
function sharedTitles(fresh: readonly Pick<Arrival, 'header'>[], others: readonly Kept[]): Set<string> {
  const titles = new Set<string>();
  const shared = new Set<string>();
  for (const { header } of fresh) (titles.has(header.title) ? shared : titles).add(header.title);
  for (const { title } of others) if (titles.has(title)) shared.add(title);
  return shared;
}
