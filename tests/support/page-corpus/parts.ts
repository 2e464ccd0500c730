import type { PageText } from './texts';

/** What an extraction of a page should find. */
export interface Expected {
  url: string;
  contentType?: string;
  title: string | null;
  /** The day, in UTC, within a day of the zone's difference; null where the page has none. */
  day: string | null;
  /** All of these, and `notTags` none of them. */
  tags: string[];
  notTags?: string[];
  first: string;
  last: string;
  absent: string[];
  /** Sentences and words that must be kept besides. */
  present?: string[];
  language?: string;
  isCut?: boolean;
  nextPages?: string[];
  /** Addresses of pictures, in order; the first is the lead. */
  images?: string[];
  byline?: string;
}

export interface Page {
  name: string;
  html: string | Uint8Array;
  expected: Expected;
}

/** What a layout needs to say beside its HTML. */
export type Layout = (t: PageText) => { html: string; expected?: Partial<Expected> };

export const para = (text: string): string => text.replaceAll('|', ' ');
export const paras = (t: PageText, tag = 'p'): string =>
  t.text.map((text) => `<${tag}>${para(text)}</${tag}>`).join('\n');
export const firstOf = (t: PageText): string => (t.text[0] ?? '').split('|')[0] ?? '';
export const lastOf = (t: PageText): string => (t.text.at(-1) ?? '').split('|').at(-1) ?? '';
export const dir = (t: PageText): string => (t.rtl ? ' dir="rtl"' : '');
export const list = (items: string[], tag = 'li'): string => items.map((item) => `<${tag}>${item}</${tag}>`).join('');
export const links = (items: string[], path = '/news/'): string[] =>
  items.map((item, n) => `<a href="${path}${n + 101}">${item}</a>`);
export const iso = (t: PageText, time = 'T09:30:00+00:00'): string => t.day + time;
export const slug = (t: PageText): string => t.lang.toLowerCase();

/** All that no page may keep. */
export const junk = ({ words: w }: PageText): string[] => [
  ...w.others,
  w.comment,
  w.newsletter,
  w.cookie,
  w.filler,
  w.about,
  w.follow,
  w.related,
];
