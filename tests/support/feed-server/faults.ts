import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { answer, type Resource } from './answer';
import { brokenEncoding, falseGzip, falseLength, loginPage, notHttp, trickle, unasked304 } from './odd-answers';
import { stream } from './streams';

/** What a server can do wrong. Times are milliseconds, except `retryAfter`: seconds, as in the header. */
export type Fault =
  | { kind: '401' | '403' | '404' | '410' | '451' | '500' | '503' | '511' }
  | { kind: '429'; retryAfter?: number }
  /** Answers in the end. */
  | { kind: 'slow'; ms: number }
  /** Half the body, then the connection is gone. */
  | { kind: 'cut' }
  /** Takes the request and says nothing. */
  | { kind: 'hang' }
  | { kind: 'redirect'; hops?: number; permanent?: boolean }
  | { kind: 'redirect-loop' }
  /** To wherever it is told, also where nobody should go. */
  | { kind: 'redirect-to'; location: string }
  /** A page without any feed, with status 200. */
  | { kind: 'not-a-feed' }
  | { kind: 'malformed' }
  /** A feed that never ends. */
  | { kind: 'endless' }
  /** A feed of 100 MB, or of so many bytes. */
  | { kind: 'huge'; bytes?: number }
  /** 100 KB on the wire, 100 MB unpacked, or so many bytes. */
  | { kind: 'gzip-bomb'; bytes?: number }
  /** One byte a second, or each so many milliseconds. */
  | { kind: 'trickle'; everyMs?: number }
  | { kind: OddAnswer };

type OddAnswer =
  /** A page that wants a password, with status 200. */
  | 'login-page'
  /** Status 200, and not one byte. */
  | 'empty'
  /** 304 to everybody, also to those who have nothing yet. */
  | 'unasked-304'
  /** Content-Encoding: gzip around what is plain. */
  | 'false-gzip'
  /** An encoding that nobody knows, and bytes that are none. */
  | 'broken-encoding'
  /** A Content-Length of twice, or half, of what comes. */
  | 'length-too-long'
  | 'length-too-short'
  /** The greeting of a mail server. */
  | 'not-http';

/** A fault, or its kind where the kind says all. */
export type FaultOrKind = Fault | Exclude<Fault, { kind: 'slow' | 'redirect-to' }>['kind'];

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  /** As asked: path and query. */
  address: string;
  /** What would have been answered; null for an address with nothing behind it. */
  resource: Resource | null;
}

/** What goes wrong on the way of an address with nothing behind it. */
const NOTHING: Resource = { type: 'application/rss+xml', body: Buffer.from('<rss version="2.0"/>'), modified: 0 };
const A_SECOND_MS = 1_000;
const HUNDRED_MEGABYTES = 100 * 1024 * 1024;
const SORRY =
  '<!doctype html><html lang="en"><title>Sorry</title><p>This page has moved to nowhere in particular.</p></html>\n';

export function asFault(fault: FaultOrKind): Fault {
  // There are more kinds than TypeScript tries one by one.
  return typeof fault === 'string' ? ({ kind: fault } as Fault) : fault;
}

/** Answers a request wrongly, in the way asked for. */
export async function fail(asked: Asked, fault: Fault): Promise<void> {
  const { request, response, address, resource } = asked;
  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms, undefined, { ref: false });
      return resource ? answer(request, response, resource) : status(response, 404);
    case 'cut':
      return cut(response, resource);
    case 'hang':
      return;
    case 'redirect':
      return redirect(response, movedTo(address, fault.hops ?? 1, fault.permanent ?? false), fault.permanent);
    case 'redirect-loop':
      return redirect(response, address.includes('?again') ? address.replace('?again', '') : `${address}?again`);
    case 'redirect-to':
      return redirect(response, fault.location);
    case 'not-a-feed':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SORRY);
      return;
    case 'malformed':
      response.writeHead(200, { 'content-type': resource?.type ?? 'application/xml' }).end(broken(resource));
      return;
    case 'endless':
      return stream(response, Number.POSITIVE_INFINITY);
    case 'huge':
      return stream(response, fault.bytes ?? HUNDRED_MEGABYTES);
    case 'gzip-bomb':
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' })
        .end(bomb(fault.bytes ?? HUNDRED_MEGABYTES));
      return;
    case 'login-page':
      return loginPage(response);
    case 'empty':
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-length': 0 }).end();
      return;
    case 'unasked-304':
      return unasked304(response);
    case 'false-gzip':
      return falseGzip(response, resource ?? NOTHING);
    case 'broken-encoding':
      return brokenEncoding(response, resource ?? NOTHING);
    case 'length-too-long':
      return falseLength(response, resource ?? NOTHING, 2);
    case 'length-too-short':
      return falseLength(response, resource ?? NOTHING, 0.5);
    case 'not-http':
      return notHttp(response);
    case 'trickle':
      return trickle(response, resource ?? NOTHING, fault.everyMs ?? A_SECOND_MS);
    case '429':
      response.setHeader('retry-after', fault.retryAfter ?? 120);
      return status(response, 429);
    case '401':
    case '403':
    case '404':
    case '410':
    case '451':
    case '500':
    case '503':
    case '511':
      return status(response, Number(fault.kind));
  }
}

export function status(response: ServerResponse, code: number): void {
  response.writeHead(code, { 'content-type': 'text/html; charset=utf-8' }).end(SORRY);
}

/** `/moved/KIND/HOPS/address`: redirects so many times more, then answers as the address does when nothing is wrong. */
export function movedTo(address: string, hops: number, permanent: boolean): string {
  return `/moved/${permanent ? 'permanently' : 'for-now'}/${hops - 1}${address}`;
}

export function redirect(response: ServerResponse, location: string, permanent = false): void {
  response.writeHead(permanent ? 301 : 302, { location }).end();
}

function cut(response: ServerResponse, resource: Resource | null): void {
  const body = resource?.body ?? Buffer.from(SORRY);
  response.writeHead(200, { 'content-type': resource?.type ?? 'text/html', 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

/** Ends in the middle of a tag that nothing closes. */
function broken(resource: Resource | null): Buffer {
  const body = resource?.body ?? Buffer.from('<rss version="2.0"><channel>');
  return Buffer.concat([body.subarray(0, body.length / 2), Buffer.from('<item <title>&&& ]]> {')]);
}

const bombs = new Map<number, Buffer>();

/** Made once: packing takes as long as a client waits. */
function bomb(bytes: number): Buffer {
  const made = bombs.get(bytes) ?? packed(bytes);
  bombs.set(bytes, made);
  return made;
}

function packed(bytes: number): Buffer {
  const head = Buffer.from('<?xml version="1.0"?><rss version="2.0"><channel><title>');
  return gzipSync(Buffer.concat([head, Buffer.alloc(bytes, 'A')]));
}
