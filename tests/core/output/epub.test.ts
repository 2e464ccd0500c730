import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { parser } from 'sax';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { sanitise } from '../../../electron/core/extracting/sanitise';
import type { OutputArticle, Picture } from '../../../electron/core/output/article-sheet';
import { writeEpub } from '../../../electron/core/output/epub';
import { PNG, written } from './article';

interface Element {
  name: string;
  attributes: Record<string, string>;
}

const BOOK = { title: 'For the road', locale: 'en', now: Date.UTC(2026, 0, 7) };
const picture: Picture = async (address) => (address.endsWith('.png') ? PNG : null);

/** Its elements, of a text that a strict reader of XML takes. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const reader = parser(true);
  reader.onopentag = ({ name, attributes }) => found.push({ name, attributes: attributes as Record<string, string> });
  reader.onerror = (error) => {
    throw error;
  };
  reader.write(xml).close();
  return found;
}

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

async function book(articles: OutputArticle[], picturesOf = picture) {
  const bytes = await buffer(writeEpub(articles, BOOK, picturesOf));
  const files = await unzipped(bytes);
  const text = (name: string): string => files.get(name)?.toString() ?? '';
  return { bytes, files, text, elements: (name: string) => elementsOf(text(name)) };
}

/** What every book must have (EPUB 3.3): each file in its manifest, each reference to a file of it. */
function checkWhole({ files, elements }: Awaited<ReturnType<typeof book>>): void {
  const [rootfile] = elements('META-INF/container.xml').filter(({ name }) => name === 'rootfile');
  expect(rootfile?.attributes['full-path']).toBe('book/package.opf');
  const parts = elements('book/package.opf');
  const items = parts.filter(({ name }) => name === 'item').map(({ attributes }) => attributes);
  const listed = items.map(({ href }) => `book/${href}`);
  const besides = ['mimetype', 'META-INF/container.xml', 'book/package.opf'];
  expect([...listed, ...besides].sort()).toEqual([...files.keys()].sort());
  const ids = parts.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, attributes } of parts) if (name === 'itemref') expect(ids).toContain(attributes.idref);
  for (const { href = '', 'media-type': type } of items) {
    if (type !== 'application/xhtml+xml') continue;
    const inside = elements(`book/${href}`);
    const own = inside.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(own).size).toBe(own.length);
    for (const { name, attributes } of inside) {
      if (name === 'img' || name === 'link') expect(listed).toContain(`book/${attributes.src ?? attributes.href}`);
      if (attributes.href?.startsWith('#')) expect(own).toContain(attributes.href.slice(1));
    }
  }
}

describe('a book of articles', () => {
  it('is known by its first bytes, and has all that it refers to', async () => {
    const written3 = [
      written({ html: '<p>One<br>two <img src="https://paper.example/a.png" alt="A"></p><hr>' }),
      written({ id: 'a2', title: 'Second', html: '<p><img src="https://paper.example/b.png" alt="B"></p>' }),
      written({ id: 'a3', title: '', link: null, html: '' }),
    ];
    const made = await book(written3);
    expect(made.bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    checkWhole(made);
    const links = made.elements('book/contents.xhtml').filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => attributes.href)).toEqual([
      'article-1.xhtml',
      'article-2.xhtml',
      'article-3.xhtml',
    ]);
    // Two addresses, one picture.
    expect([...made.files.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect(made.text('book/package.opf')).toContain('<dc:source>https://paper.example/snow?a=1&amp;b=2</dc:source>');
  });

  it('turns its pages from right to left where it is read so', async () => {
    const farsi = written({ title: 'برف', summary: 'راه بسته است', language: 'fa' });
    const made = await book([farsi, { ...farsi, id: 'a2' }, written({ id: 'a3' })]);
    const spine = made.elements('book/package.opf').find(({ name }) => name === 'spine');
    expect(spine?.attributes['page-progression-direction']).toBe('rtl');
    const [html] = made.elements('book/article-1.xhtml');
    expect(html?.attributes).toMatchObject({ lang: 'fa', 'xml:lang': 'fa', dir: 'rtl' });
    expect((await book([written()])).text('book/package.opf')).toContain('page-progression-direction="ltr"');
  });

  it('keeps notes and their links, with names that XML knows', async () => {
    const html = sanitise(
      '<p>See<a href="#1۲ n">1</a>.</p><p id="1۲ n">x</p><p><a href="#fn:2">2</a></p><p id="fn:2">y</p><p id="fn:2">z</p>',
      null,
    );
    const made = await book([written({ html })]);
    checkWhole(made);
    expect(made.text('book/article-1.xhtml')).toMatch(/href="#note-1"[\s\S]*id="note-1"/);
  });

  it('fails when a picture fails, and does not end as if it were whole', async () => {
    const failing: Picture = () => Promise.reject(new Error('the disk is gone'));
    await expect(book([written({ html: '<img src="https://paper.example/a.png">' })], failing)).rejects.toThrow(
      'the disk is gone',
    );
  });

  it('is well-formed whatever a feed wrote', async () => {
    const markup = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '<i>', '</b>', '<table><tr><td>', '<img src=//p.example/a.png alt="', '">', '&nbsp;'],
      ...['<br>', '<a href="#x">', '<p id=x>', '<!--', ']]>', '<![CDATA[', '&', '<', '\u0000', '\uFFFF', '\uD800'],
      ...['<ol reversed>', '<details open>', '<audio src=http://p.example/a.mp3>', '<h1 lang="x-y" dir=rtl>', '<?xml '],
    );
    const texts = fc.array(fc.oneof(markup, fc.string({ unit: 'binary' })), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(texts, fc.string({ unit: 'binary' }), async (parts, title) => {
        const html = sanitise(parts.join(''), 'http://p.example/');
        checkWhole(await book([written({ html, title, feedTitle: title, author: title })]));
      }),
      { numRuns: 60 },
    );
  });
});
