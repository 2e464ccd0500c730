import type { ParsedFeed } from '../../contract/parsed-feed';
import { type Base, baseInside, startBase } from './addresses';
import type { FeedRoot } from './detect';
import { languageOf, readItem } from './item';
import { pageOf, selfOf } from './links';
import { authorOf } from './people';
import { prepareXml } from './prepare-xml';
import { child, type ElementName, type RawElement } from './raw-nodes';
import { readNodes } from './read-nodes';
import { rhythmOf } from './rhythm';
import { lineOf } from './text-construct';

const DESCRIPTIONS: ElementName[] = ['description', 'subtitle', 'tagline', 'itunes:summary', 'dc:description'];

/** Reads RSS of every version, RDF or Atom. `url` is where it came from. Throws BrokenXml. */
export async function readXmlFeed(xml: string, root: FeedRoot, url: string | null): Promise<ParsedFeed> {
  const { feed, items } = await readNodes(prepareXml(xml, root));
  const { format } = root;
  const base = baseOf(feed, url);
  const context = { format, base, language: languageOf(feed), author: authorOf(feed, format) };
  return {
    title: lineOf(child(feed, 'title', 'dc:title'), format),
    link: pageOf(feed, base),
    description: lineOf(child(feed, ...DESCRIPTIONS), format),
    language: context.language,
    format,
    rhythm: rhythmOf(feed),
    items: items.map((item) => readItem(item, context)),
  };
}

/** A feed from a file has the address that it gives itself, else its site's. */
function baseOf(feed: RawElement, url: string | null): Base {
  const given = baseInside(startBase(url), feed);
  if (url !== null) return given;
  const own = [selfOf(feed, given), pageOf(feed, given)].find((address) => address !== null && URL.canParse(address));
  return { ...given, document: own ?? null };
}
