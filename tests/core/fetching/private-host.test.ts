import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Failure, Fault } from '../../../electron/contract/failures';
import { type FetchOptions, fetchResource } from '../../../electron/core/fetching/http';
import { createNodeFetch, nodeFetch } from '../../../electron/core/fetching/node-fetch';
import {
  faultyAnswer,
  isLoopback,
  isPrivateAddress,
  isPrivateHost,
} from '../../../electron/core/fetching/private-host';
import { startSocksProxy, type TestProxy } from './test-proxy';
import { startServer, type TestServer } from './test-server';

const hostOf = (address: string): string => new URL(address).hostname;

const PRIVATE = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '224.0.0.251',
  '239.255.255.250',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:c0a8:101',
  '::127.0.0.1',
  'fc00::1',
  'fd12:3456:789a::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::fb',
  '64:ff9b::10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::192.168.0.1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2002:c0a8:101::1',
];
const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '192.169.0.1',
  '198.18.0.7',
  '223.255.255.255',
  '::ffff:1.1.1.1',
  '2606:4700:4700::1111',
  '2001:4860:4860::8888',
  '64:ff9b::1.1.1.1',
  '64:ff9b:1::1.1.1.1',
];

describe('an address', () => {
  it.each(PRIVATE)('%s is not on the internet', (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each(PUBLIC)('%s is on the internet', (address) => expect(isPrivateAddress(address)).toBe(false));
});

describe('a host', () => {
  it.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://feeds.localhost/',
    'http://printer.local/',
    'http://nas.lan/',
    'http://router.home.arpa/',
    'http://intranet/',
    'http://metadata.google.internal/',
  ])('%s is private as it stands', (address) => expect(isPrivateHost(hostOf(address))).toBe(true));

  it.each([
    'https://news.example/',
    'https://localhost.example/',
    'https://local.example/',
    'https://1.1.1.1/',
    'https://[2606:4700:4700::1111]/',
    'https://127.0.0.1.nip.example/',
    'https://mylocal.example/',
  ])('%s is not', (address) => expect(isPrivateHost(hostOf(address))).toBe(false));

  it.each([
    ['http://localhost/', true],
    ['http://a.localhost./', true],
    ['http://127.8.8.8/', true],
    ['http://[::1]/', true],
    ['http://192.168.1.1/', false],
    ['http://intranet/', false],
    ['http://127.0.0.1.nip.example/', false],
  ])('%s means this computer: %s', (address, is) => expect(isLoopback(hostOf(address))).toBe(is));
});

describe('the answer for a name', () => {
  it.each(['10.10.34.34', '10.10.34.35', '10.10.34.36'])('%s is a filter’s', (address) => {
    expect(faultyAnswer('news.example', [address])?.failure).toMatchObject({ code: 'blocked', detail: { address } });
  });

  it('is faulty when one address of several is private', () => {
    expect(faultyAnswer('news.example', ['1.1.1.1', '10.0.0.1'])?.failure.code).toBe('private-address');
    expect(faultyAnswer('news.example', ['1.1.1.1', '2606:4700:4700::1111'])).toBeNull();
    expect(faultyAnswer('news.example', [])).toBeNull();
  });
});

describe('the way', () => {
  let server: TestServer;
  let proxy: TestProxy;
  let visits = 0;

  beforeAll(async () => {
    server = await startServer({
      '/feed': (_request, response) => {
        visits++;
        response.end('<rss/>');
      },
      '/to': (request, response) => {
        const target = new URL(request.url ?? '', server.url).searchParams.get('target') ?? '';
        response.writeHead(302, { location: target }).end();
      },
    });
    proxy = await startSocksProxy({ hosts: { 'news.example': server.url, '192.168.7.7': server.url } });
  });
  afterAll(() => Promise.all([server.close(), proxy.close()]));

  const redirect = (from: string, target: string): string => `${from}/to?target=${encodeURIComponent(target)}`;
  const viaProxy = (url: string, options: FetchOptions = {}) =>
    fetchResource(nodeFetch, url, { ...options, route: proxy.route });
  async function failureOf(fetched: Promise<unknown>): Promise<Failure> {
    const thrown = await fetched.catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(Fault);
    return (thrown as Fault).failure;
  }

  it.each(['http://127.0.0.1/feed', 'http://2130706433/feed', 'http://localhost./feed', 'http://[::ffff:7f00:1]/feed'])(
    'does not lead from the internet to %s',
    async (path) => {
      const target = path.replace('/feed', `:${new URL(server.url).port}/feed`);
      const before = visits;
      const failure = await failureOf(viaProxy(redirect('http://news.example', target)));
      expect(failure).toMatchObject({ code: 'private-address', detail: { host: 'news.example' } });
      expect(failure.message).not.toContain('?');
      expect(visits).toBe(before);
    },
  );

  it('may stay on a private host that was typed, on any port of it', async () => {
    await fetchResource(nodeFetch, redirect(server.url, '/feed'));
    expect(await viaProxy(redirect('http://192.168.7.7', '/feed'))).toMatchObject({ url: 'http://192.168.7.7/feed' });
  });

  it('does not lead from there to another private host', async () => {
    const failure = await failureOf(fetchResource(nodeFetch, redirect(server.url, 'http://192.168.7.7/feed')));
    expect(failure).toMatchObject({ code: 'private-address', detail: { address: '192.168.7.7' } });
  });

  it('does not lead back into it from outside', async () => {
    const back = redirect('http://news.example', 'http://192.168.7.7/feed');
    expect((await failureOf(viaProxy(redirect('http://192.168.7.7', back)))).code).toBe('private-address');
  });

  it('does not lead from a page that was typed to a private feed, but from a private page to its own', async () => {
    const before = visits;
    const failure = await failureOf(fetchResource(nodeFetch, `${server.url}/feed`, { typed: 'news.example' }));
    expect(failure).toMatchObject({ code: 'private-address', detail: { host: 'news.example' } });
    expect(visits).toBe(before);
    await fetchResource(nodeFetch, `${server.url}/feed`, { typed: server.url });
  });

  it('does not lead to a name that resolves to this computer, whatever it resolved to before', async () => {
    const rebinding: LookupFunction = (_host, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const before = server.requests.length;
    const url = `http://rebound.example:${new URL(server.url).port}/feed`;
    expect(await failureOf(fetchResource(createNodeFetch({ lookup: rebinding }), url))).toMatchObject({
      code: 'private-address',
      detail: { host: 'rebound.example', address: '127.0.0.1' },
    });
    expect(server.requests.length).toBe(before);
  });

  it('is known to be blocked when the name has a filter’s address', async () => {
    const sinking: LookupFunction = (_host, _options, callback) =>
      callback(null, [{ address: '10.10.34.35', family: 4 }]);
    const fetched = fetchResource(createNodeFetch({ lookup: sinking }), 'http://news.example/feed');
    expect((await failureOf(fetched)).code).toBe('blocked');
  });

  it.each(['http://news.example:1/', 'http://news.example:25/', 'http://127.0.0.1:6667/'])(
    'does not lead to a port of something else: %s',
    async (url) => {
      const port = new URL(url).port;
      expect(await failureOf(fetchResource(nodeFetch, url))).toMatchObject({ code: 'blocked-port', detail: { port } });
      const redirected = await failureOf(viaProxy(redirect('http://news.example', `http://news.example:${port}/`)));
      expect(redirected.code).toBe('blocked-port');
    },
  );
});
