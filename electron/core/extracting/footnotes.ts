import querystring from 'node:querystring';
import { readArticle } from './article-tokens';
import type { Attributes } from './html-tokens';

/** Before every id, so that an article never takes a name that the window uses; what has it is known already. */
const PREFIX = 'note-';
const ID = /^[\p{L}\p{M}\p{N}._:~-]+$/u;

/** The ids within an article that its own links lead to. */
export type Anchors = ReadonlySet<string>;

/** Where an element can be linked to: its id, or the name of an old anchor. */
export function anchorOf(name: string, attributes: Attributes): string | null {
  return attributes.get('id') ?? (name === 'a' ? attributes.get('name') : null) ?? null;
}

/** The fragment of a link that stays on the page, null for any other. */
export function fragmentOf(href: string, base: string | null): string | null {
  const at = href.indexOf('#');
  if (at === -1) return null;
  const page = href.slice(0, at).trim();
  return page === '' || page === base?.split('#', 1)[0] ? querystring.unescape(href.slice(at + 1).trim()) : null;
}

/** Reads which ids an article's own links lead to. */
export function linkedAnchors(html: string, base: string | null): Anchors {
  const ids = new Set<string>();
  const links = new Set<string>();
  if (!html.includes('#')) return ids;
  readArticle(html, {
    open(name, attributes) {
      const id = anchorOf(name, attributes);
      if (id !== null) ids.add(id);
      const link = name === 'a' ? fragmentOf(attributes.get('href') ?? '', base) : null;
      if (link !== null) links.add(link);
    },
  });
  return new Set([...ids].filter((id) => links.has(id)));
}

/** The name under which the window gets an id that is linked to, null for one that is not. */
export function noteId(id: string | null, anchors: Anchors): string | null {
  if (id === null || !ID.test(id)) return null;
  if (id.startsWith(PREFIX)) return id;
  return anchors.has(id) ? PREFIX + id : null;
}
