import Parser from 'rss-parser';
import { BrokenXml } from './broken-xml';
import { ELEMENTS, type RawElement } from './raw-nodes';

/** The elements by which rss-parser finds a feed's parts. */
const STRUCTURE = new Set(['rss', 'feed', 'channel', 'item', 'entry']);

/**
 * All other elements go by rss-parser under a name that it does not know, and come out whole under that name: its
 * own mapping drops attributes and all but the first of a kind, throws the feed away for one bad date or one link
 * without attributes, and takes quadratic time over descriptions.
 */
const hidden = (name: string): string => (STRUCTURE.has(name) ? name : `raw:${name}`);

const whole = (name: string): [string, string, { keepArray: boolean }] => [name, name, { keepArray: true }];
const FIELDS = ['$', ...ELEMENTS.map((name) => `raw:${name}`)].map(whole);

const OPTIONS = {
  xml2js: { tagNameProcessors: [hidden] },
  customFields: {
    item: FIELDS,
    // Takes the same as for items; its declared type forgot.
    feed: FIELDS as unknown as (keyof RawElement)[],
  },
};

/** A prepared feed as raw nodes: the channel or feed element, and its items or entries. Throws {@link BrokenXml}. */
export async function readNodes(xml: string): Promise<{ feed: RawElement; items: RawElement[] }> {
  try {
    const feed = await new Parser<RawElement, RawElement>(OPTIONS).parseString(xml);
    return { feed, items: feed.items };
  } catch (error) {
    throw new BrokenXml('it is no XML that can be understood', { cause: error });
  }
}
