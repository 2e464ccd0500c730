import type { ParsedItem } from '../../contract/parsed-feed';
import { absoluteLinks } from './absolute-links';
import { type Base, baseInside } from './addresses';
import type { FeedContext } from './feed-context';
import { child, children, type ElementName, type RawElement, type RawNode } from './raw-nodes';
import { htmlOf, lineOf } from './text-construct';

/** In the order in which they are asked for a summary. */
const SUMMARIES: ElementName[] = ['description', 'summary', 'dc:description', 'itunes:summary', 'itunes:subtitle'];
const BODIES: ElementName[] = ['content:encoded', 'content', 'xhtml:body', 'xhtml:div'];
const TITLES: ElementName[] = ['title', 'dc:title', 'itunes:title', 'media:title'];

/** An item itself, and the groups and files in which Media RSS repeats what it says of it. */
function holdersOf(item: RawElement): RawNode[] {
  const groups = [item, ...children(item, 'media:group')];
  return [...groups, ...groups.flatMap((group) => children(group, 'media:content'))];
}

/** The first title that is not empty. */
export function titleOf(item: RawElement, { format }: FeedContext): string | null {
  for (const name of TITLES) {
    for (const holder of holdersOf(item)) {
      const title = lineOf(child(holder, name), format);
      if (title !== null) return title;
    }
  }
  return null;
}

/**
 * The summary and the longest text of an item as HTML. `link` is the item's page, to which relative addresses in
 * its texts belong unless an `xml:base` says otherwise.
 */
export function textsOf(
  item: RawElement,
  { format }: FeedContext,
  base: Base,
  link: string | null,
): Pick<ParsedItem, 'summary' | 'content'> {
  const read = (name: ElementName, holders: RawNode[] = [item]): Text[] =>
    holders
      .flatMap((holder) => children(holder, name))
      .map((node) => ({ html: htmlOf(node, format) ?? '', base: baseInside(base, node) }))
      .filter(({ html }) => html !== '');
  const own = SUMMARIES.flatMap((name) => read(name));
  const bodies = BODIES.flatMap((name) => read(name));
  // Beside other texts it is a caption, which may well be longer than they are.
  const summaries = own.length + bodies.length > 0 ? own : read('media:description', holdersOf(item));
  const [first] = summaries;
  const longest = [...bodies, ...summaries].reduce<Text | undefined>(longer, undefined);
  const absolute = (text: Text | undefined): string | null =>
    text ? absoluteLinks(text.html, text.base.explicit ?? link ?? text.base.document, base.budget) : null;
  const summary = absolute(first);
  return { summary, content: longest === first ? summary : absolute(longest) };
}

interface Text {
  html: string;
  base: Base;
}

const longer = (longest: Text | undefined, text: Text): Text =>
  longest && longest.html.length >= text.html.length ? longest : text;
