import type { ServerResponse } from 'node:http';
import { setInterval } from 'node:timers/promises';
import type { Resource } from './answer';

/** Answers that break the rules of HTTP or of feeds, in the ways of real servers. */

const LOGIN =
  '<!doctype html><html lang="en"><head><title>Sign in</title></head><body><h1>Subscribers only</h1>' +
  '<form method="post" action="/login"><input name="user"><input name="password" type="password"></form></body></html>\n';
/** Bytes that are no UTF-8, alone or together. */
const NO_UTF8 = '\xc3(\xff\xfe\xe2\x82';

/** A page with a form, where the feed was while the reader had an account. */
export function loginPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN);
}

/** "As before", to one who never said what he has. */
export function unasked304(response: ServerResponse): void {
  response.writeHead(304).end();
}

/** Calls itself gzip and is plain. */
export function falseGzip(response: ServerResponse, { type, body }: Resource): void {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
}

/** Names a character set that does not exist, and has bytes of none in every title. */
export function brokenEncoding(response: ServerResponse, { body }: Resource): void {
  const text = body.toString('latin1').replace(/encoding="[^"]*"/, 'encoding="x-nowhere-7"');
  const broken = Buffer.from(text.replaceAll('</title>', `${NO_UTF8}</title>`), 'latin1');
  response.writeHead(200, { 'content-type': 'text/xml; charset=x-nowhere-7' }).end(broken);
}

/** Announces more bytes than come before the connection ends, or fewer than there are. */
export function falseLength(response: ServerResponse, { type, body }: Resource, share: number): void {
  const head = [
    'HTTP/1.1 200 OK',
    `content-type: ${type}`,
    `content-length: ${Math.round(body.length * share)}`,
    'connection: close',
  ];
  raw(response, Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}

/** Speaks another protocol. */
export function notHttp(response: ServerResponse): void {
  raw(response, Buffer.from('220 mail.example ESMTP ready\r\n'));
}

/** Past Node, which would keep the rules. */
function raw({ socket }: ServerResponse, bytes: Buffer): void {
  socket?.end(bytes);
}

/** One byte at a time, for as long as somebody listens. */
export async function trickle(response: ServerResponse, { type, body }: Resource, everyMs: number): Promise<void> {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length });
  response.flushHeaders();
  let sent = 0;
  for await (const _ of setInterval(everyMs, undefined, { ref: false })) {
    if (response.destroyed || sent === body.length) break;
    response.write(body.subarray(sent, ++sent));
  }
  response.end();
}
