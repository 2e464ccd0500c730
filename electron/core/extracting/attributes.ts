import { absolute, WEB_OR_MAIL } from './absolute';
import { ALLOWED, GLOBAL_ATTRIBUTES } from './allowed';
import { type Anchors, anchorOf, fragmentOf, noteId } from './footnotes';
import type { Attributes } from './html-tokens';
import { pictureAddress } from './pictures';
import { isTracker } from './trackers';

/** What the article knows of the page that it is from. */
export interface Page {
  base: string | null;
  anchors: Anchors;
}

/** The value as it may stay, or null. */
type Check = (value: string) => string | null;

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value.trim()) ? value.trim().toLowerCase() : null;

const within =
  (least: number, most: number): Check =>
  (value) => {
    const number = Number(/^\s*(-?\d{1,9})(?:px)?\s*$/.exec(value)?.[1] ?? Number.NaN);
    return number >= least && number <= most ? String(number) : null;
  };

const words: Check = (value) => value.trim().slice(0, 1_000) || null;
const flag: Check = () => '';

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['dir', matching(/^(?:ltr|rtl|auto)$/i)],
  ['title', words],
  ['alt', (value) => value.trim().slice(0, 1_000)],
  ['datetime', (value) => (/^[\d:.+TPWZ -]{1,40}$/.test(value) ? value : null)],
  ['open', flag],
  ['reversed', flag],
  ['width', within(2, 10_000)],
  ['height', within(2, 10_000)],
  ['colspan', within(2, 100)],
  ['rowspan', within(2, 100)],
  ['start', within(-1_000_000, 1_000_000)],
  ['value', within(-1_000_000, 1_000_000)],
  ['type', (value) => (/^[1aAiI]$/.test(value) ? value : null)],
  ['scope', matching(/^(?:row|col)(?:group)?$/i)],
]);
const LANGUAGE = /^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,5}$/i;

/** What an element keeps of its attributes: only what is allowed, each in a form that does no harm. */
export function cleaned(name: string, attributes: Attributes, page: Page): Attributes {
  const kept: Attributes = new Map();
  for (const attribute of [...(ALLOWED.get(name) ?? []), ...GLOBAL_ATTRIBUTES]) {
    const value = attributes.get(attribute);
    const clean = value === undefined ? null : (CHECKS.get(attribute)?.(value) ?? null);
    if (clean !== null) kept.set(attribute, clean);
  }
  const language = (attributes.get('lang') ?? attributes.get('xml:lang') ?? '').trim();
  if (LANGUAGE.test(language)) kept.set('lang', language);
  const id = noteId(anchorOf(name, attributes), page.anchors);
  if (id !== null) kept.set('id', id);
  return kept;
}

/** A link's attributes, null when it leads nowhere and nothing leads to it. */
export function linkAttributes(attributes: Attributes, page: Page): Attributes | null {
  const kept = cleaned('a', attributes, page);
  const href = attributes.get('href') ?? '';
  const note = noteId(fragmentOf(href, page.base), page.anchors);
  if (note !== null) return new Map([['href', `#${encodeURIComponent(note)}`], ...kept]);
  const target = absolute(href, page.base, WEB_OR_MAIL);
  if (target !== null) return new Map([...outward(target), ...kept]);
  return kept.has('id') ? kept : null;
}

/** A picture's attributes, null when there is nothing to fetch, or nothing to be seen. `spare` is an address from around it. */
export function pictureAttributes(attributes: Attributes, spare: string | null, page: Page): Attributes | null {
  const src = pictureAddress(attributes, page.base) ?? spare;
  return src === null || isTracker(src) ? null : new Map([['src', src], ...cleaned('img', attributes, page)]);
}

/** A link that leaves the article opens outside and tells nothing of where it was followed. */
export function outward(href: string): Attributes {
  return new Map([
    ['href', href],
    ['rel', 'noopener noreferrer'],
    ['target', '_blank'],
  ]);
}
