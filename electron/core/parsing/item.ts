import type { ParsedItem } from '../../contract/parsed-feed';
import { type Base, baseInside, resolve } from './addresses';
import { categoriesOf } from './categories';
import { parseDate } from './dates';
import type { FeedContext } from './feed-context';
import { canonicalLanguage } from './language';
import { pageOf } from './links';
import { enclosuresOf, pictureOf } from './media';
import { authorOf } from './people';
import { attribute, child, children, childText, type ElementName, type RawElement, textOf } from './raw-nodes';
import { textsOf, titleOf } from './texts';

const PUBLISHED: ElementName[] = [
  'pubdate',
  'published',
  'issued',
  'dc:date',
  'dcterms:issued',
  'created',
  'dcterms:created',
];
const UPDATED: ElementName[] = ['updated', 'modified', 'dcterms:modified'];

/** In characters: what is longer is no identifier that anybody chose. */
const LONGEST_ID = 10_000;

/** One RSS item or Atom entry. Nothing in it makes this fail: what makes no sense is left out. */
export function readItem(item: RawElement, feed: FeedContext): ParsedItem {
  const base = baseInside(feed.base, item);
  // FeedBurner puts its own counting address into the link.
  const original = resolve(childText(item, 'feedburner:origlink'), base);
  const link = original ?? pageOf(item, base) ?? permalinkOf(item, base);
  const enclosures = enclosuresOf(item, base);
  const source = child(item, 'source');
  return {
    id: idOf(item),
    title: titleOf(item, feed),
    link,
    published: firstDate(item, PUBLISHED, feed.language),
    updated: firstDate(item, UPDATED, feed.language),
    author: authorOf(item, feed.format) ?? (source && authorOf(source, feed.format)) ?? feed.author,
    ...textsOf(item, feed, base, link),
    categories: categoriesOf(item),
    language: languageOf(item) ?? feed.language,
    enclosures,
    picture: pictureOf(item, enclosures, base),
  };
}

/** The language that an item or feed gives for itself. */
export function languageOf(node: RawElement): string | null {
  return (
    canonicalLanguage(childText(node, 'language', 'dc:language')) ?? canonicalLanguage(attribute(node, 'xml:lang'))
  );
}

/**
 * A guid is the item's address unless it says that it is not (RSS 2.0, `isPermaLink`). Many that say nothing are mere
 * numbers, so only one that says it may be relative.
 */
function permalinkOf(item: RawElement, base: Base): string | null {
  const guid = child(item, 'guid');
  const says = guid && attribute(guid, 'ispermalink')?.toLowerCase();
  if (guid === null || says === 'false') return null;
  const isAddress = /^https?:/i.test(textOf(guid)) || (says === 'true' && textOf(guid).startsWith('/'));
  return isAddress ? resolve(textOf(guid), base) : null;
}

function firstDate(item: RawElement, names: ElementName[], language: string | null): string | null {
  for (const node of names.flatMap((name) => children(item, name))) {
    const date = parseDate(textOf(node), language);
    if (date !== null) return date;
  }
  return null;
}

const idOf = (item: RawElement): string | null => {
  const id = childText(item, 'guid', 'id') ?? attribute(item, 'rdf:about') ?? attribute(item, 'about');
  return id?.slice(0, LONGEST_ID) ?? null;
};
