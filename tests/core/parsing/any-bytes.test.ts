import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Fault } from '../../../electron/contract/failures';
import type { FeedRoot } from '../../../electron/core/parsing/detect';
import { parseFeed } from '../../../electron/core/parsing/feed';
import { prepareXml } from '../../../electron/core/parsing/prepare-xml';
import { readNodes } from '../../../electron/core/parsing/read-nodes';

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const feeds = readdirSync(folder)
  .filter((file) => !file.endsWith('.json') || file.endsWith('.feed.json'))
  .map((file) => new Uint8Array(readFileSync(new URL(file, folder))));

const Text = v.nullable(v.string());
const Time = v.nullable(v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z')));
const Address = v.nullable(v.pipe(v.string(), v.url()));
const Enclosure = v.strictObject({
  url: v.pipe(v.string(), v.url()),
  type: Text,
  length: v.nullable(v.pipe(v.number(), v.integer())),
});
const Item = v.strictObject({
  id: Text,
  title: Text,
  link: Address,
  published: Time,
  updated: Time,
  author: Text,
  summary: Text,
  content: Text,
  categories: v.pipe(v.array(v.string()), v.maxLength(100)),
  language: Text,
  enclosures: v.pipe(v.array(Enclosure), v.maxLength(50)),
  picture: Address,
});
const Feed = v.strictObject({
  title: Text,
  link: Address,
  description: Text,
  language: Text,
  format: v.picklist(['rss', 'rdf', 'atom', 'json']),
  rhythm: v.strictObject({
    ttlMinutes: v.nullable(v.number()),
    everyMinutes: v.nullable(v.number()),
    skipHours: v.array(v.number()),
    skipDays: v.array(v.number()),
  }),
  items: v.pipe(v.array(Item), v.maxLength(10_000)),
});
const FAILURES = ['not-a-feed', 'malformed'];

/** A feed of the right shape, or the right failure, and nothing else. */
async function expectCleanOutcome(bytes: Uint8Array, contentType: string | null): Promise<void> {
  const source = { contentType, url: 'https://news.example/feed' };
  const outcome = await parseFeed(bytes, source).catch((error: unknown) => error);
  if (outcome instanceof Fault) expect(FAILURES).toContain(outcome.failure.code);
  else expect(v.safeParse(Feed, outcome).issues).toBeUndefined();
}

/** A real feed with a piece cut out and other bytes in its place. */
const damaged = fc
  .tuple(
    fc.constantFrom(...feeds),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(40),
    fc.uint8Array({ maxLength: 20 }),
  )
  .map(([feed, where, cut, inserted]) => {
    const at = Math.floor(where * feed.length);
    return new Uint8Array([...feed.subarray(0, at), ...inserted, ...feed.subarray(at + cut)]);
  });

/** The beginning of one feed and the end of another. */
const spliced = fc
  .tuple(fc.constantFrom(...feeds), fc.constantFrom(...feeds), fc.nat(4_000), fc.nat(4_000))
  .map(([one, other, head, tail]) => new Uint8Array([...one.subarray(0, head), ...other.subarray(-tail)]));

const PIECES =
  '<item> </item> <title > /> <![CDATA[ ]]> <!-- --> &amp; & &#x ; <b> </b> =" " = xmlns:a="u" <a:b <a: : ' +
  '<description> </description> <link/> <channel> </channel> <? <!';
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(' ')), fc.string({ maxLength: 10 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

it('reads any bytes as a feed or throws a Fault', async () => {
  const bytes = fc.oneof(
    damaged,
    spliced,
    fc.uint8Array({ maxLength: 300 }),
    soup.map((text) => new TextEncoder().encode(`<rss>${text}`)),
  );
  const claims = fc.constantFrom(null, 'text/xml; charset=utf-8', 'text/html; charset=windows-1256', 'charset=no-such');
  await fc.assert(
    fc.asyncProperty(bytes, claims, async (feed, contentType) => {
      await expectCleanOutcome(feed, contentType);
    }),
    { numRuns: 1_500 },
  );
});

it('reads a feed that was cut off at any byte, or says why not', { timeout: 60_000 }, async () => {
  const smallest = [...feeds].filter(({ length }) => length > 300).sort((one, other) => one.length - other.length);
  for (const feed of smallest.slice(0, 6)) {
    for (let end = 0; end < feed.length; end++) await expectCleanOutcome(feed.subarray(0, end), null);
  }
});

it('prepares whatever follows a root so that the XML parser takes it', async () => {
  const roots = fc.constantFrom<FeedRoot>(
    { name: 'rss', format: 'rss', isInner: false },
    { name: 'feed', format: 'atom', isInner: false },
    { name: 'rdf:rdf', format: 'rdf', isInner: false },
  );
  await fc.assert(
    fc.asyncProperty(roots, soup, async (root, text) => {
      const skeleton = prepareXml(`<${root.name} ${text}`, root);
      // Nothing at all when the soup left the root's own tag open.
      if (skeleton.xml !== '') await expect(readNodes(skeleton)).resolves.toHaveProperty('items');
    }),
    { numRuns: 1_500 },
  );
});

it('gives the same feed for the same bytes', async () => {
  for (const feed of feeds) {
    const read = () => parseFeed(feed, { contentType: null, url: null }).catch((error: unknown) => String(error));
    expect(await read()).toEqual(await read());
  }
});
