import type { Enclosure } from '../../contract/model';
import type { ParsedFeed, ParsedItem } from '../../contract/parsed-feed';
import { absoluteLinks } from './absolute-links';
import { type Base, resolve, startBase } from './addresses';
import { distinct } from './categories';
import { cleanCharacters } from './characters';
import { parseDate } from './dates';
import { escapeMarkup } from './escape';
import { canonicalLanguage } from './language';
import { plainText } from './plain-text';
import { NO_RHYTHM } from './rhythm';

type Fields = Record<string, unknown>;

/** As many as of other feeds. */
const MOST_ITEMS = 10_000;
/** In characters; the same as in other feeds. */
const LONGEST_TEXT = 1_048_576;
const LONGEST_LINE_HTML = 20_000;
const LONGEST_LINE = 1_000;
const LONGEST_ID = 10_000;
const MOST_TAGS = 1_000;
const MOST_ATTACHMENTS = 50;
const MOST_AUTHORS = 20;
const LONGEST_AUTHORS = 1_000;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). Null when the JSON is something else. */
export function readJsonFeed(json: unknown, url: string | null): ParsedFeed | null {
  if (!isFields(json) || !text(json.version)?.includes('jsonfeed')) return null;
  const base = startBase(url ?? text(json.feed_url) ?? text(json.home_page_url));
  const language = canonicalLanguage(text(json.language));
  const author = authorOf(json);
  return {
    title: line(json.title),
    link: resolve(text(json.home_page_url), base),
    description: line(json.description),
    language,
    format: 'json',
    rhythm: NO_RHYTHM,
    items: list(json.items)
      .slice(0, MOST_ITEMS)
      .filter(isFields)
      .map((item) => readItem(item, { base, language, author })),
  };
}

function readItem(item: Fields, feed: { base: Base; language: string | null; author: string | null }): ParsedItem {
  const link = resolve(text(item.url) ?? text(item.external_url), feed.base);
  const enclosures = enclosuresOf(item, feed.base);
  const html = text(item.content_html) ?? paragraphs(text(item.content_text));
  const summary = paragraphs(text(item.summary));
  return {
    id: typeof item.id === 'number' ? String(item.id) : (text(item.id)?.slice(0, LONGEST_ID) ?? null),
    title: line(item.title),
    link,
    published: date(item.date_published),
    updated: date(item.date_modified),
    author: authorOf(item) ?? feed.author,
    summary,
    content: html === null ? summary : absoluteLinks(html, link ?? feed.base.document, feed.base.budget),
    categories: distinct(list(item.tags).slice(0, MOST_TAGS).map(text)),
    language: canonicalLanguage(text(item.language)) ?? feed.language,
    enclosures,
    picture: resolve(text(item.image), feed.base) ?? resolve(text(item.banner_image), feed.base),
  };
}

/** Version 1.0 has one `author`, version 1.1 several `authors`. */
function authorOf(holder: Fields): string | null {
  const names = [...list(holder.authors).slice(0, MOST_AUTHORS), holder.author]
    .filter(isFields)
    .map(({ name }) => line(name));
  return [...new Set(names.filter((name) => name !== null))].join(', ').slice(0, LONGEST_AUTHORS) || null;
}

function enclosuresOf(item: Fields, base: Base): Enclosure[] {
  return list(item.attachments)
    .slice(0, MOST_ATTACHMENTS)
    .filter(isFields)
    .flatMap((attachment) => {
      const url = resolve(text(attachment.url), base);
      const size = attachment.size_in_bytes;
      const length = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null;
      return url === null ? [] : [{ url, type: text(attachment.mime_type), length }];
    });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null =>
  (typeof value === 'string' && cleanCharacters(value.slice(0, LONGEST_TEXT)).trim()) || null;
const date = (value: unknown): string | null => parseDate(text(value) ?? '');
/** The specification says plain text; many put HTML there. */
const line = (value: unknown): string | null =>
  plainText(text(value)?.slice(0, LONGEST_LINE_HTML) ?? '')?.slice(0, LONGEST_LINE) ?? null;

/** Plain text as HTML that keeps its lines. */
function paragraphs(plain: string | null): string | null {
  return plain && escapeMarkup(plain).replace(/\r?\n/g, '<br>\n');
}
