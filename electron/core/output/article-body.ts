import { VOID } from '../extracting/allowed';
import { type Attributes, readHtml } from '../extracting/html-tokens';
import { escaped, startTag } from './markup';

/** Where a picture of an article is to be found in what is written; null for one that is left out. */
export type PlaceOfPicture = (address: string) => string | null;

const PLAYERS = new Set(['audio', 'video']);
const ID_PREFIX = 'note-';

/** The addresses of an article's pictures, each once, in their order. */
export function picturesIn(html: string): string[] {
  const addresses = new Set<string>();
  readHtml(html, {
    open(name, attributes) {
      const src = name === 'img' ? attributes.get('src') : undefined;
      if (src) addresses.add(src);
    },
  });
  return [...addresses];
}

/**
 * Sanitised HTML as markup that is HTML and well-formed XML at once. Pictures are taken from where they are; one that is
 * nowhere leaves what it shows in words. What plays becomes a link: a page on paper or in a book loads nothing.
 */
export function articleBody(html: string, placeOf: PlaceOfPicture): string {
  const names = noteNames(html);
  const given = new Set<string>();
  const tag = (name: string, attributes: Attributes): string => {
    const { id = '', lang = null, href, target: _, rel: __, ...others } = Object.fromEntries(attributes);
    const isFirst = names.has(id) && !given.has(id);
    given.add(id);
    return startTag(name, {
      ...others,
      id: (isFirst && names.get(id)) || null,
      href: href === undefined ? null : linkOf(href, names),
      lang,
      'xml:lang': lang,
    });
  };
  const open: string[] = [];
  let body = '';
  readHtml(html, {
    open(name, attributes) {
      if (name === 'img') body += picture(attributes, placeOf);
      else if (PLAYERS.has(name)) body += playerLink(attributes.get('src') ?? '');
      else if (VOID.has(name)) body += tag(name, attributes).replace(/>$/, '/>');
      else {
        body += tag(name, attributes);
        open.push(name);
      }
    },
    close(name) {
      if (!open.includes(name)) return;
      let last: string | undefined;
      do {
        last = open.pop();
        body += `</${last}>`;
      } while (last !== name);
    },
    text: (text) => (body += escaped(text)),
  });
  return (
    body +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** Names that XML takes for the places that an article links to (a note's own may begin or be spelled otherwise). */
function noteNames(html: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  readHtml(html, {
    open(_, attributes) {
      const id = attributes.get('id');
      if (id && !names.has(id)) names.set(id, `${ID_PREFIX}${names.size + 1}`);
    },
  });
  return names;
}

/** Null for a link to a note that is not there. */
function linkOf(href: string, names: ReadonlyMap<string, string>): string | null {
  if (!href.startsWith('#')) return href;
  const name = names.get(unescaped(href.slice(1)));
  return name ? `#${name}` : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not valid UTF-8 behind the percent signs: it is its own name.
    return text;
  }
}

function picture(attributes: Attributes, placeOf: PlaceOfPicture): string {
  const alt = attributes.get('alt') ?? '';
  const src = placeOf(attributes.get('src') ?? '');
  if (src === null) return alt ? `${startTag('span', { class: 'picture' })}[${escaped(alt)}]</span>` : '';
  const { width = null, height = null } = Object.fromEntries(attributes);
  return startTag('img', { src, alt, width, height }).replace(/>$/, '/>');
}

function playerLink(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, pathname } = new URL(address);
  const name = unescaped(pathname.split('/').at(-1) ?? '') || host;
  return `${startTag('a', { href: address })}${escaped(name)}</a>`;
}
