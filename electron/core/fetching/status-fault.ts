import { type FailureCode, type FailureDetail, Fault } from '../../contract/failures';
import { printable } from './address';
import { retryAfter } from './retry-after';

const CODES: Record<number, FailureCode> = {
  401: 'password-needed',
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy-refused',
  410: 'gone',
  429: 'too-many-requests',
  451: 'blocked-by-law',
  511: 'captive-portal',
};

/**
 * The Fault for an answer that brings no resource; `detail.retryAfterMs` where the server says when to come again.
 * `hadPassword` tells a password that is wrong from one that is missing.
 */
export function statusFault(response: Response, url: URL, hadPassword: boolean): Fault {
  const { status } = response;
  const code = CODES[status] ?? (status >= 500 ? 'server-error' : 'unexpected-status');
  const wait = retryAfter(response.headers.get('retry-after'), Date.now());
  const detail: FailureDetail = { url: printable(url.href), host: url.host, status };
  if (wait !== null) detail.retryAfterMs = wait;
  // Only the system's proxy gets so far: of a route of ours the port itself says it.
  if (code === 'proxy-refused')
    Object.assign(detail, { proxy: 'system', reason: 'it wants a user name and a password' });
  return new Fault(code === 'password-needed' && hadPassword ? 'password-wrong' : code, detail);
}
