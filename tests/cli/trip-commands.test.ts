import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted, served } from '../support/picture-files';
import { type Answer, startWrittenFeed, type WrittenFeed } from '../support/written-feed';
import { type BuiltCli, buildCli } from './built-cli';

let cli: BuiltCli;
let feed: WrittenFeed;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
  const words = 'The road was dry and long, and the caravan slept by day. '.repeat(15);
  const items = [0, 1, 2].map((n) => ({
    title: `Story ${n}`,
    html: `<p>${words}</p><img src="{origin}/${n}.png" alt="dunes">`,
  }));
  const files: Record<string, Answer> = {
    '/0.png': served(painted(0)),
    '/1.png': served(painted(1)),
    '/2.png': (_, response) => response.writeHead(503).end(),
  };
  feed = await startWrittenFeed(items, { files });
  folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-cli-trips-'));
}, 60_000);
afterAll(async () => {
  await feed.close();
  await cli.remove();
  await rm(folder, { recursive: true, force: true });
});

it('packs, lists and unpacks a trip, each in the shape that others count on', async () => {
  const library = ['--library', folder];
  await cli.json('add', feed.url, ...library);
  feed.asked.length = 0;
  const dry = await cli.json('pack', 'Road', '--dry-run', ...library);
  expect(dry).toMatchObject({
    articles: 3,
    ready: 0,
    failed: [],
    images: expect.any(Number),
    bytes: expect.any(Number),
    leftOut: 0,
  });
  expect(feed.asked).toEqual([]);

  const shape = {
    articles: 3,
    ready: 2,
    failed: [{ id: expect.stringMatching(/^[0-9a-f]{16}$/), message: expect.stringContaining('503') }],
    images: 2,
    bytes: expect.any(Number),
    ms: expect.any(Number),
  };
  const ended = await cli.run('pack', 'Road', '--json', ...library);
  expect(JSON.parse(ended.stdout)).toEqual(shape);
  // Something is missing: whoever leaves must know.
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('of 3 articles');

  const { trips } = (await cli.json('trips', ...library)) as { trips: { id: string }[] };
  expect(trips).toEqual([{ id: expect.any(String), name: 'Road', state: 'partly', ...shape }]);
  expect(await cli.json('unpack', 'road', ...library)).toEqual(shape);
  expect(await cli.json('trips', ...library)).toEqual({ trips: [] });
  expect((await cli.run('unpack', 'Road', ...library)).stderr).toContain('no such trip');
}, 60_000);
