import type { InputOf } from '../../contract/calls';
import type { FeedHealth } from '../../contract/health';
import type { FeedRecord } from '../store/core-data';
import { titleOf, withFeed } from '../store/feed-records';
import type { Store } from '../store/store';
import { nextTry } from './schedule';
import { type Login, proxyName, type Secrets } from './secrets';
import { followedFeed } from './subscriptions';

interface Ports {
  store: Store;
  secrets: Secrets;
  now: () => number;
}

/** How a feed has been doing and how it is fetched. Throws the Fault 'unknown-feed'. */
export function feedHealth({ store, secrets, now }: Ports, id: string): FeedHealth {
  const feed = followedFeed(store.core.data, id);
  const { address, lastTry, lastSuccess, lastChange, trouble, minutes, keep, proxy } = feed;
  return {
    id,
    title: titleOf(feed),
    address,
    lastTry,
    lastSuccess,
    lastChange,
    next: nextTry(store.core.data, feed, store.settings.data.refreshMinutes, now()),
    trouble,
    fetching: {
      minutes,
      keep,
      proxy,
      headers: secrets.headers(feed),
      username: secrets.login(feed)?.username ?? null,
      password: secrets.loginKept(feed),
      proxyPassword: secrets.proxyPasswordKept(id, proxy),
    },
  };
}

/** Sets how one feed is fetched. Throws Fault 'unknown-feed' or 'library-unwritable'. */
export async function setFetching(
  { store, secrets, now }: Ports,
  { id, minutes, proxy, headers }: InputOf<'feeds.setFetching'>,
): Promise<void> {
  const before = followedFeed(store.core.data, id);
  if (proxyName(before.proxy) !== proxyName(proxy)) await secrets.setProxyPassword(id, null, null);
  await secrets.setHeaders(before, headers);
  await store.core.change((core) => withFeed(core, id, (feed) => ({ minutes, proxy, ...triedAgain(feed, now()) })));
}

/** Sets how much of one feed's articles is kept. Throws Fault 'unknown-feed' or 'library-unwritable'. */
export async function setKeep({ store }: Ports, { id, keep }: InputOf<'feeds.setKeep'>): Promise<void> {
  followedFeed(store.core.data, id);
  await store.core.change((core) => withFeed(core, id, () => ({ keep })));
}

/** Sets or forgets the user name and password of one feed. Throws Fault 'unknown-feed' or 'library-unwritable'. */
export async function setLogin({ store, secrets, now }: Ports, id: string, login: Login | null): Promise<void> {
  await secrets.setLogin(followedFeed(store.core.data, id), login);
  await store.core.change((core) => withFeed(core, id, (feed) => triedAgain(feed, now())));
}

/** What was in the way may be out of it now. */
const triedAgain = ({ trouble }: FeedRecord, now: number): Partial<FeedRecord> =>
  trouble ? { trouble: { ...trouble, nextTry: now } } : {};
