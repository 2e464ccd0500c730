import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage, HostMemory } from '../../../../electron/contract/extracted-page';
import { Fault } from '../../../../electron/contract/failures';
import { sanitise } from '../../../../electron/core/extracting/sanitise';
import { workInThisThread } from '../../../../electron/core/work/in-this-thread';

const URL_OF_PAGE = 'https://news.example/2024/story';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PROSE = [
  'The council voted on Friday to rebuild the pier that a storm broke apart two winters ago.',
  'The work is to begin before the autumn, the mayor said after a long evening of speeches.',
  'Opponents called the plan a gamble and asked for a smaller landing behind the breakwater.',
];
const paragraphs = PROSE.map((text) => `<p>${text} ${text.toLowerCase()}</p>`).join('');

async function extracted(html: string, url = URL_OF_PAGE): Promise<ExtractedPage> {
  return (await workInThisThread.extractPage(bytes(html), { contentType: null, url })).page;
}

const article = (inside: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>The pier is rebuilt</title>${head}</head><body><article><h1>The pier is rebuilt</h1>${inside}</article></body></html>`;

describe('the page that Caravan began with', () => {
  const lines = (): string[] =>
    readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/seed-page.txt'), 'utf8')
      .split(/\n+/)
      .filter(Boolean);
  const page = (box: (line: string) => string): string =>
    `<!doctype html><html><body>${lines().map(box).join('\n')}</body></html>`;
  const tags = '<a href="/tag/iran-news">Iran News</a> <a href="/tag/pakistan-news">Pakistan News</a>';

  it.each([
    ['in paragraphs', (line: string) => `<p>${line}</p>`],
    ['in divisions', (line: string) => `<div><div>${line}</div></div>`],
    ['with linked tags', (line: string) => `<p>${line.startsWith('Iran News') ? tags : line}</p>`],
  ])('is its article alone, %s', async (_how, box) => {
    const { title, text, tags: found, published } = await extracted(page(box));
    expect({ title, tags: found, day: published && new Date(published).toISOString().slice(0, 10) }).toEqual({
      title: 'Pakistan and Iran Vow Joint Action Against Militants, Strengthen Regional Ties',
      tags: ['Iran News', 'Pakistan News'],
      day: '2022-12-09',
    });
    expect(text).toMatch(/^Pakistan and Iran have pledged/);
    expect(text).toMatch(/despite opposition from Washington\.$/);
    expect(text).not.toMatch(/Related News|About Us|filler text|Instagram|DECEMBER|Vow Joint Action/);
  });
});

describe('what is in an article stays', () => {
  it('a late picture once, at its own address, with all that its srcset offers', async () => {
    const { html, images } = await extracted(
      article(`${paragraphs}<figure><picture><source srcset="/a.webp 800w"><img src="data:image/gif;base64,AA" data-src="/a,1.jpg"
        data-srcset="/a,1.jpg 800w, /b.jpg 1600w, /c.jpg 2x" alt="The pier" width="800" height="600"></picture>
        <noscript><img src="/a,1.jpg"></noscript><figcaption>At dawn</figcaption></figure>`),
    );
    expect(images).toEqual([
      {
        // Of a page's sizes the one that suits.
        url: 'https://news.example/b.jpg',
        alt: 'The pier',
        width: 800,
        height: 600,
        candidates: [
          { url: 'https://news.example/a,1.jpg', width: 800 },
          { url: 'https://news.example/b.jpg', width: 1600 },
          { url: 'https://news.example/c.jpg', density: 2 },
          { url: 'https://news.example/a.webp', width: 800 },
        ],
      },
    ]);
    expect(html.match(/<img /g)).toHaveLength(1);
    expect(html).toContain('src="https://news.example/b.jpg"');
    expect(html).toContain('At dawn');
  });

  it('a lead picture that the text does not have comes first, and counting pixels not at all', async () => {
    const head = '<meta property="og:image" content="/lead.jpg">';
    const { images } = await extracted(
      article(`${paragraphs}<img src="/in.jpg"><img src="/count.gif" width=1 height=1>`, head),
    );
    expect(images.map(({ url }) => url)).toEqual(['https://news.example/lead.jpg', 'https://news.example/in.jpg']);
  });

  it('players become links, scripts and forms nothing', async () => {
    const { html } = await extracted(
      article(
        `${paragraphs}<iframe src="https://video.example/1"></iframe><script>alert(1)</script><form><input value="x"></form>${paragraphs}`,
      ),
    );
    expect(html).toContain('href="https://video.example/1"');
    expect(html).not.toMatch(/<iframe|alert|<input|<form/);
  });
});

describe('the rest of an article', () => {
  it('is found on the same host only, ten pages at most, and never on the next article', async () => {
    const links = Array.from({ length: 15 }, (_, n) => `<a href="${URL_OF_PAGE}/${n + 2}">${n + 2}</a>`).join(' ');
    const others = '<a href="https://other.example/2024/story/2">2</a><a rel="next" href="/2024/another">Next</a>';
    const { nextPages } = await extracted(article(`${paragraphs}<div class="pages">${others}${links}</div>`));
    expect(nextPages).toEqual(Array.from({ length: 10 }, (_, n) => `${URL_OF_PAGE}/${n + 2}`));
    const { nextPages: byQuery } = await extracted(article(`${paragraphs}<a href="?page=2">2</a>`));
    expect(byQuery).toEqual([`${URL_OF_PAGE}?page=2`]);
  });

  it('is elsewhere when the text breaks off or is for money', async () => {
    const whole = await extracted(article(paragraphs));
    const open = await extracted(article(`${paragraphs}<p>And then the sea, which had waited…</p>`));
    const dear = await extracted(
      article(
        paragraphs,
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
      ),
    );
    expect([whole.isCut, open.isCut, dear.isCut]).toEqual([false, true, true]);
  });

  it('knows its address at home, for phones and on paper', async () => {
    const head =
      '<link rel="canonical" href="/home"><link rel="amphtml" href="/amp"><link rel="alternate" media="print" href="/paper">';
    expect(await extracted(article(paragraphs, head))).toMatchObject({
      canonical: 'https://news.example/home',
      amp: 'https://news.example/amp',
      print: 'https://news.example/paper',
    });
  });
});

describe('what a host repeats', () => {
  const FILLER = 'This paper has been printed in the valley since the year of the great flood.';
  const page = (n: number): string =>
    article(
      `<p>${PROSE[n % 3]} Number ${'x'.repeat(n)} of many that were written.</p>${paragraphs.replaceAll('pier', `pier${'y'.repeat(n)}`)}<p>${FILLER}</p>`,
    );

  async function visits(addresses: string[]): Promise<{ text: string; memory: HostMemory | undefined }> {
    let memory: HostMemory | undefined;
    let text = '';
    for (const [n, url] of addresses.entries()) {
      const found = await workInThisThread.extractPage(bytes(page(n)), { contentType: null, url }, memory);
      memory = JSON.parse(JSON.stringify(found.memory));
      text = found.page.text;
    }
    return { text, memory };
  }

  it('is learnt from three pages and dropped from the fourth', async () => {
    const three = await visits(['1', '2', '3'].map((n) => `https://news.example/${n}`));
    expect(three.text).toContain(FILLER);
    const four = await visits(['1', '2', '3', '4'].map((n) => `https://news.example/${n}`));
    expect(four.text).not.toContain(FILLER);
    expect(four.text).toContain('Number xxx');
  });

  it('is not learnt from one page that is fetched again and again', async () => {
    expect((await visits(Array.from({ length: 6 }, () => URL_OF_PAGE))).text).toContain(FILLER);
  });

  it('is kept in a small memory', async () => {
    const { memory } = await visits(Array.from({ length: 80 }, (_, n) => `https://news.example/${n}`));
    expect(memory?.blocks.length).toBeLessThanOrEqual(300);
    expect(JSON.stringify(memory).length).toBeLessThan(12_000);
  });
});

describe('pages that are none', () => {
  const failing = async (html: string): Promise<unknown> =>
    extracted(html).catch((error: unknown) => (error instanceof Fault ? error.failure.code : error));

  it.each([
    ['nothing', '', 'no-article'],
    ['no text', '<p></p>'.repeat(100), 'no-article'],
    ['a million elements', '<p>x</p>'.repeat(1_000_000), 'page-too-large'],
    ['ten megabytes', 'The sea took it. '.repeat(700_000), 'page-too-large'],
    ['elements that are never closed', '<p>x'.repeat(300_000), 'page-too-large'],
    ['text of brackets', '<'.repeat(3_900_000), 'page-too-large'],
  ])('are refused: %s', async (_what, html, code) => {
    expect(await failing(html)).toBe(code);
  });

  it('are read where a hundred thousand levels are only deep', async () => {
    const { text } = await extracted(`${'<div>'.repeat(20_000)}${paragraphs}`);
    expect(text).toContain(PROSE[0]);
  });
});

describe('any bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<br>',
      '<table><tr><td>',
      '</table>',
      '<h1>',
      '<a href="/x">',
      '</a>',
      '<ul><li>',
      '<noscript>',
    ),
    fc.constantFrom(
      '<script type="application/ld+json">{"@type":"Article","headline":',
      '</script>',
      '<img srcset="a 1w,b',
      '<meta name=date content=',
      '&lt;',
      '<!--',
      '-->',
      '<title>',
    ),
    fc.constantFrom(
      'Related News',
      'About Us',
      PROSE[0] ?? '',
      '<nav>',
      '<article>',
      '<base href="javascript:x">',
      '<svg>',
      'درباره ما',
      '۱۴۰۳/۱۲/۲۳',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  it('extract or fail cleanly, into HTML that the sanitiser leaves as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const outcome = await extracted(pieces.join('')).catch((error: unknown) => error);
        if (outcome instanceof Fault) return;
        expect(outcome).not.toBeInstanceOf(Error);
        const { html, images } = outcome as ExtractedPage;
        expect(sanitise(html, URL_OF_PAGE)).toBe(html);
        for (const [, src] of html.matchAll(/<img src="([^"]*)"/g)) {
          expect(images.map(({ url }) => url)).toContain(src?.replaceAll('&amp;', '&'));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('that are no text fail cleanly too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (any) => {
        const outcome = await workInThisThread
          .extractPage(any, { contentType: null, url: null })
          .catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Fault);
      }),
      { numRuns: 100 },
    );
  });
});
