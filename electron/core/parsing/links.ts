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

/** RSS writes the address as text, Atom as `href` (RFC 4287 §4.2.7); each is also found in the other. */
function linksOf(node: RawNode, base: Base): Link[] {
  return children(node, 'link').flatMap((link) => {
    const address = resolve(
      attribute(link, 'href') ?? (textOf(link) || attribute(link, 'rdf:resource')),
      baseInside(base, link),
    );
    const rel = attribute(link, 'rel')?.toLowerCase() ?? 'alternate';
    return address === null ? [] : [{ address, rel, type: attribute(link, 'type')?.toLowerCase() ?? '' }];
  });
}
