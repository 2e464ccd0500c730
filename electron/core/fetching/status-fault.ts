import { type FailureCode, type FailureDetail, Fault } from '../../contract/failures';
import { printable } from './address';
import { retryAfter } from './retry-after';

const CODES: Record<number, FailureCode> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  410: 'gone',
  429: 'too-many-requests',
  451: 'forbidden',
};

/** The Fault for an answer that brings no resource; `detail.retryAfterMs` where the server says when to come again. */
export function statusFault(response: Response, url: URL): Fault {
  const { status } = response;
  const code = CODES[status] ?? (status >= 500 ? 'server-error' : 'unexpected-status');
  const wait = retryAfter(response.headers.get('retry-after'), Date.now());
  const detail: FailureDetail = { url: printable(url.href), host: url.host, status };
  if (wait !== null) detail.retryAfterMs = wait;
  return new Fault(code, detail);
}
