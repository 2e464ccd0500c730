import { oneLine, plainText } from './plain-text';
import { attribute, children, type ElementName, type RawElement, type RawNode, textOf } from './raw-nodes';

const MOST = 100;
/** Whatever is longer is a sentence that fell into the wrong element. */
const LONGEST = 100;
/** With its markup. */
const LONGEST_WRITTEN = 1_000;
const LONGEST_LIST = 10_000;

/** A publisher's categories as they spell them, each once. */
export function categoriesOf(item: RawElement): string[] {
  return distinct([
    ...children(item, 'category').map(labelOf),
    ...children(item, 'dc:subject').map(textOf),
    ...children(item, 'media:category').map(labelOf),
    ...iTunesCategories(item),
    ...listed(item, 'itunes:keywords'),
    ...listed(item, 'media:keywords'),
  ]);
}

/** Categories cleaned, without empty, endless and repeated ones; those that differ in case alone count as one. */
export function distinct(categories: readonly (string | null)[]): string[] {
  const kept = new Map<string, string>();
  for (const category of categories) {
    const name = category && category.length <= LONGEST_WRITTEN ? plainText(category) : null;
    if (!name || name.length > LONGEST) continue;
    const key = name.toLowerCase();
    if (!kept.has(key)) kept.set(key, name);
    if (kept.size === MOST) break;
  }
  return [...kept.values()];
}

/** Atom shows the label and files under the term; RSS has text. */
const labelOf = (node: RawNode): string | null => attribute(node, 'label') ?? (textOf(node) || attribute(node, 'term'));

function iTunesCategories(node: RawNode): (string | null)[] {
  return children(node, 'itunes:category').flatMap((category) => [
    attribute(category, 'text'),
    ...children(category, 'itunes:category').map((inner) => attribute(inner, 'text')),
  ]);
}

const listed = (item: RawElement, element: ElementName): (string | null)[] =>
  children(item, element).flatMap((node) => textOf(node).slice(0, LONGEST_LIST).split(',').map(oneLine));
