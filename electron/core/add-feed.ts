import type { FeedCandidate } from '../contract/model';
import { digestOf } from './articles/digest';
import { fetchResource } from './fetching/http';
import { keepFeed, type RefreshPorts } from './refresh';
import type { FeedRecord } from './store/core-data';
import { discover } from './subscriptions/discover';
import { withoutLogin } from './subscriptions/login-address';
import { checkFolder, checkNew, followedFeed, subscribe } from './subscriptions/subscriptions';
import { routeBy } from './subscriptions/way';

export interface AddPorts extends RefreshPorts {
  /** Ends it before its time. */
  signal: AbortSignal;
}

/** A followed feed, or the several that a page offers. */
export type Added = { feed: FeedRecord; choices?: undefined } | { feed?: undefined; choices: FeedCandidate[] };

/**
 * Follows the feed at an address that a reader typed, with the articles that it has now. Throws a Fault that says
 * what is in the way; then nothing has changed.
 */
export async function addFeed(ports: AddPorts, typed: string, folderId: string | null): Promise<Added> {
  const { store, secrets, fetch, work, now, signal } = ports;
  const { proxy } = store.settings.data;
  const route = routeBy(proxy, secrets.proxyPassword(null, proxy));
  checkFolder(store.core.data, folderId);
  const fetchFeed = (address: string) => {
    // Before it is fetched, since the most likely second try is the very same address.
    checkNew(store.core.data, withoutLogin(address).address);
    return fetchResource(fetch, address, { signal, route, typed });
  };
  const { found, choices } = await discover(typed, { fetchFeed, work });
  if (!found) return { choices };
  const { fetched } = found;
  const { address, login } = withoutLogin(found.address);
  checkNew(store.core.data, fetched.url);
  const feed = await subscribe(store, { address, title: null, ownTitle: null, site: null, folderId }, now());
  if (login) await secrets.setLogin(feed, login);
  await keepFeed(ports, feed, fetched, digestOf(fetched.body));
  await store.core.change((core) => core);
  return { feed: followedFeed(store.core.data, feed.id) };
}
