import querystring from 'node:querystring';
import type { Login } from './secrets';

/** An address without the user name and password that are in it, and these, null when there are none. */
export function withoutLogin(address: string): { address: string; login: Login | null } {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return { address, login: null };
  const login = { username: querystring.unescape(url.username), password: querystring.unescape(url.password) };
  url.username = '';
  url.password = '';
  return { address: url.href, login };
}

/** The address with a user name and password in it, for the way to the network only. */
export function withLogin(address: string, login: Login | null): string {
  if (!login) return address;
  const url = new URL(address);
  url.username = encodeURIComponent(login.username);
  url.password = encodeURIComponent(login.password);
  return url.href;
}
