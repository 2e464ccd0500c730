import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from '../feed-server';

const PATH = '/border-post/feed.xml';

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer();
});
afterEach(() => server.close());

describe('a server that is odd', () => {
  it.each(['401', '451', '511'] as const)('answers %s', async (kind) => {
    server.fault('border-post', kind);
    expect((await fetch(server.url(PATH))).status).toBe(Number(kind));
  });

  it('sends the client where it is told', async () => {
    server.fault('border-post', { kind: 'redirect-to', location: 'file:///etc/hostname' });
    const response = await fetch(server.url(PATH), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, 'file:///etc/hostname']);
  });

  it('has a page with a form where the feed was, or nothing', async () => {
    server.fault('border-post', 'login-page');
    expect(await (await fetch(server.url(PATH))).text()).toContain('type="password"');
    server.fault('border-post', 'empty');
    const empty = await fetch(server.url(PATH));
    expect([empty.status, await empty.text()]).toEqual([200, '']);
  });

  it('says "as before" to one who has nothing', async () => {
    server.fault('border-post', 'unasked-304');
    expect((await fetch(server.url(PATH))).status).toBe(304);
  });

  it('calls gzip what is none', async () => {
    server.fault('border-post', 'false-gzip');
    await expect(fetch(server.url(PATH)).then((response) => response.text())).rejects.toThrow();
    const { head, body } = await onTheWire();
    expect([/content-encoding: gzip/i.test(head), body.includes('<rss')]).toEqual([true, true]);
  });

  it('sends titles that are no UTF-8, in an encoding that nobody knows', async () => {
    server.fault('border-post', 'broken-encoding');
    const bytes = await (await fetch(server.url(PATH))).arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('latin1').decode(bytes);
    expect(() => new TextDecoder(/encoding="([^"]+)"/.exec(text)?.[1])).toThrow(RangeError);
  });

  it.each([
    ['length-too-long', 2],
    ['length-too-short', 0.5],
  ] as const)('announces another length (%s)', async (kind, share) => {
    server.fault('border-post', kind);
    const { head, body } = await onTheWire();
    expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBe(Math.round(body.length * share));
  });

  it('speaks another protocol', async () => {
    server.fault('border-post', 'not-http');
    await expect(fetch(server.url(PATH))).rejects.toThrow();
  });

  it('sends one byte, and then another', async () => {
    server.fault('border-post', { kind: 'trickle', everyMs: 20 });
    const aborting = new AbortController();
    const response = await fetch(server.url(PATH), { signal: aborting.signal });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBe(1);
    expect((await reader?.read())?.value?.length).toBe(1);
    aborting.abort();
  });
});

/** The answer as it is on the wire, to its end. */
async function onTheWire(): Promise<{ head: string; body: Buffer }> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`GET ${PATH} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`);
  const bytes = Buffer.concat(await socket.toArray());
  const split = bytes.indexOf('\r\n\r\n');
  return { head: bytes.toString('latin1', 0, split), body: bytes.subarray(split + 4) };
}
