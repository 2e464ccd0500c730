import { Fault } from '../contract/failures';
import { merge, revised } from './articles/merge';
import { type Arrival, normalise } from './articles/normalise';
import { pageName } from './articles/page-name';
import { regionFinder, regionsIn } from './reading/regions';
import type { BodyRecord } from './store/body-segment';
import { Slices } from './store/slices';
import type { ArrivingArticle, Store } from './store/store';
import type { ReadFeed } from './work/work';

/**
 * Makes articles of what a feed says and keeps those that are new or changed, in one commit; answers how many of each.
 * What was removed before does not come back.
 * `address` is the feed's own, for links that are not absolute.
 */
export async function takeIn(
  store: Store,
  { id: feedId, address }: { id: string; address: string },
  { items, language }: ReadFeed,
  now: number,
): Promise<{ added: number; changed: number }> {
  const regionsOf = await regionFinder();
  const arrivals: Arrival[] = [];
  const slices = new Slices();
  for (const item of items) {
    if (slices.isLong) await slices.next();
    const { header, body } = normalise(item, { feedId, address, language, now });
    if (isGone(store, header)) continue;
    arrivals.push({ header: { ...header, ...regionsIn(header.tags, regionsOf) }, body });
  }
  const { added, changed } = merge(arrivals, store.headers.ofFeed(feedId));
  if (added.length + changed.length > 0) {
    await store.keep(feedId, [...added, ...(await withEarlier(store, changed, now))], revised);
  }
  return { added: added.length, changed: changed.length };
}

/** Whether an article was removed, also when it comes under a new identifier. */
function isGone({ headers }: Store, header: Arrival['header']): boolean {
  const { id } = header;
  if (headers.rowOf(id) !== null) return false;
  const page = pageName(header);
  return headers.isGone(id) || (page !== null && headers.isGone(page));
}

const MOST_EARLIER = 5;

/** Changed articles with what they said before: an edited headline is still the same article, and the old one stays. */
async function withEarlier(store: Store, changed: readonly Arrival[], now: number): Promise<ArrivingArticle[]> {
  const articles: ArrivingArticle[] = [];
  for (const { header, body } of changed) {
    const before = await textBefore(store, header.id);
    const isEdited = before !== null && (before.title !== header.title || before.html !== body.html);
    const latest = isEdited ? [{ title: before.title, html: before.html, until: now }] : [];
    const earlier = [...latest, ...(before?.earlier ?? [])].slice(0, MOST_EARLIER);
    articles.push({ header, body: earlier.length > 0 ? { ...body, earlier } : body });
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
