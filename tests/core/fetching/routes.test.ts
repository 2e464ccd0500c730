import { once } from 'node:events';
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Failure, Fault } from '../../../electron/contract/failures';
import type { ProxyRoute, Route } from '../../../electron/core/fetching/fetch';
import { fetchResource } from '../../../electron/core/fetching/http';
import { createNodeFetch, nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { testRoute } from '../../../electron/core/fetching/test-route';
import { startHttpProxy, startSocksProxy, type TestProxy } from './test-proxy';
import { closedPort, startServer, type TestServer } from './test-server';

const login = { username: 'reader', password: 'pass:wörd' };
const FEED = 'http://news.example/feed';

let server: TestServer;
/** Speaks no TLS: it cuts the connection at the client's first words. */
let cutter: net.Server;
let proxies: Record<'http' | 'httpLogin' | 'socks' | 'socksLogin', TestProxy>;

beforeAll(async () => {
  server = await startServer({
    '/feed': (_request, response) => response.end('<rss/>'),
    '/echo': (request, response) => response.end(JSON.stringify(request.headers)),
    '/bad-gateway': (_request, response) => response.writeHead(502).end(),
  });
  cutter = net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  cutter.listen(0, '127.0.0.1');
  await once(cutter, 'listening');
  const cut = `http://127.0.0.1:${(cutter.address() as AddressInfo).port}`;
  const hosts = { 'news.example': server.url, 'secure.example:443': cut };
  proxies = {
    http: await startHttpProxy({ hosts }),
    httpLogin: await startHttpProxy({ hosts, login }),
    socks: await startSocksProxy({ hosts }),
    socksLogin: await startSocksProxy({ hosts, login }),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  cutter.close();
  await server.close();
});

const textVia = async (route: Route, url = FEED): Promise<string> =>
  new TextDecoder().decode((await fetchResource(nodeFetch, url, { route })).body);

async function failureVia(route: Route, url = FEED): Promise<Failure> {
  const thrown = await fetchResource(nodeFetch, url, { route }).catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Fault);
  return (thrown as Fault).failure;
}

describe.each(['http', 'socks'] as const)('a route through a proxy (%s)', (kind) => {
  const open = (): TestProxy => proxies[kind];
  const locked = (): TestProxy => proxies[`${kind}Login`];

  it('brings what only the proxy can reach, by a name that it resolves', async () => {
    expect(await textVia(open().route)).toBe('<rss/>');
    expect(open().asked).toContain(kind === 'http' ? `GET ${FEED}` : 'SOCKS news.example:80');
  });

  it('uses its connection again', async () => {
    const before = open().connections;
    await textVia(open().route);
    const between = open().connections;
    for (let n = 0; n < 3; n++) await textVia({ ...open().route });
    expect(between - before).toBeLessThanOrEqual(1);
    expect(open().connections).toBe(between);
  });

  it('gives user name and password to who asks for them', async () => {
    expect(await textVia({ ...locked().route, ...login })).toBe('<rss/>');
  });

  it('tells the site nothing of the proxy’s password', async () => {
    expect(await textVia({ ...locked().route, ...login }, 'http://news.example/echo')).not.toMatch(/proxy-auth/i);
  });

  it('says that the proxy wants a password, or another one, and never says which', async () => {
    const { proxy } = { proxy: `127.0.0.1:${locked().route.port}` };
    expect(await failureVia(locked().route)).toMatchObject({
      code: 'proxy-refused',
      detail: { proxy, host: 'news.example', reason: 'it wants a user name and a password' },
    });
    const wrong = await failureVia({ ...locked().route, ...login, password: 'other' });
    expect(wrong).toMatchObject({
      code: 'proxy-refused',
      detail: { proxy, reason: 'it does not accept this user name and password' },
    });
    expect(JSON.stringify(wrong)).not.toContain('other');
  });

  it('does not take for the feed’s fault that the proxy cannot reach it', async () => {
    for (const url of ['http://nowhere.example/feed', 'https://nowhere.example/feed']) {
      expect(await failureVia(open().route, url)).toMatchObject({
        code: 'proxy-refused',
        detail: { host: 'nowhere.example' },
      });
    }
  });

  it('does not take for the proxy’s fault what the feed says', async () => {
    expect(await failureVia(open().route, 'http://news.example/missing')).toMatchObject({ code: 'not-found' });
    expect(await failureVia(open().route, 'http://news.example/bad-gateway')).toMatchObject({ code: 'server-error' });
  });

  it('tunnels to a secure site, and says where that connection is cut', async () => {
    expect(await failureVia(open().route, 'https://secure.example/feed')).toMatchObject({ code: 'blocked' });
    const tunnel = kind === 'http' ? 'CONNECT secure.example:443' : 'SOCKS secure.example:443';
    expect(open().asked).toContain(tunnel);
  });

  it('is not taken to this computer itself', async () => {
    const before = open().asked.length;
    expect(await textVia(open().route, `${server.url}/feed`)).toBe('<rss/>');
    expect(open().asked.length).toBe(before);
  });

  it('says that nobody is there, and where', async () => {
    const port = await closedPort();
    const failure = await failureVia({ ...open().route, port });
    expect(failure).toMatchObject({ code: 'proxy-unreachable', detail: { proxy: `127.0.0.1:${port}` } });
    expect(failure.message).not.toContain('?');
  });

  it('says so when what is there is no proxy', async () => {
    const port = Number(new URL(server.url).port);
    const failure = await failureVia({ ...open().route, port }, 'https://secure.example/feed');
    expect(failure.code).toBe('proxy-refused');
  });

  it('ends with the reader’s stop', async () => {
    const deaf = net.createServer().listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const controller = new AbortController();
    const route: ProxyRoute = { ...open().route, port: (deaf.address() as AddressInfo).port };
    const fetched = fetchResource(nodeFetch, FEED, { route, signal: controller.signal }).catch((fault: Fault) => fault);
    const [socket] = (await once(deaf, 'connection')) as [net.Socket];
    controller.abort();
    expect(((await fetched) as Fault).failure.code).toBe('cancelled');
    socket.destroy();
    deaf.close();
  });
});

describe('the direct route', () => {
  it('goes past every proxy', async () => {
    expect(await textVia({ kind: 'direct' }, `${server.url}/feed`)).toBe('<rss/>');
  });

  it('is cut within the TLS handshake, which is known as blocked', async () => {
    const lookup: net.LookupFunction = (_host, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const url = `https://localhost:${(cutter.address() as AddressInfo).port}/`;
    const thrown = await fetchResource(createNodeFetch({ lookup }), url).catch((fault: Fault) => fault.failure);
    expect(thrown).toMatchObject({ code: 'blocked' });
  });
});

describe('the test of a route', () => {
  it('says how long an answer took, whatever it says', async () => {
    for (const path of ['/feed', '/missing']) {
      const result = await testRoute(nodeFetch, proxies.socks.route, `http://news.example${path}`);
      expect(result).toMatchObject({ ok: true, value: { ms: expect.any(Number) } });
    }
  });

  it('reaches a server of this computer by a name that leads there, since the reader follows a feed of it', async () => {
    const server = createServer((_request, response) => response.end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    expect(await testRoute(nodeFetch, { kind: 'direct' }, address)).toMatchObject({ ok: true });
  });

  it('says what is in the way', async () => {
    const result = await testRoute(nodeFetch, proxies.httpLogin.route, FEED);
    expect(result).toMatchObject({ ok: false, failure: { code: 'proxy-refused' } });
    const port = await closedPort();
    expect(await testRoute(nodeFetch, { kind: 'socks5', host: '127.0.0.1', port }, FEED)).toMatchObject({
      ok: false,
      failure: { code: 'proxy-unreachable' },
    });
  });
});
