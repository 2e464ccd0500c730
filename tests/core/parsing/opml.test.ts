import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/failures';
import { parseOpml } from '../../../electron/core/parsing/opml';
import type { OpmlRow } from '../../../electron/core/parsing/outlines';
import { writeOpml } from '../../../electron/core/parsing/write-opml';

interface Expectation {
  rows?: OpmlRow[];
  failed?: { url: string; message: string }[];
  failure?: { code: string; detail: Record<string, unknown> };
}

const folder = new URL('../../fixtures/opml/', import.meta.url);
const files = readdirSync(folder);

const cases = files
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const name = file.slice(0, -'.json'.length);
    const list = files.find((other) => other !== file && other.startsWith(`${name}.`));
    if (!list) throw new Error(`${file} has no list beside it`);
    const expected: Expectation = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return { name, bytes: readFileSync(new URL(list, folder)), expected };
  });

const parse = (opml: string) => parseOpml(new TextEncoder().encode(opml));

function failureOf(run: () => unknown) {
  try {
    return run();
  } catch (thrown) {
    return toFailure(thrown);
  }
}

it.each(cases)('$name', ({ bytes, expected: { rows, failed, failure } }) => {
  if (failure) return expect(failureOf(() => parseOpml(bytes))).toMatchObject(failure);
  const list = parseOpml(bytes);
  expect(list.rows).toEqual(rows);
  expect(list.failed).toEqual(failed);
});

it('writes each folder once, with a line for each feed', () => {
  const row = (folders: string[], title: string) => ({
    folders,
    title,
    address: `https://${title}.example/`,
    site: null,
  });
  const opml = writeOpml([row(['Asia', 'Iran'], 'one'), row([], 'two'), row(['Asia'], 'three')], 'Feeds & more');
  expect(opml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Feeds &amp; more</title></head>
  <body>
    <outline type="rss" text="two" title="two" xmlUrl="https://two.example/"/>
    <outline text="Asia">
      <outline type="rss" text="three" title="three" xmlUrl="https://three.example/"/>
      <outline text="Iran">
        <outline type="rss" text="one" title="one" xmlUrl="https://one.example/"/>
      </outline>
    </outline>
  </body>
</opml>
`);
});

/** Names as people and feeds have them: one line of visible characters. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('a & b', '<b>', '&eacute;', ']]>', '"', "'", 'پُل'),
  )
  .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '');
const row: fc.Arbitrary<OpmlRow> = fc.record({
  folders: fc.array(name, { maxLength: 5 }),
  title: fc.option(name),
  address: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  site: fc.option(fc.webUrl()),
});
const sorted = (rows: OpmlRow[]) => rows.map((row) => JSON.stringify(row)).sort();

it('reads back every row that it writes', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), name, (rows, title) => {
      const opml = writeOpml(rows, title);
      const list = parse(opml);
      expect(list.failed).toEqual([]);
      expect(sorted(list.rows)).toEqual(sorted(rows));
      expect(writeOpml(list.rows, title)).toBe(opml);
    }),
  );
});

it('reads any bytes as a list or refuses them with a failure', () => {
  const piece = fc.constantFrom(
    '<opml',
    '<body>',
    '<outline ',
    'text="',
    'xmlUrl="https://a.example/',
    '"',
    '>',
    '/>',
    '</outline>',
    '&',
    ';',
  );
  const soup = fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }).map((pieces) => `<opml>${pieces.join('')}`);
  fc.assert(
    fc.property(
      fc.oneof(
        soup.map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 400 }),
      ),
      (bytes) => {
        const outcome = failureOf(() => parseOpml(bytes));
        expect(outcome).toSatisfy(
          (value: { rows?: unknown; code?: string }) => value.rows !== undefined || value.code === 'not-opml',
        );
      },
    ),
  );
});

it('reads thousands of feeds', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    folders: [`Folder ${index % 50}`],
    title: `Feed ${index}`,
    address: `https://feeds.example/${index}`,
    site: null,
  }));
  expect(parse(writeOpml(rows, 'Many')).rows).toHaveLength(5_000);
});

it('holds folders of a hostile depth together in the deepest that it keeps', () => {
  const depth = 100_000;
  const opml = `<opml><body>${'<outline text="f">'.repeat(depth)}<outline xmlUrl="https://a.example/"/>${'</outline>'.repeat(depth)}<outline xmlUrl="https://b.example/"/></body></opml>`;
  const { rows } = parse(opml);
  expect(rows.map(({ folders }) => folders.length)).toEqual([64, 0]);
});

it.each([
  ['attributes that never end', `<opml>${'<outline text="'.repeat(50_000)}`],
  [
    'entities that grow',
    `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(900)}">]><opml>${'<outline text="&a;"/>'.repeat(2_000)}</opml>`,
  ],
  ['nothing but feeds in feeds', `<opml>${'<outline xmlUrl="https://a.example/">'.repeat(50_000)}`],
])('settles %s', (_, opml) => {
  expect(failureOf(() => parse(opml))).toBeDefined();
});
