import type { Handlers } from '../contract/calls';
import { Fault } from '../contract/failures';
import type { ProxySetting } from '../contract/fetching';
import type { ActivityLog } from './activity-log';
import type { Fetch } from './fetching/fetch';
import { isLoopback } from './fetching/private-host';
import { testRoute } from './fetching/test-route';
import { followed } from './store/feed-records';
import type { Store } from './store/store';
import { feedHealth, setFetching, setKeep, setLogin } from './subscriptions/feed-health';
import { healthiest } from './subscriptions/health';
import type { Secrets } from './subscriptions/secrets';
import { followedFeed } from './subscriptions/subscriptions';
import { routeBy } from './subscriptions/way';

interface Ports {
  store: Store;
  secrets: Secrets;
  activity: ActivityLog;
  fetch: Fetch;
  now: () => number;
  /** What is to be kept may be more now. */
  keepMore(feedId: string): void;
  /** Says that feeds changed once it is durable. */
  telling<T>(change: Promise<T>, ...names: 'feeds.changed'[]): Promise<T>;
}

type Names =
  | 'feeds.health'
  | 'feeds.setFetching'
  | 'feeds.setKeep'
  | 'feeds.setLogin'
  | 'proxy.password'
  | 'proxy.setPassword'
  | 'proxy.test'
  | 'activity.list';

/** What can be asked of how feeds are fetched. */
export function fetchingHandlers(ports: Ports): Handlers<Names> {
  const { store, secrets, activity, telling } = ports;
  return {
    'feeds.health': async ({ id }) => feedHealth(ports, id),
    'feeds.setFetching': async (input) => {
      await telling(setFetching(ports, input), 'feeds.changed');
      return feedHealth(ports, input.id);
    },
    'feeds.setKeep': async (input) => {
      await telling(setKeep(ports, input), 'feeds.changed');
      ports.keepMore(input.id);
      return feedHealth(ports, input.id);
    },
    'feeds.setLogin': async ({ id, login }) => {
      await telling(setLogin(ports, id, login), 'feeds.changed');
      return feedHealth(ports, id);
    },
    'proxy.password': async () => ({ kept: secrets.proxyPasswordKept(null, proxyOf(store, null)) }),
    'proxy.setPassword': async ({ feedId, password }) => {
      const proxy = proxyOf(store, feedId);
      await telling(secrets.setProxyPassword(feedId, proxy, password));
      return { kept: secrets.proxyPasswordKept(feedId, proxy) };
    },
    'proxy.test': (input) => testProxy(ports, input),
    'activity.list': async ({ feedId }) => activity.list(feedId),
  };
}

/** The own proxy of a feed, or the one for all. Throws the Fault 'unknown-feed'. */
const proxyOf = ({ core, settings }: Store, feedId: string | null): ProxySetting | null =>
  feedId === null ? settings.data.proxy : followedFeed(core.data, feedId).proxy;

/** Asks the server of a feed by way of a proxy: whoever follows feeds has an address that is worth reaching. */
async function testProxy(
  { store, secrets, fetch }: Ports,
  { feedId, proxy, password }: { feedId: string | null; proxy: ProxySetting; password: string | null },
): Promise<{ ms: number; url: string }> {
  const own = feedId === null ? null : followedFeed(store.core.data, feedId);
  // What lies on this computer is never asked by way of a proxy, and would prove nothing.
  const beyond = followed(store.core.data).filter(({ address }) => !isLoopback(new URL(address).hostname));
  const [feed] = healthiest(own ? beyond.filter(({ id }) => id === own.id) : beyond, 1);
  if (!feed) throw new Fault('nothing-to-ask');
  const answer = await testRoute(fetch, routeBy(proxy, password ?? secrets.proxyPassword(feedId, proxy)), feed.address);
  if (!answer.ok) throw new Fault(answer.failure.code, answer.failure.detail);
  return { ms: answer.value.ms, url: new URL(feed.address).origin };
}
