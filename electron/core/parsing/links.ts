import { type Base, baseInside, resolve } from './addresses';
import { attribute, children, type RawNode, textOf } from './raw-nodes';

interface Link {
  address: string;
  rel: string;
  type: string;
}

/** The address of the page for people: a link that says `alternate` or nothing, HTML before other types. */
export function pageOf(node: RawNode, base: Base): string | null {
  const pages = linksOf(node, base).filter(({ rel }) => rel === 'alternate');
  return (pages.find(({ type }) => type === '' || type.includes('html')) ?? pages[0])?.address ?? null;
}

/** Where a feed says that it is to be found (`rel="self"`). */
export function selfOf(node: RawNode, base: Base): string | null {
  return linksOf(node, base).find(({ rel }) => rel === 'self')?.address ?? null;
}

/** RFC 4287 §4.2.7.2: the registered relations have long names too. */
const REGISTRY = 'http://www.iana.org/assignments/relation/';

/**
 * RSS writes the address as text, Atom as `href` (RFC 4287 §4.2.7); each is also found in the other. Those in text come
 * first: where both stand in one item, a link of Atom's may mean something else that it forgot to say.
 */
function linksOf(node: RawNode, base: Base): Link[] {
  const [inText, inAttribute]: [RawNode[], RawNode[]] = [[], []];
  for (const link of children(node, 'link')) (attribute(link, 'href') === null ? inText : inAttribute).push(link);
  return [...inText, ...inAttribute].flatMap((link) => {
    const address = resolve(
      attribute(link, 'href') ?? (textOf(link) || attribute(link, 'rdf:resource')),
      baseInside(base, link),
    );
    const rel = attribute(link, 'rel')?.toLowerCase().replace(REGISTRY, '') ?? 'alternate';
    return address === null ? [] : [{ address, rel, type: attribute(link, 'type')?.toLowerCase() ?? '' }];
  });
}
