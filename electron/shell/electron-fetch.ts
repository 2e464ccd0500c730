import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron';
import type { Fetch } from '../core/fetching/fetch';

/**
 * The core's port to the network over Chromium's stack, which knows the system's proxy and certificates. Give it a
 * session without a cache, else Chromium answers a conditional request itself.
 */
export function electronFetch(session: Session): Fetch {
  return (url, { headers, signal }) =>
    new Promise<Response>((resolve, reject) => {
      signal.throwIfAborted();
      const request = net.request({
        url,
        headers,
        session,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      const abort = (): void => {
        reject(signal.reason);
        request.abort();
      };
      signal.addEventListener('abort', abort);
      request.on('error', reject);
      request.on('redirect', (status, _method, location) => {
        resolve(new Response(null, { status, headers: { location } }));
        // Not followed, Chromium cancels the request by itself and reports that as an error, which finds nobody waiting.
        signal.removeEventListener('abort', abort);
      });
      request.on('response', (message) => resolve(responseOf(message, request, signal)));
      request.end();
    });
}

/** The statuses that the Response constructor takes no body with (Fetch, 2.2.3). */
const WITHOUT_BODY = new Set([204, 205, 304]);

function responseOf(message: IncomingMessage, request: ClientRequest, signal: AbortSignal): Response {
  const body = bodyOf(message, request, signal);
  const init = { status: message.statusCode, headers: headersOf(message) };
  return new Response(WITHOUT_BODY.has(message.statusCode) ? null : body, init);
}

function bodyOf(message: IncomingMessage, request: ClientRequest, signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      message.on('data', (chunk) => controller.enqueue(new Uint8Array(chunk)));
      message.on('end', () => controller.close());
      message.on('error', (error: Error) => controller.error(error));
      // An aborted request says nothing more, neither an error nor an end.
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
    cancel: () => request.abort(),
  });
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headers)) {
    for (const value of [values].flat()) headers.append(name, value);
  }
  return headers;
}
