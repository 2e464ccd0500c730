import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Failure, Fault } from '../../../electron/contract/failures';
import { ACCEPT_ENCODING, decoded } from '../../../electron/core/fetching/decode';
import { fetchResource } from '../../../electron/core/fetching/http';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { startServer, type TestServer } from './test-server';

const FEED = '<rss version="2.0"/>';
const ZEROS = 400_000_000;
const gzip = (body: string | Uint8Array): Buffer => gzipSync(body);

/** So many zeros in gzip, made of one member over and over (RFC 1952, 2.2), so that nobody must hold them. */
function bomb(size: number): Buffer {
  const member = gzipSync(new Uint8Array(1_000_000));
  return Buffer.concat(Array.from({ length: size / 1_000_000 }, () => member));
}

let server: TestServer;
beforeAll(async () => {
  const answers: Record<string, [Buffer, string?]> = {
    '/gzip': [gzip(FEED), 'gzip'],
    '/x-gzip': [gzip(FEED), 'X-GZIP'],
    '/two-members': [Buffer.concat([gzip('<rss version='), gzip('"2.0"/>')]), 'gzip'],
    '/without-end': [gzip(FEED).subarray(0, -8), 'gzip'],
    '/unsaid': [gzip(FEED)],
    '/unsaid-twice': [gzip(gzip(FEED))],
    '/said-once': [gzip(gzip(FEED)), 'gzip'],
    '/said-wrongly': [gzip(FEED), 'identity'],
    '/said-oddly': [gzip(FEED), 'constructor'],
    '/mixed': [brotliCompressSync(gzip(FEED)), 'gzip, br'],
    '/many': [gzip(gzip(gzip(gzip(FEED)))), 'gzip, gzip, gzip, gzip'],
    '/empty': [Buffer.alloc(0), 'gzip'],
    '/broken': [Buffer.concat([gzip(FEED).subarray(0, 15), Buffer.from('not deflate at all')])],
    '/bomb': [bomb(ZEROS), 'gzip'],
    '/bomb-unsaid': [bomb(ZEROS)],
    '/bomb-in-bomb': [gzip(bomb(ZEROS)), 'gzip'],
    '/deflate-bomb': [deflateRawSync(new Uint8Array(100_000_000)), 'deflate'],
  };
  server = await startServer(
    Object.fromEntries(
      Object.entries(answers).map(([path, [body, coding]]) => [
        path,
        (_request, response) => {
          response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding });
          response.end(body);
        },
      ]),
    ),
  );
});
afterAll(() => server.close());

const get = (path: string) => fetchResource(nodeFetch, server.url + path);
async function failureOf(path: string): Promise<Failure> {
  const thrown = await get(path).catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Fault);
  return (thrown as Fault).failure;
}

describe('a body', () => {
  it.each(['/gzip', '/x-gzip', '/two-members', '/without-end', '/unsaid', '/unsaid-twice', '/said-once', '/mixed'])(
    'is read through its codings: %s',
    async (path) => expect(new TextDecoder().decode((await get(path)).body)).toBe(FEED),
  );

  it('is read where its coding is said to be none', async () => {
    for (const path of ['/said-wrongly', '/said-oddly']) {
      expect(new TextDecoder().decode((await get(path)).body)).toBe(FEED);
    }
  });

  it('may be empty', async () => expect((await get('/empty')).body).toHaveLength(0));

  it('is broken where its packing is, or is packed again and again', async () => {
    expect((await failureOf('/broken')).code).toBe('malformed');
    expect((await failureOf('/many')).code).toBe('malformed');
  });
});

describe('a bomb', () => {
  it.each(['/bomb', '/bomb-unsaid', '/bomb-in-bomb', '/deflate-bomb'])(
    'is stopped at 20 MB, with little more in memory: %s',
    async (path) => {
      let most = 0;
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss() - before);
      }, 1);
      const failure = await failureOf(path);
      clearInterval(watch);
      expect(failure).toMatchObject({ code: 'too-large', detail: { megabytes: 20 } });
      expect(failure.detail.bytes).toBeGreaterThan(0);
      // Whole it would take as much as it has zeros.
      expect(most).toBeLessThan(90_000_000);
    },
  );
});

describe('decoded', () => {
  it('asks for nothing that it cannot undo', () => {
    expect(ACCEPT_ENCODING).toMatch(/^gzip, deflate, br(?:, zstd)?$/);
  });

  it('gives back what was packed, in whatever pieces it comes', async () => {
    const codings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
    const coding = fc.constantFrom(...(Object.keys(codings) as (keyof typeof codings)[]));
    const body = fc.uint8Array({ maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(body, fc.array(coding, { maxLength: 3 }), fc.integer({ min: 1, max: 100 }), async (...given) => {
        const [whole, chosen, size] = given;
        const packed = chosen.reduce((inner, name) => codings[name](inner), Buffer.from(whole));
        const pieces = Array.from({ length: Math.ceil(packed.length / size) }, (_, n) =>
          packed.subarray(n * size, (n + 1) * size),
        );
        let bytes = 0;
        const count = (more: number): void => {
          bytes += more;
        };
        const out = await new Response(decoded(Readable.from(pieces), chosen.join(', '), count)).arrayBuffer();
        expect(Buffer.from(out).equals(Buffer.from(whole))).toBe(true);
        expect(bytes).toBe(packed.length);
      }),
    );
  });

  it('lets go of the body when nobody reads on', async () => {
    const endless = new Readable({ read: () => void endless.push(bomb(1_000_000)) });
    const out = decoded(endless, 'gzip', () => {});
    for await (const _ of out) break;
    // Not by `once`, which would take the error that breaks it off for its own.
    if (!endless.closed) await new Promise((closed) => endless.once('close', closed));
    expect(endless.destroyed).toBe(true);
  });
});
