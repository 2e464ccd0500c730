import type { FeedFormat } from '../../contract/parsed-feed';
import { child, children, childText, type ElementName, type RawNode } from './raw-nodes';
import { lineOf } from './text-construct';

/** Atom's and RSS's own first, then what the extensions say. */
const AUTHORS: ElementName[] = ['author', 'dc:creator', 'itunes:author'];
const MOST = 20;

/** Who wrote an item or a feed: the names of all authors, or null. */
export function authorOf(node: RawNode, format: FeedFormat): string | null {
  for (const element of AUTHORS) {
    const names = children(node, element)
      .slice(0, MOST)
      .map((person) => nameOf(person, format))
      .filter((name) => name !== null);
    if (names.length > 0) return [...new Set(names)].join(', ');
  }
  return null;
}

function nameOf(person: RawNode, format: FeedFormat): string | null {
  const name = lineOf(child(person, 'name'), format);
  return name ?? childText(person, 'email') ?? withoutMail(lineOf(person, format));
}

/** RSS 2.0 wants "mail (Name)"; others write "Name <mail>". A mail alone is all that is known. */
function withoutMail(person: string | null): string | null {
  if (person === null) return null;
  const [open, close] = person.endsWith(')') ? ['(', ')'] : ['<', '>'];
  const start = person.indexOf(open);
  if (start < 0 || !person.endsWith(close) || !person.includes('@')) return person;
  const [before, inside] = [person.slice(0, start).trim(), person.slice(start + 1, -1).trim()];
  const name = before.includes('@') ? inside : before;
  return name || person;
}
