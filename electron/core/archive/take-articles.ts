import type { ArticleHeader } from '../../contract/model';
import { digest } from '../articles/digest';
import { webLink } from '../articles/links';
import { match } from '../articles/merge';
import type { Arrival } from '../articles/normalise';
import { distinctTags, MOST_TAGS, tagKey } from '../articles/tags';
import { bookmark } from '../reading/bookmarks';
import { changeOwnTags } from '../reading/own-tags';
import { markRead } from '../reading/read-state';
import type { Store } from '../store/store';
import type { ArchivedArticle } from './archive-format';

/** A feed by its identifier in the archive, and here. */
export interface Way {
  from: string;
  to: string;
}

interface Known {
  here: ArticleHeader;
  archived: ArticleHeader;
}

/**
 * Takes articles of one feed over. One that is here already keeps its text and all that the reader did to it, and is
 * read, bookmarked and tagged as in the archive besides. Answers how many came and how many were marked.
 */
export async function takeArticles(
  store: Store,
  way: Way,
  articles: readonly ArchivedArticle[],
): Promise<{ added: number; marked: number }> {
  const arrivals = articles.map((article) => arrivalOf(store, way, article));
  const matches = match(arrivals, store.headers.ofFeed(way.to));
  const added = matches.filter(({ same }) => !same).map(({ arrival }) => arrival);
  if (added.length > 0) await store.keep(way.to, added, (kept) => kept);
  const known = matches.flatMap(({ same, arrival }) => (same ? [{ here: same, archived: arrival.header }] : []));
  return { added: added.length, marked: await mark(store, known) };
}

function arrivalOf(
  { headers }: Store,
  { from, to }: Way,
  { html, enclosures, page, ...article }: ArchivedArticle,
): Arrival {
  // Identifiers are made of the feed's: those of one that has another here would not be found again.
  const isFree = from === to && (headers.get(article.id)?.feedId ?? to) === to;
  const id = isFree ? article.id : digest(to, article.guid ?? article.link ?? article.id);
  return {
    header: {
      ...article,
      id,
      feedId: to,
      link: webLink(article.link, null),
      picture: webLink(article.picture, null),
      tags: article.tags.slice(0, MOST_TAGS),
      ownTags: distinctTags(article.ownTags),
      // Pictures that were kept with it do not travel.
      offline: 'feed',
      thumbnail: false,
    },
    body: {
      html,
      enclosures: enclosures.filter(({ url }) => webLink(url, null) !== null),
      ...(page && webLink(page.url, null) && { page: { ...page, picture: webLink(page.picture, null) } }),
    },
  };
}

async function mark(store: Store, known: readonly Known[]): Promise<number> {
  const read = known.filter(({ here, archived }) => archived.read && !here.read);
  const bookmarked = known.filter(({ here, archived }) => archived.bookmarked && !here.bookmarked);
  const tagged = known.filter(({ here, archived }) => newTags(here, archived).length > 0);
  const idsOf = (marked: readonly Known[]): string[] => marked.map(({ here }) => here.id);
  if (read.length > 0) await markRead(store, idsOf(read), true);
  if (bookmarked.length > 0) await bookmark(store, idsOf(bookmarked), true);
  for (const [tags, ids] of byTags(tagged)) await changeOwnTags(store, { ids, add: tags, remove: [] });
  return new Set([...read, ...bookmarked, ...tagged]).size;
}

/** Articles that get the same tags are changed at once. */
function byTags(tagged: readonly Known[]): Iterable<[string[], string[]]> {
  const groups = new Map<string, [string[], string[]]>();
  for (const { here, archived } of tagged) {
    const tags = newTags(here, archived);
    const [, ids = []] = groups.get(tags.join('\0')) ?? [];
    groups.set(tags.join('\0'), [tags, [...ids, here.id]]);
  }
  return groups.values();
}

function newTags({ ownTags }: ArticleHeader, archived: ArticleHeader): string[] {
  const own = new Set(ownTags.map(tagKey));
  return archived.ownTags.filter((tag) => !own.has(tagKey(tag)));
}
