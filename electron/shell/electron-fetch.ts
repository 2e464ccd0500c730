import type { Readable } from 'node:stream';
import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron';
import type { Fetch, FetchInit } from '../core/fetching/fetch';
import { nodeFetch } from '../core/fetching/node-fetch';
import { faultyAnswer, isAddress } from '../core/fetching/private-host';
import { isWithoutBody, responseOf } from '../core/fetching/response';

/**
 * The core's port to the network over Chromium's stack, which knows the system's proxy and certificates; explicit routes
 * go the way of Node's, since a session has one proxy for all and Chromium knows no SOCKS with a password. Give it a
 * session without a cache, else Chromium answers a conditional request itself.
 */
export function electronFetch(session: Session): Fetch {
  return async (url, init) => {
    init.signal.throwIfAborted();
    if (init.route) return nodeFetch(url, init);
    if (!init.mayBePrivate) await checkIsPublic(session, url);
    init.signal.throwIfAborted();
    return ask(session, url, init);
  };
}

/**
 * Refuses a name that resolves to this computer or its network. Chromium resolves it once more to connect, by default
 * from the cache that this fills; a proxy resolves it by itself, and then there is nothing to know.
 */
async function checkIsPublic(session: Session, url: string): Promise<void> {
  const { hostname } = new URL(url);
  // An address is for the caller to judge, and resolves to itself.
  if (isAddress(hostname) || (await session.resolveProxy(url)) !== 'DIRECT') return;
  const { endpoints } = await session.resolveHost(hostname);
  const fault = faultyAnswer(
    hostname,
    endpoints.map(({ address }) => address),
  );
  if (fault) throw fault;
}

function ask(session: Session, url: string, init: FetchInit): Promise<Response> {
  const { headers, signal, method = 'GET' } = init;
  return new Promise<Response>((resolve, reject) => {
    const request = net.request({
      url,
      method,
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
    request.on('response', (message) => {
      try {
        const body = isWithoutBody(message.statusCode) ? null : bodyOf(message, request, init);
        resolve(responseOf(url, message.statusCode, message.headers, body));
      } catch (error) {
        // Nobody waits around an event: what is thrown here would end the program.
        reject(error);
        request.abort();
      }
    });
    request.end();
  });
}

function bodyOf(
  message: IncomingMessage,
  request: ClientRequest,
  { signal, onBytes = () => {} }: FetchInit,
): ReadableStream<Uint8Array> {
  const count = wireCount(message, onBytes);
  // It is a Readable, which Electron's types keep to themselves.
  const pausable = message as IncomingMessage & Pick<Readable, 'pause' | 'resume'>;
  return new ReadableStream({
    start(controller) {
      message.on('data', (chunk) => {
        count(chunk.byteLength);
        controller.enqueue(new Uint8Array(chunk));
        // A film is read no faster than it is watched.
        if ((controller.desiredSize ?? 0) <= 0) pausable.pause();
      });
      message.on('end', () => controller.close());
      message.on('error', (error: Error) => controller.error(error));
      // An aborted request says nothing more, neither an error nor an end.
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
    pull: () => void pausable.resume(),
    cancel: () => request.abort(),
  });
}

/**
 * Chromium shows a body only after inflating it, and says nowhere how long it was before. So a packed body counts as what
 * it inflates to, and no more than its announced length where there is one.
 */
function wireCount(message: IncomingMessage, onBytes: (bytes: number) => void): (inflated: number) => void {
  const announced = Number([message.headers['content-length'] ?? []].flat()[0] ?? Number.POSITIVE_INFINITY);
  let left = Number.isNaN(announced) ? Number.POSITIVE_INFINITY : announced;
  return (inflated) => {
    const counted = Math.min(inflated, left);
    left -= counted;
    if (counted > 0) onBytes(counted);
  };
}
