import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
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

const PIECES =
  '<item> </item> <title > /> <![CDATA[ ]]> <!-- --> &amp; & &#x ; <b> </b> =" " = xmlns:a="u" <a:b <a: : ' +
  '<description> </description> <link/> <channel> </channel> <? <!';
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(' ')), fc.string({ maxLength: 10 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

it('reads any bytes as a feed or throws a Fault', async () => {
  const bytes = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }),
    soup.map((text) => new TextEncoder().encode(`<rss>${text}`)),
  );
  const claims = fc.constantFrom(null, 'text/xml; charset=utf-8', 'text/html; charset=windows-1256', 'charset=no-such');
  await fc.assert(
    fc.asyncProperty(bytes, claims, async (feed, contentType) => {
      const outcome = await parseFeed(feed, { contentType, url: null }).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Fault);
      else expect(outcome).toHaveProperty('items');
    }),
    { numRuns: 1_500 },
  );
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
