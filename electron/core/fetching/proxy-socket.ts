import http from 'node:http';
import net, { type Socket } from 'node:net';
import tls from 'node:tls';
import { SocksClient } from 'socks';
import { Fault } from '../../contract/failures';
import type { ProxyRoute } from './fetch';
import { symptomOf } from './network-fault';
import { proxyAuthorization, proxyRefused, proxyUnreachable, refusedBy, wantsPassword } from './proxy-fault';

/** A host by name, IPv4 address or IPv6 address without brackets. */
export interface Target {
  host: string;
  port: number;
}

/** For each step of the way to the proxy and through it; the caller's own limits end it earlier. */
const PATIENCE_MS = 30_000;

/** A connection to the proxy itself, over TLS where its kind says so. Throws the Fault `proxy-unreachable`. */
export function connectToProxy(route: ProxyRoute): Promise<Socket> {
  const { kind, host, port } = route;
  return new Promise((resolve, reject) => {
    const socket =
      kind === 'https'
        ? tls.connect({ host, port, servername: net.isIP(host) ? '' : host })
        : net.connect({ host, port });
    const patience = setTimeout(() => socket.destroy(proxyUnreachable(route, 'it does not answer')), PATIENCE_MS);
    // Stays for good: whoever takes the socket over listens too, and a promise settles only once.
    socket.on('error', (error) => {
      clearTimeout(patience);
      reject(error instanceof Fault ? error : proxyUnreachable(route, symptomOf(error), error));
    });
    socket.once(kind === 'https' ? 'secureConnect' : 'connect', () => {
      clearTimeout(patience);
      resolve(socket);
    });
  });
}

/**
 * A connection to the target through the proxy (RFC 9110, 9.3.6; RFC 1928, 1929), on which nothing has been said yet. The
 * proxy resolves the target's name. Throws the Faults `proxy-unreachable` and `proxy-refused`.
 */
export const connectThrough = (route: ProxyRoute, target: Target): Promise<Socket> =>
  route.kind === 'socks5' ? throughSocks(route, target) : throughHttp(route, target);

async function throughHttp(route: ProxyRoute, { host, port }: Target): Promise<Socket> {
  const proxied = await connectToProxy(route);
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyAuthorization(route) },
      createConnection: () => proxied,
    });
    const patience = setTimeout(() => request.destroy(proxyRefused(route, host, 'it does not answer')), PATIENCE_MS);
    request.once('error', (error) => {
      clearTimeout(patience);
      reject(error instanceof Fault ? error : proxyRefused(route, host, symptomOf(error)));
    });
    request.once('connect', ({ statusCode = 0 }, _socket, head) => {
      clearTimeout(patience);
      if (statusCode < 200 || statusCode > 299) {
        proxied.destroy();
        reject(refusedBy(route, host, statusCode));
        return;
      }
      if (head.byteLength > 0) proxied.unshift(head);
      resolve(proxied);
    });
    request.end();
  });
}

async function throughSocks(route: ProxyRoute, target: Target): Promise<Socket> {
  const proxied = await connectToProxy(route);
  const { host, port, username, password = '' } = route;
  try {
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      proxy: { host, port, type: 5, ...(username ? { userId: username, password } : {}) },
      destination: target,
      existing_socket: proxied,
      timeout: PATIENCE_MS,
    });
    return socket;
  } catch (error) {
    proxied.destroy();
    throw proxyRefused(route, target.host, socksReason(route, error));
  }
}

/** What the library says of a refusal, in words for a reader (RFC 1928, 6). */
const SOCKS_REASONS: [RegExp, string][] = [
  [/NotAllowed/, 'its rules do not allow it'],
  [/NetworkUnreachable|HostUnreachable|TTLExpired/, 'it cannot reach the host, or finds none of this name'],
  [/ConnectionRefused/, 'the host refuses its connection'],
  [/timed out/, 'it does not answer'],
  [/Socket closed/, 'it cut the connection'],
  [/socks version|handshake response/, 'it is no SOCKS5 proxy'],
];

function socksReason(route: ProxyRoute, error: unknown): string {
  const text = String(error instanceof Error ? error.message : error);
  if (/Authentication failed|no accepted authentication/.test(text)) return wantsPassword(route);
  return SOCKS_REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}
