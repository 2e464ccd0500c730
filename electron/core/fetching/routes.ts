import type { LookupFunction, Socket } from 'node:net';
import type { ProxyRoute, Route } from './fetch';
import { connectThrough, connectToProxy } from './proxy-socket';
import { Agent, buildConnector, type ConnectOptions, type Connector } from './undici-parts';

/** A host that does not answer for as long is given up by the caller anyway. */
const CONNECT_MS = 30_000;
/** Routes whose agents are kept; beyond them the one used longest ago is closed. Idle sockets close by themselves (4 s). */
const MOST_ROUTES = 8;

/** The undici agents of each route, so that connections are used again on the same route and never on another. */
export class Routes {
  readonly #agents = new Map<string, Agent>();
  readonly #lookup: LookupFunction;

  constructor(lookup: LookupFunction) {
    this.#lookup = lookup;
  }

  /** The agent for a route; `purpose` keeps apart what must not share connections. */
  agent(route: Route, purpose: string, lookup = this.#lookup): Agent {
    const key = JSON.stringify([purpose, route]);
    const agent = this.#agents.get(key) ?? new Agent({ connect: connector(route, lookup) });
    // Last in the map is the one used last.
    this.#agents.delete(key);
    this.#agents.set(key, agent);
    const [[oldest, unused] = []] = this.#agents;
    if (this.#agents.size > MOST_ROUTES && oldest !== undefined) {
      this.#agents.delete(oldest);
      void unused?.close();
    }
    return agent;
  }
}

function connector(route: Route, lookup: LookupFunction): Connector {
  const direct = tellingCuts(buildConnector({ timeout: CONNECT_MS, lookup, autoSelectFamily: true }));
  if (route.kind === 'direct') return direct;
  return (options, callback) => {
    proxied(route, options).then(
      // TLS with the target, on the connection that the proxy gave.
      (socket) =>
        options.protocol === 'https:' ? direct({ ...options, httpSocket: socket }, callback) : callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

/** Says of a connection that is cut within the TLS handshake that it was there: later it is another matter. */
const tellingCuts =
  (connect: Connector): Connector =>
  (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (!error) callback(null, socket);
      else if (options.protocol !== 'https:' || !isCut(error)) callback(error, null);
      else callback(Object.assign(new Error(error.message, { cause: error }), { code: 'TLS_CUT' }), null);
    });

const isCut = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

/** Plain http goes to an HTTP proxy itself, in absolute form: many do not tunnel to port 80. */
function proxied(route: ProxyRoute, { protocol, hostname, port }: ConnectOptions): Promise<Socket> {
  if (route.kind !== 'socks5' && protocol === 'http:') return connectToProxy(route);
  const host = hostname.replace(/^\[|\]$/g, '');
  return connectThrough(route, { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) });
}
