import type { FeedFormat } from '../../contract/parsed-feed';
import { oneLine } from './plain-text';
import { child, children, childText, type ElementName, type RawNode } from './raw-nodes';
import { lineOf } from './text-construct';

/** Atom's and RSS's own first, then what the extensions say. */
const AUTHORS: ElementName[] = ['author', 'dc:creator', 'itunes:author'];
const MOST = 20;
/** All items of a feed may take this over from it. */
const LONGEST = 1_000;

const IS_MAIL = /^\S+@\S+$/;
const MAIL = /<?[^\s<>()"',;@]+@[^\s<>()"',;@]+>?/;
const MAIL_AND_NAME = new RegExp(`${MAIL.source}(?:\\s*\\(([^()]*)\\))?`, 'g');
const IN_BRACKETS = /^\(([^()]*)\)$|^"([^"]*)"$/;

/** Who wrote an item or a feed: the names of all authors, or null. */
export function authorOf(node: RawNode, format: FeedFormat): string | null {
  const written = AUTHORS.map((element) => namesIn(node, element, format)).filter((names) => names.length > 0);
  // Podcasts have a mail for the machine and a name for people.
  const names = written.find((each) => each.some((name) => !IS_MAIL.test(name))) ?? written[0];
  return names ? [...new Set(names)].join(', ').slice(0, LONGEST) : null;
}

function namesIn(node: RawNode, element: ElementName, format: FeedFormat): string[] {
  return children(node, element)
    .slice(0, MOST)
    .map((person) => nameOf(person, format))
    .filter((name) => name !== null);
}

function nameOf(person: RawNode, format: FeedFormat): string | null {
  const name = lineOf(child(person, 'name'), format);
  return name ?? childText(person, 'email') ?? withoutMail(lineOf(person, format));
}

/** RSS 2.0 wants "mail (Name)"; others write "Name <mail>" and whatever else. A mail alone is all that is known. */
function withoutMail(person: string | null): string | null {
  if (person === null) return null;
  const rest = person.includes('@') ? person.replace(MAIL_AND_NAME, ' $1').replace(/\(\s*\)/g, ' ') : person;
  const name = (oneLine(rest) ?? '').replace(/^[\s,;]+|[\s,;]+$/g, '');
  const [, bracketed, quoted] = IN_BRACKETS.exec(name) ?? [];
  return (bracketed ?? quoted ?? name).trim() || (MAIL.exec(person)?.[0].replace(/[<>]/g, '') ?? person);
}
