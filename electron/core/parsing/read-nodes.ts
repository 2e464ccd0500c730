import Parser from 'rss-parser';
import { BrokenXml } from './broken-xml';
import type { RawElement, RawNode } from './raw-nodes';
import { nameOfCode, type Skeleton, textOfNumbers } from './skeleton';

/** The element in which a {@link Skeleton} has all that is Caravan's to read. */
interface Holder {
  raw: RawNode[];
}
const RAW: ['raw', 'raw', { keepArray: true }][] = [['raw', 'raw', { keepArray: true }]];
// Takes the same for the feed as for items; its declared type forgot.
const CUSTOM_FIELDS = { item: RAW, feed: RAW as unknown as 'raw'[] };

/** A prepared feed as raw nodes: the channel or feed element, and its items or entries. Throws {@link BrokenXml}. */
export async function readNodes({ xml, texts }: Skeleton): Promise<{ feed: RawElement; items: RawElement[] }> {
  const meant = (numbers: string): string => textOfNumbers(texts, numbers);
  const xml2js = {
    tagNameProcessors: [nameOfCode],
    attrNameProcessors: [nameOfCode],
    valueProcessors: [meant],
    attrValueProcessors: [meant],
  };
  try {
    const parser = new Parser<Holder, Holder>({ xml2js, customFields: CUSTOM_FIELDS, defaultRSS: 2 });
    const feed = await parser.parseString(xml);
    return { feed: rawIn(feed), items: feed.items.map(rawIn) };
  } catch (error) {
    throw new BrokenXml('it is no XML that can be understood', { cause: error });
  }
}

/** An element with nothing but text comes as that text. */
function rawIn({ raw: [node = {}] }: Holder): RawElement {
  return typeof node === 'string' ? { _: node } : node;
}
