import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { ACCEPT_ENCODING, decoded, leave } from './decode';
import type { Fetch, FetchInit, ProxyRoute, Route } from './fetch';
import { faultyAnswer, isLoopback } from './private-host';
import { proxyAuthorization, refusedBy } from './proxy-fault';
import { isWithoutBody, responseOf } from './response';
import type { Routes } from './routes';

const DIRECT: Route = { kind: 'direct' };

/**
 * The port to the network over undici: for the command line and tests, and everywhere for explicit routes. It knows
 * nothing of the system's proxy and certificates; where it is given no route it goes directly.
 */
export function createNodeFetch({ lookup = dns.lookup }: { lookup?: LookupFunction } = {}): Fetch {
  // A fifth of a second to load, and most sessions of the app have no proxy of their own.
  let loading: Promise<Routes> | null = null;
  const load = async (): Promise<Routes> => new (await import('./routes')).Routes(lookup);
  return async (url, init) => {
    init.signal.throwIfAborted();
    loading ??= load();
    const routes = await loading;
    const target = new URL(url);
    // A proxy knows another computer by the name localhost.
    const route = init.route && !isLoopback(target.hostname) ? init.route : DIRECT;
    const agent = init.mayBePrivate
      ? routes.agent(route, 'any')
      : routes.agent(route, 'public', route.kind === 'direct' ? publicOnly(lookup) : lookup);
    const answer = await orAborted(init.signal, agent.request(requestOf(target, route, init)));
    return answerOf(url, answer, { ...init, route });
  };
}

export const nodeFetch = createNodeFetch();

/** Refuses a name by what it resolves to, at the very moment of connecting, so that no second answer can differ. */
const publicOnly =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const fault =
        error ??
        faultyAnswer(
          hostname,
          addresses.map(({ address }) => address),
        );
      if (fault) callback(fault, []);
      else callback(null, addresses);
    });

function requestOf(
  { origin, href, pathname, search, protocol }: URL,
  route: Route,
  { headers, signal, method = 'GET' }: FetchInit,
): Dispatcher.RequestOptions {
  const isAbsolute = goesToHttpProxy(route, protocol);
  return {
    origin,
    // To an HTTP proxy the target is said whole (RFC 9112, 3.2.2).
    path: isAbsolute ? href : pathname + search,
    method,
    headers: { 'accept-encoding': ACCEPT_ENCODING, ...headers, ...(isAbsolute ? proxyAuthorization(route) : {}) },
    signal,
    // The limits of time are the caller's.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}

const goesToHttpProxy = (route: Route, protocol: string): route is ProxyRoute =>
  protocol === 'http:' && (route.kind === 'http' || route.kind === 'https');

/** The promise, or the signal's reason: undici itself hears of an abort only once it is connected. */
function orAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function answerOf(
  url: string,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { route = DIRECT, method, onBytes = () => {} }: FetchInit,
): Response {
  const { protocol, host } = new URL(url);
  const isProxys = statusCode === 407 || headers['x-squid-error'] || /\berror=/.test(String(headers['proxy-status']));
  if (isProxys && goesToHttpProxy(route, protocol)) {
    leave(body);
    throw refusedBy(route, host, statusCode);
  }
  const coding = [headers['content-encoding'] ?? []].flat().join(',');
  const isEmpty = isWithoutBody(statusCode) || method === 'HEAD';
  // Read to its end, so that the connection can be used again.
  if (isEmpty) body.on('error', () => {}).resume();
  const whole = isEmpty ? null : decoded(body, coding, onBytes);
  return responseOf(url, statusCode, headers, whole);
}
