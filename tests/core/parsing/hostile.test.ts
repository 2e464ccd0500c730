import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/failures';
import { parseFeed } from '../../../electron/core/parsing/feed';

const rss = (inside: string, doctype = '') =>
  `${doctype}<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const item = (inside: string) => rss(`<item><title>A</title>${inside}</item>`);
const cdata = (html: string) => item(`<description><![CDATA[${html}]]></description>`);
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`;
const json = (inside: string) => `{"version":"https://jsonfeed.org/version/1.1","items":${inside}}`;
const numbered = (count: number, write: (index: number) => string) => Array.from({ length: count }, (_, i) => write(i));

const laughs = `<!DOCTYPE rss [<!ENTITY a "ha">${numbered(20, (i) => {
  const [name, inner] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
  return `<!ENTITY ${name} "${`&${inner};`.repeat(10)}">`;
}).join('')}]>`;

/** Each is read, to this number of items; quadratic reading of any would take minutes. */
const readable: [name: string, items: number, feed: string][] = [
  ['20,000 titles that are not closed', 1, rss(`<item>${'<title>'.repeat(20_000)}</item>`)],
  ['<h 40,000 times in a description', 1, cdata('<h'.repeat(40_000))],
  ['<h 40,000 times in a title', 1, rss(`<item><title><![CDATA[${'<h'.repeat(40_000)}]]></title></item>`)],
  ['tags that never end', 1, cdata('x<br '.repeat(40_000))],
  ['addresses that never end', 1, cdata('<img src="'.repeat(50_000))],
  ['relative addresses', 1, cdata('<img src=x '.repeat(50_000))],
  ['200,000 elements in an item', 1, item('<a/>'.repeat(200_000))],
  ['100,000 links without attributes', 1, atom('<link/>'.repeat(100_000))],
  ['50,000 categories', 1, atom(numbered(50_000, (i) => `<category term="c${i}"/>`).join(''))],
  ['50,000 items, of which ten thousand are kept', 10_000, rss('<item><title>A</title></item>'.repeat(50_000))],
  ['a billion laughs', 1, rss('<item><title>&u;</title></item>', laughs)],
  ['an attribute of 100 KB', 1, item(`<enclosure url="https://a.example/${'a'.repeat(100_000)}"/>`)],
  ['100,000 attributes', 1, rss(`<item ${numbered(100_000, (i) => `a${i}="b"`).join(' ')}></item>`)],
  ['a million control characters', 1, item(`<description>${'a\x01'.repeat(1_000_000)}</description>`)],
  ['500,000 NULs', 1, rss(`${'\0'.repeat(500_000)}<item><title>a\0b</title></item>`)],
  ['comments that never end', 0, rss('<!--'.repeat(100_000))],
  ['CDATA that never ends', 0, rss('<![CDATA['.repeat(100_000))],
  ['CDATA ends without a beginning', 1, item(`<description>${']]>'.repeat(100_000)}</description>`)],
  ['instructions that never end', 0, rss('<?'.repeat(200_000))],
  ['DOCTYPEs that never end', 0, rss('<!DOCTYPE ['.repeat(100_000))],
  ['end tags that never end', 0, rss('</a '.repeat(200_000))],
  ['end tags of nothing', 0, rss(`${'<a>'.repeat(80)}${'</b>'.repeat(200_000)}`)],
  ['a million spaces in a tag', 0, rss(`<a${' '.repeat(1_000_000)}<b>`)],
  ['half a million <', 0, rss('<'.repeat(500_000))],
  ['half a million &', 1, rss(`<item><title>${'&'.repeat(500_000)}</title></item>`)],
  ['100,000 unknown entities', 1, rss(`<item><title>${numbered(100_000, (i) => `&z${i};`).join('')}</title></item>`)],
  ['20,000 namespaces', 10_000, rss(numbered(20_000, (i) => `<item xmlns:p${i}="u"><p${i}:a/></item>`).join(''))],
  ['a date of 500 KB', 1, item(`<pubDate>${'1 '.repeat(250_000)}</pubDate>`)],
  ['a guid of white space', 1, item(`<guid>${' '.repeat(1_000_000)}x</guid>`)],
  ['an author of 500 KB', 1, item(`<author>${'a@'.repeat(250_000)}(x)</author>`)],
  ['JSON of 400,000 lists', 0, json(`${'['.repeat(400_000)}${']'.repeat(400_000)}`)],
];

it.each(readable)('reads %s', { timeout: 60_000 }, async (_, items, feed) => {
  const parsed = await parseFeed(new TextEncoder().encode(feed), { contentType: null, url: 'https://a.example/f' });
  expect(parsed.items).toHaveLength(items);
});

const refusable: [reason: string, feed: string][] = [
  ['its elements are nested more than 100 deep', item('<a>'.repeat(1_000_000))],
  ['its elements are nested more than 100 deep', rss('<a b="'.repeat(200_000))],
  ['it has more than half a million elements', item(`<description>${'<b>'.repeat(1_000_000)}</description>`)],
  [
    'its entities grow into more than a million characters',
    rss(`<item><title>${'&a;'.repeat(100_000)}</title></item>`, `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(900)}">]>`),
  ],
  ['its JSON has a mistake or was cut off', json('['.repeat(400_000))],
  ['its JSON has more than half a million values', json(`[${'{},'.repeat(600_000)}{}]`)],
];

it.each(refusable)('refuses a feed because %s', { timeout: 60_000 }, async (reason, feed) => {
  const parsed = parseFeed(new TextEncoder().encode(feed), { contentType: null, url: 'https://a.example/f' });
  const failure = toFailure(await parsed.catch((error: unknown) => error));
  expect(failure).toMatchObject({ code: 'malformed', detail: { url: 'https://a.example/f', reason } });
});

it('refuses to unpack more than 20 MB', async () => {
  const parsed = parseFeed(gzipSync(new Uint8Array(25_000_000)), { contentType: null, url: 'https://a.example/f' });
  const failure = toFailure(await parsed.catch((error: unknown) => error));
  expect(failure).toMatchObject({ code: 'too-large', detail: { url: 'https://a.example/f', megabytes: 20 } });
});

it('leaves the prototype of objects alone', async () => {
  const feeds = [
    item(
      '<__proto__ polluted="1"><polluted>1</polluted></__proto__><constructor><prototype polluted="1"/></constructor>',
    ),
    json('[{"id":"1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]'),
  ];
  for (const feed of feeds) await parseFeed(new TextEncoder().encode(feed), { contentType: null, url: null });
  expect('polluted' in {}).toBe(false);
});
