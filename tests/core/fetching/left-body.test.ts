import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';

it('a body that is left while more of it is at hand ends nothing but itself', async () => {
  const server = createServer((_, response) => response.end(Buffer.alloc(4_000_000, 'a')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const thrown: unknown[] = [];
  const catching = (error: unknown): void => void thrown.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', catching);
  onTestFinished(() => {
    process.off('uncaughtException', catching);
    for (const listener of others) process.on('uncaughtException', listener);
  });
  for (let pieces = 1; pieces <= 30; pieces++) {
    const response = await nodeFetch(url, { headers: {}, signal: new AbortController().signal, mayBePrivate: true });
    const reader = response.body?.getReader();
    for (let piece = 0; piece < pieces; piece++) expect((await reader?.read())?.done).toBe(false);
    // By then the next pieces have come.
    await setImmediate();
    // Asked for the next piece, and left before it is given, as a loop over a body does when it has seen too much.
    reader?.read().catch(() => {});
    await reader?.cancel();
  }
  expect(thrown).toEqual([]);
});
