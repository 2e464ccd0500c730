import { Fault } from '../../contract/failures';
import type { ProxyRoute } from './fetch';

/** How the proxy is called in messages. */
const proxyName = ({ host, port }: ProxyRoute): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** HTTP Basic for the proxy itself (RFC 9110, 11.7.2; RFC 7617); empty where no user name is set. */
export function proxyAuthorization({ username, password = '' }: ProxyRoute): Record<string, string> {
  if (!username) return {};
  return { 'proxy-authorization': `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

/** Why an HTTP proxy did not do what it was asked, by the status of its answer. */
export const refusedBy = (route: ProxyRoute, host: string, status: number): Fault =>
  proxyRefused(route, host, status === 407 ? wantsPassword(route) : `it answered ${status}`);

/** What is wrong with a login that a proxy turns down. */
export const wantsPassword = ({ username }: ProxyRoute): string =>
  username ? 'it does not accept this user name and password' : 'it wants a user name and a password';

/** The proxy answers, and does not bring us to the host. */
export const proxyRefused = (route: ProxyRoute, host: string, reason: string): Fault =>
  new Fault('proxy-refused', { proxy: proxyName(route), host, reason });

/** There is no way to the proxy itself. */
export const proxyUnreachable = (route: ProxyRoute, reason: string, cause?: unknown): Fault =>
  new Fault('proxy-unreachable', { proxy: proxyName(route), reason }, cause);
