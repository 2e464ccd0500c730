import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/contract/failures';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';
import type { Work } from '../../../electron/core/work/work';
import { startWorkers } from '../../../electron/core/work/worker-pool';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const XML = { contentType: 'application/rss+xml', url: 'https://news.example/feed' };
const RSS = bytes(`<rss version="2.0"><channel><title>The North</title><link>https://news.example/</link>
  <item><guid>1</guid><title>Snow</title><description>&lt;p&gt;Snow on the &lt;b&gt;pass&lt;/b&gt;.&lt;/p&gt;</description></item>
  <item><guid>2</guid><title>Ice</title></item></channel></rss>`);
const OPML = bytes(`<opml version="2.0"><head><title>Mine</title></head><body><outline text="North">
  <outline type="rss" text="The North" xmlUrl="https://news.example/feed"/></outline></body></opml>`);
const PAGE = bytes(
  '<!doctype html><html><link rel="alternate" type="application/rss+xml" title="All" href="/feed"></html>',
);

let folder: string;
let threads: Work;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caravan-worker-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../../../electron/core/work/worker.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
  });
  threads = startWorkers(pathToFileURL(path.join(folder, 'worker.mjs')), { workers: 1 });
}, 60_000);

afterAll(async () => {
  await threads.close();
  await rm(folder, { recursive: true });
});

describe.each([
  ['in this thread', () => workInThisThread],
  ['in the built worker', () => threads],
])('the tasks %s', (_where, work) => {
  it('read a feed, with what the list shows of each item', async () => {
    const feed = await work().readFeed(RSS, XML);
    expect(feed).toMatchObject({ title: 'The North', format: 'rss' });
    expect(feed.items).toMatchObject([
      { id: '1', title: 'Snow', excerpt: 'Snow on the pass.', words: 4 },
      { id: '2', title: 'Ice', excerpt: '', words: 0 },
    ]);
  });

  it('make an article of a page, in whatever encoding, and remember its host', async () => {
    const sentence = 'Схватка за старую мельницу на реке кончилась миром, и её снова запустили в понедельник.';
    const html = `<html><body><h1>Мельница</h1><p>9 декабря 2024</p><p>${sentence}</p><p>${sentence}</p></body></html>`;
    const options = { contentType: 'text/html; charset=windows-1251', url: 'https://news.example/mill' };
    const { page, memory } = await work().extractPage(iconv.encode(html, 'windows-1251'), options);
    expect(page).toMatchObject({ title: 'Мельница', language: 'ru', published: Date.UTC(2024, 11, 9) });
    expect(page.text).toBe(`${sentence}\n\n${sentence}`);
    expect((await work().extractPage(bytes(html), options, memory)).memory).toMatchObject({ pages: 1 });
    await expect(work().extractPage(bytes(''), options)).rejects.toMatchObject({ failure: { code: 'no-article' } });
  });

  it('say what is no feed', async () => {
    const thrown = await work()
      .readFeed(PAGE, XML)
      .catch((reason: unknown) => reason);
    expect((thrown as Fault).failure).toMatchObject({ code: 'not-a-feed', detail: { looksLikePage: 1 } });
  });

  it('find the feeds of the same page afterwards', async () => {
    const page = new Uint8Array(PAGE);
    await work()
      .readFeed(page, XML)
      .catch(() => 'a page, as the test before shows');
    expect(await work().findFeedLinks(page, { contentType: 'text/html', url: 'https://news.example/' })).toEqual([
      { address: 'https://news.example/feed', title: 'All', type: 'application/rss+xml' },
    ]);
  });

  it('read a list of feeds', async () => {
    expect((await work().readOpml(OPML)).rows).toMatchObject([
      { folders: ['North'], address: 'https://news.example/feed' },
    ]);
    await expect(work().readOpml(RSS)).rejects.toBeInstanceOf(Fault);
  });

  it('sanitise', async () => {
    expect(await work().sanitise('<p onclick=x>Snow<script>x</script>', null)).toBe('<p>Snow</p>');
  });
});
