import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FailureCode, Fault } from '../../../electron/contract/failures';
import { type Fetched, type FetchOptions, fetchResource } from '../../../electron/core/fetching/http';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { startSocksProxy, type TestProxy } from './test-proxy';
import { type Answer, closedPort, pour, startServer, type TestServer } from './test-server';

const MEGABYTE = new Uint8Array(1_000_000).fill(0x61);
const FEED = '<rss version="2.0"/>';

let server: TestServer;
/** Another host. */
let other: TestServer;
/** Where the names of these hosts are known: in front of a proxy nothing is private. */
let proxy: TestProxy;
/** How much of /huge the server got rid of before the other side went. */
let sentOfHuge = 0;

beforeAll(async () => {
  other = await startServer({
    '/feed': (request, response) => response.end(request.headers.authorization ?? 'nobody'),
  });
  const elsewhere = 'http://other.example/feed';
  server = await startServer({
    '/feed': send(200, { 'content-type': 'application/rss+xml', etag: '"1"', 'last-modified': 'then' }, FEED),
    '/echo': (request, response) => response.end(JSON.stringify(request.headers)),
    '/conditional': (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"' || request.headers['if-modified-since'] === 'then';
      response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : FEED);
    },
    '/always-304': send(304),
    '/packed': send(200, { 'content-encoding': 'gzip' }, gzipSync(FEED)),
    '/bomb': send(200, { 'content-encoding': 'gzip' }, gzipSync(new Uint8Array(30_000_000))),
    '/announced': send(200, { 'content-length': '100000000' }, undefined, true),
    '/huge': (_request, response) => {
      response.on('close', () => {
        sentOfHuge = response.socket?.bytesWritten ?? 0;
      });
      pour(response, MEGABYTE, 100_000_000);
    },
    '/endless': (_request, response) => pour(response, MEGABYTE),
    '/silent': () => {},
    '/drip': (_request, response) => response.write('<rss'),
    '/cut': (_request, response) => response.write('<rss', () => response.destroy()),
    '/reset': (_request, response) => response.destroy(),
    '/circle': send(302, { location: '/circle-2' }),
    '/circle-2': send(302, { location: '/circle' }),
    '/for-good': send(301, { location: '/for-good-2' }),
    '/for-good-2': send(308, { location: 'feed#top' }),
    '/for-now': send(302, { location: '/for-good-2' }),
    '/first-for-good': send(301, { location: '/for-now' }),
    '/to-file': send(302, { location: 'file:///etc/hostname' }),
    '/to-script': send(301, { location: 'javascript:alert(1)' }),
    '/to-nowhere': send(301, { location: 'http://' }),
    '/without-location': send(301),
    '/elsewhere': send(302, { location: elsewhere }),
    '/with-secret': send(302, { location: elsewhere.replace('//', '//thief:stolen@') }),
    '/here': send(302, { location: '/echo' }),
    '/later': send(429, { 'retry-after': '120' }),
    '/much-later': send(503, { 'retry-after': 'Fri, 31 Dec 2999 23:59:59 GMT' }),
    '/transformed': send(203, {}, FEED),
    ...hops(12),
    ...Object.fromEntries(
      [204, 400, 401, 403, 407, 410, 418, 451, 500, 502, 511].map((code) => [`/status-${code}`, send(code)]),
    ),
  });
  proxy = await startSocksProxy({
    hosts: { 'news.example': server.url, 'news.example:8080': server.url, 'other.example': other.url },
  });
});
afterAll(() => Promise.all([server.close(), other.close(), proxy.close()]));

function send(status: number, headers = {}, body?: string | Uint8Array, staysOpen = false): Answer {
  return (_request, response: ServerResponse) => {
    response.writeHead(status, headers);
    if (staysOpen) response.flushHeaders();
    else response.end(body);
  };
}

/** /hop-12 leads to /hop-11 and so on to /hop-0, which is the feed. */
function hops(most: number): Record<string, Answer> {
  const answers: Record<string, Answer> = { '/hop-0': send(200, {}, FEED) };
  for (let hop = 1; hop <= most; hop++) answers[`/hop-${hop}`] = send(302, { location: `/hop-${hop - 1}` });
  return answers;
}

const at = (path: string): string => server.url + path;
const get = (path: string, options?: FetchOptions): Promise<Fetched> => fetchResource(nodeFetch, at(path), options);
const textOf = ({ body }: Fetched): string => new TextDecoder().decode(body);

async function faultOf(path: string, options?: FetchOptions): Promise<Fault['failure']> {
  const thrown = await get(path, options).catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Fault);
  return (thrown as Fault).failure;
}

describe('what arrives', () => {
  it('is the body with its type and validators', async () => {
    const fetched = await get('/feed');
    expect(textOf(fetched)).toBe(FEED);
    expect(fetched).toMatchObject({
      status: 200,
      url: at('/feed'),
      movedTo: null,
      bytes: FEED.length,
      retryAfter: null,
    });
    expect(fetched).toMatchObject({ contentType: 'application/rss+xml', etag: '"1"', lastModified: 'then' });
  });

  it('is inflated, and counted as it came', async () => {
    const fetched = await get('/packed');
    expect(textOf(fetched)).toBe(FEED);
    expect(fetched.bytes).toBe(gzipSync(FEED).byteLength);
  });

  it('is asked for honestly and without the system’s languages', async () => {
    const headers = JSON.parse(textOf(await get('/echo', { accept: 'text/x-test' }))) as Record<string, string>;
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(headers['user-agent']).toBe(`Caravan/${version} (+https://caravan.example/about; desktop news reader)`);
    expect(headers).toMatchObject({ accept: 'text/x-test', 'accept-language': '*' });
    expect(headers).not.toHaveProperty('if-none-match');
  });

  it('is also taken from a proxy that says it changed it (203)', async () => {
    expect(await get('/transformed')).toMatchObject({ status: 200 });
  });
});

describe('a resource that has not changed', () => {
  it.each([{ etag: '"1"' }, { lastModified: 'then' }])('is a 304 by %o', async (validators) => {
    const fetched = await get('/conditional', validators);
    expect(fetched).toMatchObject({ status: 304, bytes: 0, ...validators });
    expect(fetched.body).toHaveLength(0);
  });

  it('is an odd answer to who asked for no such thing', async () => {
    expect(await faultOf('/always-304')).toMatchObject({ code: 'unexpected-status', detail: { status: 304 } });
  });
});

describe('redirects', () => {
  it('are remembered when every hop was permanent', async () => {
    expect(await get('/for-good')).toMatchObject({ url: at('/feed'), movedTo: at('/feed') });
  });

  it('are remembered up to the first that is not permanent', async () => {
    expect(await get('/first-for-good')).toMatchObject({ url: at('/feed'), movedTo: at('/for-now') });
    expect(await get('/for-now')).toMatchObject({ url: at('/feed'), movedTo: null });
  });

  it('are followed ten times and no more', async () => {
    expect(await get('/hop-10')).toMatchObject({ url: at('/hop-0') });
    expect(await faultOf('/hop-11')).toMatchObject({
      code: 'too-many-redirects',
      detail: { url: at('/hop-11'), most: 10 },
    });
  });

  it('are not followed in a circle', async () => {
    const before = server.requests.length;
    expect((await faultOf('/circle')).code).toBe('too-many-redirects');
    expect(server.requests.length - before).toBe(2);
  });

  it.each([
    ['/to-file', 'file:///etc/hostname'],
    ['/to-script', 'javascript:alert(1)'],
    ['/to-nowhere', 'http://'],
  ])('are not followed off the web: %s', async (path, address) => {
    expect(await faultOf(path)).toMatchObject({ code: 'bad-redirect', detail: { address, url: at(path) } });
  });

  it('without a target are an odd answer', async () => {
    expect(await faultOf('/without-location')).toMatchObject({ code: 'unexpected-status', detail: { status: 301 } });
  });
});

describe('credentials', () => {
  const withSecret = (path: string): string => at(path).replace('//', '//reader:s%40cret@');
  const basic = `Basic ${Buffer.from('reader:s@cret').toString('base64')}`;

  it('go to their own host, also after a redirect there', async () => {
    const headers = JSON.parse(textOf(await fetchResource(nodeFetch, withSecret('/here')))) as Record<string, string>;
    expect(headers.authorization).toBe(basic);
  });

  it.each(['/elsewhere', '/with-secret'])('never go to another host: %s', async (path) => {
    const url = `http://reader:s%40cret@news.example${path}`;
    expect(textOf(await fetchResource(nodeFetch, url, { route: proxy.route }))).toBe('nobody');
  });

  it('stay in an address to remember, but not in the one to speak of', async () => {
    const fetched = await fetchResource(nodeFetch, withSecret('/for-good'));
    expect(fetched).toMatchObject({ url: at('/feed'), movedTo: withSecret('/feed') });
  });

  it('are in no failure', async () => {
    const thrown = await fetchResource(nodeFetch, withSecret('/missing')).catch((fault: Fault) => fault.failure);
    expect(JSON.stringify(thrown)).not.toContain('cret');
  });
});

describe('answers that bring nothing', () => {
  const codes: [string, FailureCode][] = [
    ['/missing', 'not-found'],
    ['/status-410', 'gone'],
    ['/status-401', 'password-needed'],
    ['/status-403', 'forbidden'],
    ['/status-407', 'proxy-refused'],
    ['/status-451', 'blocked-by-law'],
    ['/status-511', 'captive-portal'],
    ['/status-500', 'server-error'],
    ['/status-502', 'server-error'],
    ['/status-204', 'unexpected-status'],
    ['/status-400', 'unexpected-status'],
    ['/status-418', 'unexpected-status'],
  ];
  it.each(codes)('%s is %s', async (path, code) => {
    const failure = await faultOf(path);
    expect(failure).toMatchObject({ code, detail: { url: at(path), host: new URL(server.url).host } });
    expect(failure.message).not.toContain('?');
  });

  it('say when to come again in seconds', async () => {
    expect(await faultOf('/later')).toMatchObject({ code: 'too-many-requests', detail: { retryAfterMs: 120_000 } });
  });

  it('say when to come again as a date', async () => {
    const { code, detail } = await faultOf('/much-later');
    expect(code).toBe('server-error');
    expect(detail.retryAfterMs).toBeGreaterThan(1_000_000_000);
  });
});

describe('limits', () => {
  it('stop a slow first byte', async () => {
    const failure = await faultOf('/silent', { firstByteMs: 50 });
    expect(failure).toMatchObject({ code: 'timed-out', detail: { host: new URL(server.url).host, seconds: 0.05 } });
    await server.brokenOff('/silent');
  });

  it('stop a body that never ends', async () => {
    expect(await faultOf('/drip', { wholeMs: 100 })).toMatchObject({ code: 'timed-out', detail: { seconds: 0.1 } });
    await server.brokenOff('/drip');
  });

  it('stop a large body long before its end, and the server sees it', async () => {
    expect(await faultOf('/huge', { maxBytes: 2_000_000 })).toMatchObject({
      code: 'too-large',
      detail: { megabytes: 2 },
    });
    await server.brokenOff('/huge');
    expect(sentOfHuge).toBeLessThan(30_000_000);
  });

  it('stop an endless body at 20 MB', async () => {
    expect(await faultOf('/endless')).toMatchObject({
      code: 'too-large',
      detail: { url: at('/endless'), megabytes: 20 },
    });
    await server.brokenOff('/endless');
  });

  it('count what a packed body inflates to', async () => {
    expect((await faultOf('/bomb')).code).toBe('too-large');
  });

  it('believe a body that announces itself as too large', async () => {
    expect((await faultOf('/announced')).code).toBe('too-large');
    await server.brokenOff('/announced');
  });

  it('let a body of exactly the limit through', async () => {
    expect(await get('/feed', { maxBytes: FEED.length })).toMatchObject({ bytes: FEED.length });
    expect((await faultOf('/feed', { maxBytes: FEED.length - 1 })).code).toBe('too-large');
  });
});

describe('a reader’s stop', () => {
  it('ends the wait for an answer', async () => {
    const controller = new AbortController();
    const fault = faultOf('/silent', { signal: controller.signal });
    controller.abort();
    expect((await fault).code).toBe('cancelled');
  });

  it('ends a body in its middle', async () => {
    const controller = new AbortController();
    const stopping = async (...[url, init]: Parameters<typeof nodeFetch>): Promise<Response> => {
      const response = await nodeFetch(url, init);
      controller.abort();
      return response;
    };
    const thrown = await fetchResource(stopping, at('/drip'), { signal: controller.signal }).catch((fault) => fault);
    expect((thrown as Fault).failure.code).toBe('cancelled');
  });

  it('before the start asks nothing', async () => {
    const before = server.requests.length;
    expect((await faultOf('/feed', { signal: AbortSignal.abort() })).code).toBe('cancelled');
    expect(server.requests.length).toBe(before);
  });
});

describe('connections that fail', () => {
  it('are refused by a closed port', async () => {
    const host = `127.0.0.1:${await closedPort()}`;
    const thrown = await fetchResource(nodeFetch, `http://${host}/`).catch((fault: Fault) => fault.failure);
    expect(thrown).toMatchObject({ code: 'connection-refused', detail: { host } });
  });

  it.each(['/cut', '/reset'])('are cut in the middle: %s', async (path) => {
    expect(await faultOf(path)).toMatchObject({ code: 'connection-cut', detail: { host: new URL(server.url).host } });
  });

  it.each(['nothing at all', 'ftp://127.0.0.1/feed', 'javascript:alert(1)'])('never start to %s', async (url) => {
    const thrown = await fetchResource(nodeFetch, url).catch((fault: Fault) => fault.failure);
    expect(thrown).toMatchObject({ code: 'not-an-address' });
  });
});
