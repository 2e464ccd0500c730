import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from '../feed-server';
import { documentAt, tags } from './documents';

const NOW = Date.UTC(2026, 10, 21, 6, 40);

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer({ now: () => NOW });
});
afterEach(() => server.close());

describe('HTTP', () => {
  it('answers 304 to the tag and to the date it gave', async () => {
    const { feedUrl } = paper('border-post');
    const first = await fetch(feedUrl);
    const etag = first.headers.get('etag') ?? '';
    const since = first.headers.get('last-modified') ?? '';
    expect((await fetch(feedUrl, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(feedUrl, { headers: { 'if-modified-since': since } })).status).toBe(304);
    expect((await fetch(feedUrl, { headers: { 'if-none-match': '"other"', 'if-modified-since': since } })).status).toBe(
      200,
    );
  });

  it('answers 200 again once something was published or edited, even within a second', async () => {
    const { feedUrl } = paper('border-post');
    for (const change of [
      () => server.publish('border-post'),
      () => server.edit('border-post', { title: 'Corrected' }),
    ]) {
      const before = await fetch(feedUrl);
      const tag = { 'if-none-match': before.headers.get('etag') ?? '' };
      const date = { 'if-modified-since': before.headers.get('last-modified') ?? '' };
      change();
      expect((await fetch(feedUrl, { headers: tag })).status).toBe(200);
      expect((await fetch(feedUrl, { headers: date })).status).toBe(200);
    }
  });

  it('gzips when asked, and one paper unasked', async () => {
    const asked = await raw(paper('border-post').feedUrl, 'gzip');
    expect(asked.head).toMatch(/content-encoding: gzip/i);
    expect(gunzipSync(asked.body).toString()).toContain('The Border Post');
    expect((await raw(paper('border-post').feedUrl, 'identity')).head).not.toMatch(/content-encoding/i);
    expect((await raw(paper('piste-des-oasis').feedUrl, 'identity')).head).toMatch(/content-encoding: gzip/i);
  });

  it('serves pictures of 960 x 540, always the same', async () => {
    const response = await fetch(server.url('/pictures/gold-weighbridge.png'));
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBe(Number(response.headers.get('content-length')));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([960, 540]);
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  it('keeps a log of what it was asked', async () => {
    await fetch(server.url('/nowhere?x=1'), { headers: { 'user-agent': 'Test/1' } });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/nowhere?x=1', at: NOW, status: 404 });
    expect(server.requests[0]?.headers['user-agent']).toBe('Test/1');
  });

  it('knows when each request was under way, and whether the client hung up', async () => {
    await (await fetch(server.url('/khavaran/'))).text();
    server.fault('*', 'hang');
    const aborting = new AbortController();
    const asking = fetch(server.url('/khavaran/'), { signal: aborting.signal }).catch(() => null);
    await expect.poll(() => server.requests.length).toBe(2);
    expect(server.requests[1]?.span.to).toBe(Number.POSITIVE_INFINITY);
    aborting.abort();
    await asking;
    await expect.poll(() => server.requests.map(({ isBrokenOff }) => isBrokenOff)).toEqual([false, true]);
    for (const { span } of server.requests) expect(span.to).toBeGreaterThan(span.from);
  });

  it('answers under each of its hosts with the links of that host', async () => {
    const many = await startFeedServer({ hosts: ['127.0.0.1', '127.0.0.2'] });
    const address = `http://127.0.0.2:${many.port}/khavaran/feed.xml`;
    expect(await documentAt(address)).toContain(`<link>http://127.0.0.2:${many.port}/khavaran/</link>`);
    await many.close();
  });
});

describe('faults', () => {
  const path = '/border-post/feed.xml';

  it.each(['403', '404', '410', '500', '503'] as const)('answers %s', async (kind) => {
    server.fault('border-post', kind);
    expect((await fetch(server.url(path))).status).toBe(Number(kind));
    server.clear('border-post');
    expect((await fetch(server.url(path))).status).toBe(200);
  });

  it('says when to come back with 429', async () => {
    server.fault('*', { kind: '429', retryAfter: 30 });
    const response = await fetch(server.url('/khavaran/feed.xml'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('redirects so many times, and lands on the feed', async () => {
    server.fault('border-post', { kind: 'redirect', hops: 3, permanent: true });
    const response = await fetch(server.url(path));
    expect(await response.text()).toContain('The Border Post');
    expect(server.requests.map(({ status }) => status)).toEqual([301, 301, 301, 200]);
    server.clear();
    expect((await fetch(response.url)).status).toBe(200);
  });

  it('redirects for ever', async () => {
    server.fault('border-post', 'redirect-loop');
    await expect(fetch(server.url(path))).rejects.toThrow();
    expect(new Set(server.requests.map((request) => request.path))).toEqual(new Set([path, `${path}?again`]));
  });

  it('cuts the connection in the middle', async () => {
    server.fault('border-post', 'cut');
    const response = await fetch(server.url(path));
    await expect(response.text()).rejects.toThrow();
  });

  it('sends what is no feed, or broken', async () => {
    server.fault('border-post', 'not-a-feed');
    expect((await fetch(server.url(path))).headers.get('content-type')).toContain('text/html');
    server.fault('border-post', 'malformed');
    const broken = await documentAt(server.url(path));
    expect(() => tags(broken)).toThrow();
  });

  it('never ends, and stops when the client does', async () => {
    server.fault('border-post', 'endless');
    const aborting = new AbortController();
    const response = await fetch(server.url(path), { signal: aborting.signal });
    const reader = response.body?.getReader();
    for (let seen = 0; seen < 3_000_000; ) seen += (await reader?.read())?.value?.length ?? 0;
    aborting.abort();
    server.clear();
    expect((await fetch(server.url(path))).status).toBe(200);
  });

  it('sends as many bytes as wished, all of it well-formed', async () => {
    server.fault('border-post', { kind: 'huge', bytes: 2_000_000 });
    const document = await documentAt(server.url(path));
    expect(document.length).toBeGreaterThan(2_000_000);
    expect(tags(document).length).toBeGreaterThan(100);
  });

  it('sends little that unpacks to much', async () => {
    server.fault('border-post', { kind: 'gzip-bomb', bytes: 5_000_000 });
    const { body } = await raw(server.url(path), 'identity');
    expect(body.length).toBeLessThan(20_000);
    const response = await fetch(server.url(path));
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000_000);
  });

  it('hangs, and answers slowly', async () => {
    server.fault('border-post', 'hang');
    await expect(fetch(server.url(path), { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/);
    server.fault('border-post', { kind: 'slow', ms: 60 });
    const before = performance.now();
    expect((await fetch(server.url(path))).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(55);
  });
});

describe('the network', () => {
  it('is cut and comes back on the same port', async () => {
    const address = paper('border-post').feedUrl;
    server.fault('khavaran', 'hang');
    const waiting = fetch(server.url('/khavaran/feed.xml')).then(
      () => 'answered',
      () => 'broken',
    );
    await fetch(address);
    await server.cut();
    expect(await waiting).toBe('broken');
    await expect(fetch(address)).rejects.toThrow();
    await server.restore();
    expect((await fetch(address)).status).toBe(200);
  });
});

describe('bench feeds', () => {
  const address = '/bench/7.xml?items=20&bytes=2000';

  it('are the same bytes each time, well-formed, and as big as wished', async () => {
    const first = await documentAt(server.url(address));
    expect(await documentAt(server.url(address))).toBe(first);
    expect(tags(first).filter(({ name }) => name === 'item')).toHaveLength(20);
    expect(Buffer.byteLength(first)).toBeGreaterThan(40_000);
    expect(Buffer.byteLength(first)).toBeLessThan(80_000);
  });

  it('come in six scripts', async () => {
    const feeds = await Promise.all(
      Array.from({ length: 40 }, (_, id) => documentAt(server.url(`/bench/${id}.xml?items=1&bytes=10`))),
    );
    expect(new Set(feeds.map((feed) => /<language>(\w+)/.exec(feed)?.[1])).size).toBe(6);
  });

  it('have validators, which new items change', async () => {
    const headers = { 'if-none-match': (await fetch(server.url(address))).headers.get('etag') ?? '' };
    expect((await fetch(server.url(address), { headers })).status).toBe(304);
    server.publish('bench/7', 2);
    const changed = await fetch(server.url(address), { headers });
    expect(await changed.text()).toContain('bench-7-22<');
  });
});

function paper(id: string) {
  const found = server.papers.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no paper '${id}'`);
  return found;
}

/** An answer as it is on the wire. */
async function raw(address: string, encoding: string): Promise<{ head: string; body: Buffer }> {
  const { hostname, port, pathname } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const split = bytes.indexOf('\r\n\r\n');
  return { head: bytes.toString('latin1', 0, split), body: bytes.subarray(split + 4) };
}
