import type { FeedCandidate } from '../contract/model';
import type { Fetch } from './fetching/fetch';
import { fetchResource } from './fetching/http';
import { keepFeed } from './refresh';
import type { FeedRecord } from './store/core-data';
import type { Store } from './store/store';
import { discover } from './subscriptions/discover';
import { checkFolder, checkNew, followedFeed, subscribe } from './subscriptions/subscriptions';
import type { Work } from './work/work';

export interface AddPorts {
  store: Store;
  fetch: Fetch;
  work: Work;
  now: () => number;
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
  const { store, fetch, work, now, signal } = ports;
  checkFolder(store.core.data, folderId);
  const fetchFeed = (address: string) => {
    // Before it is fetched, since the most likely second try is the very same address.
    checkNew(store.core.data, address);
    return fetchResource(fetch, address, { signal });
  };
  const { found, choices } = await discover(typed, { fetchFeed, work });
  if (!found) return { choices };
  const { address, fetched, read } = found;
  checkNew(store.core.data, fetched.url);
  const { id } = await subscribe(store, { address, title: null, ownTitle: null, site: null, folderId }, now());
  await keepFeed(ports, followedFeed(store.core.data, id), fetched, read);
  await store.core.change((core) => core);
  return { feed: followedFeed(store.core.data, id) };
}
