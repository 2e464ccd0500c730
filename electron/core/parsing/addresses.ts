import { attribute, type RawNode } from './raw-nodes';

/** What an address in a feed is relative to. */
export interface Base {
  /** Where the feed came from, or says it did. */
  document: string | null;
  /** The `xml:base` in force, absolute. */
  explicit: string | null;
  /** How many relative addresses of the feed are still made absolute. */
  budget: { left: number };
}

/** Many times what a feed has; each takes some microseconds, and a feed of 20 MB has room for a million. */
const MOST_RELATIVE = 75_000;

/** The base of a whole feed. */
export const startBase = (document: string | null): Base => ({
  document,
  explicit: null,
  budget: { left: MOST_RELATIVE },
});

/** Longer than any browser's own line; a long base would stand in each address that is made absolute on it. */
const LONGEST = 4_000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const SCHEMES = new Set(['http:', 'https:', 'ftp:', 'magnet:']);

/** The base inside an element (XML Base §4). */
export function baseInside(outer: Base, node: RawNode): Base {
  const base = attribute(node, 'xml:base');
  const explicit = base === null ? null : resolve(base, outer);
  return explicit === null ? outer : { ...outer, explicit };
}

/** What publishing systems and editors leave in addresses: line breaks with indents, marks that nobody sees, `&amp;`. */
const UNMEANT = /[\s\u200b\u200e\u200f]|&amp;/i;
const BLANKS = /[\s\u200b\u200e\u200f]+/g;

/**
 * An address made absolute; as written when it is so already, or when nothing is known to make it so. Null for what
 * is no address of anything on the web, such as `javascript:`.
 */
export function resolve(address: string | null, base: Base): string | null {
  const written = meant(address ?? '');
  if (written === '' || written.length > LONGEST) return null;
  const scheme = SCHEME.exec(written)?.[0].toLowerCase();
  if (scheme) return SCHEMES.has(scheme) && URL.canParse(written) ? written : null;
  const against = base.explicit ?? base.document;
  if (against === null) return written;
  return absolute(written, against, base.budget);
}

/** Null when it cannot be, or when the feed has had its share. */
export function absolute(written: string, against: string, budget: Base['budget']): string | null {
  if (--budget.left < 0) return null;
  return URL.canParse(written, against) ? new URL(written, against).href : null;
}

function meant(address: string): string {
  if (!UNMEANT.test(address)) return address;
  const inOneLine = address.replace(BLANKS, (blank) => (/[^ ]/.test(blank) ? '' : blank));
  return inOneLine.trim().replace(/&amp;/gi, '&');
}
