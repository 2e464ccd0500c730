import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from './answer';
import { type Fault, fail, movedTo, redirect, status } from './faults';
import { find, type World } from './routes';

export interface RequestRecord {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  at: number;
  /** From when till when it was under way, in milliseconds since the process began; till Infinity while it is. */
  readonly span: { from: number; to: number };
  /** Whether the client hung up before it had everything. */
  readonly isBrokenOff: boolean;
  /** Null until the answer has begun, and for good where there was none. */
  readonly status: number | null;
}

export interface Handling {
  world: World;
  /** By path; '*' for every path. */
  faults: ReadonlyMap<string, Fault>;
  requests: RequestRecord[];
  now: () => number;
  latencyMs: number;
}

const MOVED = /^\/moved\/(permanently|for-now)\/(\d+)(\/.*)$/;

/** Answers each request from the world, or goes wrong where it is told to. */
export function handler(handling: Handling): RequestListener {
  return (request, response) => {
    handling.requests.push(record(request, response, handling.now()));
    handle(handling, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  };
}

async function handle(handling: Handling, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, faults, latencyMs } = handling;
  const { method = '', url = '/', headers } = request;
  if (latencyMs > 0) await wait(latencyMs, undefined, { ref: false });
  if (method !== 'GET' && method !== 'HEAD') return status(response, 405);
  const [wasMoved, kind, left, address = url] = MOVED.exec(url) ?? [];
  const isPermanent = kind === 'permanently';
  if (Number(left) > 0) return redirect(response, movedTo(address, Number(left), isPermanent), isPermanent);
  const origin = `http://${headers.host ?? 'localhost'}`;
  const asked = new URL(address, origin);
  const resource = find(world, asked, origin);
  // Where a redirect has led, nothing goes wrong any more.
  const fault = wasMoved === undefined ? (faults.get(asked.pathname) ?? faults.get('*')) : undefined;
  if (fault) return fail({ request, response, address, resource }, fault);
  return resource ? answer(request, response, resource) : status(response, 404);
}

function record(
  { method = '', url: path = '', headers }: IncomingMessage,
  response: ServerResponse,
  at: number,
): RequestRecord {
  const span = { from: performance.now(), to: Number.POSITIVE_INFINITY };
  let isBrokenOff = false;
  response.on('close', () => {
    span.to = performance.now();
    isBrokenOff = !response.writableFinished;
  });
  return {
    method,
    path,
    headers,
    at,
    span,
    get isBrokenOff() {
      return isBrokenOff;
    },
    get status() {
      return response.headersSent ? response.statusCode : null;
    },
  };
}
