import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Failure, Fault } from '../../../electron/contract/failures';
import { type FetchOptions, fetchResource } from '../../../electron/core/fetching/http';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { startSocksProxy, type TestProxy } from './test-proxy';
import { startServer, type TestServer } from './test-server';

const HEADERS = { Cookie: 'session=1', Authorization: 'Bearer abc', 'User-Agent': 'Other/1', 'X-Key': 'k' };

let server: TestServer;
let proxy: TestProxy;
beforeAll(async () => {
  server = await startServer({
    '/echo': (request, response) => response.end(JSON.stringify(request.headers)),
    '/to': (request, response) => {
      const location = new URL(request.url ?? '', server.url).searchParams.get('target') ?? '';
      response.writeHead(302, { location }).end();
    },
    '/locked': (_request, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="a"' }).end(),
    '/fresh': (_request, response) => response.writeHead(200, { 'cache-control': 'max-age=60' }).end(),
    '/raw-location': (request) => {
      request.socket.end('HTTP/1.1 302 Found\r\nLocation: /خبر\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    },
    '/%D8%AE%D8%A8%D8%B1': (_request, response) => response.end('<rss/>'),
    '/drip': (_request, response) => response.write('<rss', () => response.destroy()),
  });
  proxy = await startSocksProxy({
    hosts: { 'news.example': server.url, 'news.example:8080': server.url, 'other.example': server.url },
  });
});
afterAll(() => Promise.all([server.close(), proxy.close()]));

const redirect = (target: string): string => `/to?target=${encodeURIComponent(target)}`;
const get = (url: string, options: FetchOptions = {}) =>
  fetchResource(nodeFetch, url, { route: proxy.route, ...options });
async function echoed(url: string, options?: FetchOptions): Promise<Record<string, string>> {
  return JSON.parse(new TextDecoder().decode((await get(url, options)).body)) as Record<string, string>;
}
async function failureOf(fetched: Promise<unknown>): Promise<Failure> {
  const thrown = await fetched.catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Fault);
  return (thrown as Fault).failure;
}

describe('the reader’s own headers', () => {
  it('take the place of Caravan’s', async () => {
    const headers = await echoed('http://who:ever@news.example/echo', { headers: HEADERS });
    expect(headers).toMatchObject({ cookie: 'session=1', authorization: 'Bearer abc', 'x-key': 'k' });
    expect(headers['user-agent']).toBe('Other/1');
  });

  it('stay on the way at home', async () => {
    const headers = await echoed(`http://news.example${redirect('/echo')}`, { headers: HEADERS });
    expect(headers).toMatchObject({ cookie: 'session=1', 'x-key': 'k' });
  });

  it.each([
    ['another host', 'http://other.example/echo'],
    ['another port', 'http://news.example:8080/echo'],
    ['another host and back', `http://other.example${redirect('http://news.example/echo')}`],
  ])('never go to %s', async (_, target) => {
    const headers = await echoed(`http://who:ever@news.example${redirect(target)}`, { headers: HEADERS });
    expect(headers.cookie).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
    expect(headers['x-key']).toBeUndefined();
    expect(headers['user-agent']).toMatch(/^Caravan\//);
  });

  it('never go from https down to http', async () => {
    const asked: Record<string, string>[] = [];
    await fetchResource(
      async (url, { headers }) => {
        asked.push(headers);
        return url.startsWith('https:')
          ? new Response(null, { status: 301, headers: { location: 'http://news.example/echo' } })
          : new Response('<rss/>');
      },
      'https://who:ever@news.example/',
      { headers: HEADERS },
    );
    expect(asked[0]).toMatchObject({ cookie: 'session=1', authorization: 'Bearer abc' });
    expect(asked[1]).not.toHaveProperty('cookie');
    expect(asked[1]).not.toHaveProperty('authorization');
  });
});

describe('a locked feed', () => {
  it('wants a password where none was sent, and another one where one was', async () => {
    const host = new URL(server.url).host;
    expect(await failureOf(get('http://news.example/locked'))).toMatchObject({
      code: 'password-needed',
      detail: { host: 'news.example', status: 401 },
    });
    expect((await failureOf(get(`http://reader:wrong@${host}/locked`))).code).toBe('password-wrong');
    const headers = { authorization: 'Bearer wrong' };
    expect((await failureOf(get('http://news.example/locked', { headers }))).code).toBe('password-wrong');
  });

  it('has seen no password when it lies on another host', async () => {
    const url = `http://reader:secret@news.example${redirect('http://other.example/locked')}`;
    expect((await failureOf(get(url))).code).toBe('password-needed');
  });
});

describe('what is fetched', () => {
  it('says how long it stays fresh', async () => {
    expect(await get('http://news.example/fresh')).toMatchObject({ freshMs: 60_000 });
    expect(await get('http://news.example/echo')).toMatchObject({ freshMs: null });
  });

  it('is found behind a redirect in raw UTF-8', async () => {
    const fetched = await get('http://news.example/raw-location');
    expect(fetched.url).toBe('http://news.example/%D8%AE%D8%A8%D8%B1');
  });

  it('is counted also when it came in vain', async () => {
    expect(await failureOf(get('http://news.example/drip'))).toMatchObject({
      code: 'connection-cut',
      detail: { bytes: 4 },
    });
  });
});
