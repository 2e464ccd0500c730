import { merge, revised } from './articles/merge';
import { type Arrival, normalise } from './articles/normalise';
import { pageName } from './articles/page-name';
import { regionFinder, regionsIn } from './reading/regions';
import { Slices } from './store/slices';
import type { Store } from './store/store';
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
  if (added.length + changed.length > 0) await store.keep(feedId, [...added, ...changed], revised);
  return { added: added.length, changed: changed.length };
}

/** Whether an article was removed, also when it comes under a new identifier. */
function isGone({ headers }: Store, header: Arrival['header']): boolean {
  const { id } = header;
  if (headers.rowOf(id) !== null) return false;
  const page = pageName(header);
  return headers.isGone(id) || (page !== null && headers.isGone(page));
}
