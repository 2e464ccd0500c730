import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type BuiltCli, buildCli } from './built-cli';

let cli: BuiltCli;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-cli-files-'));
}, 60_000);
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, text: string): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
}

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>
<description>News</description><language>fa</language><item><guid isPermaLink="false">1</guid><title>پل باز شد</title>
<link>/bridge</link><pubDate>Tue, 24 Nov 2026 08:00:00 +0330</pubDate><category>ایران</category>
<description>&lt;p onclick="x()"&gt;It opened.&lt;/p&gt;</description>
<enclosure url="https://paper.example/a.mp3" type="audio/mpeg" length="3"/></item></channel></rss>`;

describe('parse', () => {
  it('prints a feed in its machine form', async () => {
    const rss = await file('feed.xml', RSS);
    expect(await cli.json('parse', rss, '--url', 'https://paper.example/feed.xml')).toEqual({
      file: rss,
      ok: true,
      feed: { title: 'Paper', link: 'https://paper.example/', description: 'News', language: 'fa', format: 'rss' },
      items: [
        {
          id: '1',
          title: 'پل باز شد',
          link: 'https://paper.example/bridge',
          published: '2026-11-24T04:30:00.000Z',
          updated: null,
          author: null,
          summary: expect.any(String),
          content: expect.stringContaining('It opened.'),
          categories: ['ایران'],
          language: 'fa',
          enclosures: [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 3 }],
        },
      ],
    });
  });

  it('prints it for people too', async () => {
    const { code, stdout } = await cli.run('parse', await file('feed.xml', RSS));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Paper\n[\s\S]*2026-11-24 {2}پل باز شد\n$/)]);
  });

  it('says why a file is no feed', async () => {
    const page = await file('page.html', '<!doctype html><html><p>Hello</p></html>');
    const { code, stdout, stderr } = await cli.run('parse', page, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      file: page,
      ok: false,
      failure: { code: 'not-a-feed', message: expect.any(String) },
    });
    expect(stderr).toMatch(/not a feed/);
    const missing = await cli.run('parse', path.join(folder, 'nowhere.xml'));
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/cannot be read/) });
  });

  it('answers a list line by line, in order, whatever is in it', async () => {
    const rss = await file('feed.xml', RSS);
    const picture = await file('picture.png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR');
    const lines = [
      { file: rss },
      { file: folder },
      { file: 'nowhere.xml', url: null },
      'nonsense',
      '{"file":',
      '',
      '[]',
      `  ${JSON.stringify({ file: picture })} `,
      { file: rss, contentType: 'text/xml' },
    ];
    const list = await file(
      'list.txt',
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    const { code, stdout } = await cli.run('parse', '--list', list);
    expect(code).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ file: name, ok, failure }) => [name, ok, failure?.code])).toEqual([
      [rss, true, undefined],
      [folder, false, 'file-unreadable'],
      ['nowhere.xml', false, 'file-unreadable'],
      [null, false, 'invalid-input'],
      [null, false, 'invalid-input'],
      [null, false, 'invalid-input'],
      [null, false, 'invalid-input'],
      [picture, false, 'not-a-feed'],
      [rss, true, undefined],
    ]);
  });

  it('asks for no library, and says so', async () => {
    expect((await cli.run('parse', '--help')).stdout).not.toMatch(/--library/);
    expect((await cli.run('list', '--help')).stdout).toMatch(/--library/);
  });

  it('answers each line on stdin before the next one comes', async () => {
    const rss = await file('feed.xml', RSS);
    const child = spawn(process.execPath, [cli.file, 'parse', '--list', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const name of [rss, 'nowhere.xml', rss]) {
      child.stdin.write(`${JSON.stringify({ file: name })}\n`);
      expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ file: name, ok: name === rss });
    }
    child.stdin.end();
    expect((await answers.next()).done).toBe(true);
  });

  it('ends quietly when nobody reads on', async () => {
    const rss = await file('feed.xml', RSS);
    const list = await file('many.txt', `${JSON.stringify({ file: rss })}\n`.repeat(500));
    const child = spawn(process.execPath, [cli.file, 'parse', '--list', list], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('extract', () => {
  const sentence = 'The council voted on Friday to rebuild the pier that a storm broke apart two winters ago.';
  const PAGE = `<!doctype html><html lang="en"><head><title>The pier</title>
<meta property="article:published_time" content="2026-11-24T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>The pier</h1><a rel="tag" href="/t">Harbours</a><p>${sentence}</p><p>${sentence} <img src="/a.jpg" alt="Pier"></p></article></body></html>`;

  it('prints an article in its machine form', async () => {
    const page = await file('article.html', PAGE);
    expect(await cli.json('extract', page, '--url', 'https://paper.example/pier')).toMatchObject({
      ok: true,
      title: 'The pier',
      byline: null,
      published: '2026-11-24T08:00:00.000Z',
      language: 'en',
      direction: 'ltr',
      tags: ['Harbours'],
      html: expect.stringContaining('src="https://paper.example/a.jpg"'),
      text: `${sentence}\n\n${sentence}`,
      images: [{ url: 'https://paper.example/a.jpg', alt: 'Pier' }],
      words: 34,
    });
  });

  it('prints it for people, and says why there is none', async () => {
    const { stdout } = await cli.run(
      'extract',
      await file('article.html', PAGE),
      '--url',
      'https://paper.example/pier',
    );
    expect(stdout).toMatch(/^The pier\n2026-11-24\nHarbours\n\nThe council/);
    const empty = await cli.run('extract', await file('empty.html', '<p></p>'), '--json');
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringMatching(/no article/) });
    expect(JSON.parse(empty.stdout)).toMatchObject({ ok: false, failure: { code: 'no-article' } });
  });

  it('answers a list line by line, whatever is in it', async () => {
    const page = await file('article.html', PAGE);
    const large = await file('large.html', '<p>x'.repeat(100_000));
    const list = await file(
      'list.txt',
      [page, 'nowhere.html', large, page].map((name) => JSON.stringify({ file: name })).join('\n'),
    );
    const { code, stdout } = await cli.run('extract', '--list', list);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, answers.map(({ file: name, ok, failure }) => [name, ok, failure?.code])]).toEqual([
      0,
      [
        [page, true, undefined],
        ['nowhere.html', false, 'file-unreadable'],
        [large, false, 'page-too-large'],
        [page, true, undefined],
      ],
    ]);
  });
});

describe('sanitise', () => {
  it('prints what the reader’s frame would be given', async () => {
    const html = await file('page.html', '<p onclick="x()">Safe <a href="/a">link</a></p><script>alert(1)</script>');
    const answer = await cli.json('sanitise', html, '--url', 'https://paper.example/');
    expect(answer).toMatchObject({ ok: true, html: expect.stringContaining('href="https://paper.example/a"') });
    expect(JSON.stringify(answer)).not.toMatch(/onclick|alert/);
    const list = await file('list.txt', JSON.stringify({ file: html, url: 'https://paper.example/' }));
    const { stdout } = await cli.run('sanitise', '--list', list);
    expect(JSON.parse(stdout)).toEqual({ file: html, ...(answer as object) });
  });
});
