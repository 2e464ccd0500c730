import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>More and more</title>\n';
const TAIL = '</channel></rss>\n';
const PARAGRAPH = 'Another lorry came over the hill, and behind it another. '.repeat(280);

/** Sends a well-formed feed of at least `bytes`, no faster than it is read; with Infinity it ends with the connection. */
export async function stream(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
  try {
    await pipeline(Readable.from(feed(bytes)), response);
  } catch (error) {
    // The client had enough and hung up, which is what it should do.
    if (!isHangUp(error)) throw error;
  }
}

function* feed(bytes: number): Generator<string> {
  yield HEAD;
  let sent = HEAD.length;
  for (let number = 1; sent < bytes; number += 1) {
    const item = `<item><guid>item-${number}</guid><title>Item ${number}</title><description>${PARAGRAPH}</description></item>\n`;
    yield item;
    sent += item.length;
  }
  yield TAIL;
}

function isHangUp(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
