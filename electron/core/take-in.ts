import { Fault } from '../contract/failures';
import { isFromTheFuture } from './articles/dates';
import { merge, revised } from './articles/merge';
import { pageName } from './articles/page-name';
import { withPageTags } from './articles/page-tags';
import { regionFinder } from './articles/regions';
import { type BodyRecord, unpackBody } from './store/body-record';
import type { ArrivingArticle, Store } from './store/store';
import type { ReadArticle } from './work/work';

const MOST_EARLIER = 5;

/**
 * Keeps what of a feed's articles is new or changed, in one commit; answers how many of each. What was removed before
 * does not come back.
 */
export async function takeIn(
  store: Store,
  feedId: string,
  articles: readonly ReadArticle[],
  now: () => number,
): Promise<{ added: number; changed: number }> {
  const isWelcome = store.headers.hasGone(feedId)
    ? (article: ReadArticle) => !isGone(store, article.header)
    : () => true;
  const { added, changed } = merge(articles.filter(isWelcome), store.headers.ofFeed(feedId));
  if (added.length + changed.length > 0) {
    const edited = await withEarlier(store, changed, now());
    await store.keep(feedId, [...added.map((article) => arrivedAt(article, now())), ...edited], revised);
  }
  return { added: added.length, changed: changed.length };
}

/**
 * A new article arrives when it is taken in, however long it waited for a worker before: a list that is held meanwhile does
 * not change. A date for which the arrival stands goes along with it.
 */
function arrivedAt({ header, body }: ReadArticle, arrived: number): ReadArticle {
  const published = isFromTheFuture(header) ? arrived : header.published;
  const updated = header.updated === header.arrived ? arrived : header.updated;
  return { header: { ...header, arrived, published, updated }, body };
}

/** Whether an article was removed, also when it comes under a new identifier. */
function isGone({ headers }: Store, header: ReadArticle['header']): boolean {
  const { id } = header;
  if (headers.rowOf(id) !== null) return false;
  const page = pageName(header);
  return headers.isGone(id) || (page !== null && headers.isGone(page));
}

/**
 * Changed articles with what they said before: an edited headline is still the same article, and the old one stays. What
 * their pages said stays too, until they are fetched anew.
 */
async function withEarlier(store: Store, changed: readonly ReadArticle[], now: number): Promise<ArrivingArticle[]> {
  const articles: ArrivingArticle[] = [];
  const find = await regionFinder();
  for (const { header, body } of changed) {
    const { html, enclosures } = unpackBody(body);
    const before = await textBefore(store, header.id);
    const isEdited = before !== null && (before.title !== header.title || before.html !== html);
    const latest = isEdited ? [{ title: before.title, html: before.html, until: now }] : [];
    const earlier = [...latest, ...(before?.earlier ?? [])].slice(0, MOST_EARLIER);
    const page = before?.page;
    const texts = { html, enclosures, ...(earlier.length > 0 && { earlier }), ...(page && { page }) };
    articles.push({
      header: page ? { ...header, ...withPageTags(header.tags, page.tags, find) } : header,
      body: texts,
    });
  }
  return articles;
}

/** Null when it is lost: the new text takes its place. */
async function textBefore({ headers, bodies }: Store, id: string): Promise<BodyRecord | null> {
  const header = headers.get(id);
  if (!header) return null;
  try {
    return await bodies.read({ feedId: header.feedId, n: header.segment }, id);
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.failure.code === 'library-damaged') return null;
    throw thrown;
  }
}
