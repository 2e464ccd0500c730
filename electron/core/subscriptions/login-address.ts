import { loginIn, printable } from '../fetching/address';
import type { Login } from './secrets';

/** An address without the user name and password that are in it, and these, null when there are none. */
export function withoutLogin(address: string): { address: string; login: Login | null } {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return { address, login: null };
  return { address: printable(address), login: loginIn(url) };
}

/** The address with a user name and password in it, for the way to the network only. */
export function withLogin(address: string, login: Login | null): string {
  if (!login) return address;
  const url = new URL(address);
  url.username = encodeURIComponent(login.username);
  url.password = encodeURIComponent(login.password);
  return url.href;
}
