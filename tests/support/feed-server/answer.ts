import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Something that can be asked for, whole in memory. */
export interface Resource {
  /** Content-Type. */
  type: string;
  body: Buffer;
  modified: number;
  /** gzip whether or not the client can read it. */
  alwaysGzip?: boolean;
}

/** Answers GET and HEAD: 304 to a client that has it (RFC 9110, 13.1), gzip to one that asks. */
export function answer(request: IncomingMessage, response: ServerResponse, resource: Resource): void {
  const validators = { etag: etagOf(resource.body), 'last-modified': new Date(resource.modified).toUTCString() };
  if (isCurrent(request, validators.etag, resource.modified)) {
    response.writeHead(304, validators).end();
    return;
  }
  const { body, encoding } = encoded(request, resource);
  const headers: OutgoingHttpHeaders = {
    'content-type': resource.type,
    vary: 'Accept-Encoding',
    ...validators,
    ...encoding,
  };
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Weak, since the same tag stands for the plain and the gzipped bytes. */
function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

function isCurrent({ headers }: IncomingMessage, etag: string, modified: number): boolean {
  const known = headers['if-none-match'];
  // RFC 9110, 13.2.2: where there is a tag, the date is not looked at.
  if (known !== undefined) return known === '*' || known.split(',').some((tag) => weak(tag.trim()) === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(modified / 1000) * 1000 <= since;
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

function encoded({ headers }: IncomingMessage, { body, type, alwaysGzip }: Resource) {
  const asked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(headers['accept-encoding'] ?? '');
  const worthwhile = !type.startsWith('image/');
  if (!alwaysGzip && !(asked && worthwhile)) return { body, encoding: {} };
  return { body: gzipSync(body), encoding: { 'content-encoding': 'gzip' } };
}
