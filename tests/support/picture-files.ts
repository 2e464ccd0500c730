import { readFileSync } from 'node:fs';
import path from 'node:path';
import { png } from './feed-server/png';
import type { Answer } from './written-feed';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/pictures');

/** Real pictures of 240 x 160, one of each kind that codecs read. */
export const JPEG = readFileSync(path.join(FIXTURES, 'dunes.jpg'));
export const WEBP = readFileSync(path.join(FIXTURES, 'dunes.webp'));
export const AVIF = readFileSync(path.join(FIXTURES, 'dunes.avif'));
/** A transparent GIF of 1 x 1. */
export const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const DRAWING = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
);

/** A PNG of its own colour: another seed is another picture. */
export const painted = (seed: number, width = 160, height = 120): Buffer =>
  png(width, height, (x, y) => ((seed * 7919 + x * 3 + y * 5) & 0xff) * 0x010101);

/** One that is far larger than its pixels are worth: noise does not deflate. */
export function noise(width: number, height: number, seed = 1): Buffer {
  let state = seed;
  return png(width, height, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  });
}

export const served =
  (body: Buffer, type = 'image/png'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
