import type { FeedHeaders, ProxySetting } from '../../contract/fetching';
import type { Route } from '../fetching/fetch';
import type { FeedRecord } from '../store/core-data';
import { withLogin } from './login-address';
import type { Secrets } from './secrets';

/** All that the network needs to know of a feed. Nothing of it is to be shown, logged or kept. */
export interface Way {
  address: string;
  headers: FeedHeaders;
  /** Undefined is the system's way. */
  route: Route | undefined;
}

/** The way to a feed: with the reader's login and headers, by its own proxy or else by the one for all. */
export function wayTo(feed: FeedRecord, proxyForAll: ProxySetting, secrets: Secrets): Way {
  const { id, address, proxy } = feed;
  const password = secrets.proxyPassword(proxy === null ? null : id, proxy ?? proxyForAll);
  return {
    address: withLogin(address, secrets.login(feed)),
    headers: secrets.headers(feed),
    route: routeBy(proxy ?? proxyForAll, password),
  };
}

/** The route that a proxy setting and its password stand for. */
export function routeBy(proxy: ProxySetting, password: string | null): Route | undefined {
  if (!('host' in proxy)) return proxy.kind === 'direct' ? { kind: 'direct' } : undefined;
  const { kind, host, port, username } = proxy;
  return { kind, host, port, ...(username !== null && { username, password: password ?? '' }) };
}
