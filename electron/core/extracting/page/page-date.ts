import { lineOf } from './blocks';
import type { LinkedData } from './json-ld';
import { labelOf } from './labels';
import { metaOf, type PageHead } from './page-head';

/** Milliseconds since 1970, or null for what is no date. */
export type ReadDate = (text: string, language: string | null) => number | null;

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'datepublished',
  'date.published',
  'published_time',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'rnews:datepublished',
  'cxenseparse:recs:publishtime',
  'ptime',
  'date',
  'created',
  'article:created',
  'datecreated',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'lastmod',
  'article:modified',
  'revised',
];
const EARLIEST = Date.UTC(1990, 0, 1);
const LONGEST = 100;
const MOST_WORDS = 11;
/** Before a date, in the languages of the catalogue. */
const SAID =
  /^(?:(?:first |date |last )?(?:published|posted|updated|created|publication|issued)(?: (?:on|at|date))?|date|on|تاریخ انتشار|تاریخ|انتشار|منتشر شده(?: در)?|تاريخ النشر|نشر في|نشرت? بتاريخ|آخر تحديث|شائع شدہ|تاریخ اشاعت|اشاعت|خپور شوی|نېټه|yayın(?:lanma)?(?: tarihi)?|tarih|giriş|publicado(?: el)?|fecha|publié(?: le)?|le|mis en ligne(?: le)?|veröffentlicht(?: am)?|stand|am|опубликовано|дата(?: публикации)?|प्रकाशित(?: तिथि)?|发布时间|发布于|时间|日期|發布時間|প্রকাশ(?:িত)?|প্রকাশের তারিখ|hat weşandin|dîrok|بڵاوکراوەتەوە|بەروار)\s*[:：\-–]?\s*/iu;
const CLOCK = /\b\d{1,2}[:٫.]\d{2}(?::\d{2})?\b/;

/** When a page says that it was published and changed. */
export function datesOf(
  head: PageHead,
  data: LinkedData,
  body: Element,
  language: string | null,
  readDate: ReadDate,
): { published: number | null; modified: number | null } {
  const read = (text: string | null | undefined): number | null => {
    const time = text ? readDate(text.slice(0, 160), language) : null;
    return time !== null && time >= EARLIEST ? time : null;
  };
  const first = (texts: Iterable<string | null | undefined>): number | null => {
    for (const text of texts) {
      const time = read(text);
      if (time !== null) return time;
    }
    return null;
  };
  const metas = (names: string[]): (string | null)[] => names.map((name) => metaOf(head, name));
  return {
    published:
      first([data.published]) ??
      first(metas(PUBLISHED)) ??
      first(marked(body, 'datePublished')) ??
      first(timesIn(body)),
    modified: first([data.modified]) ?? first(metas(MODIFIED)) ?? first(marked(body, 'dateModified')),
  };
}

function* marked(body: Element, name: string): Generator<string> {
  for (const element of [...body.querySelectorAll(`[itemprop~="${name}"]`)].slice(0, 5)) {
    yield element.getAttribute('content') ?? element.getAttribute('datetime') ?? lineOf(element);
  }
}

/** Those of the article first; a page has the times of its neighbours too. */
function* timesIn(body: Element): Generator<string> {
  const times = [...body.querySelectorAll('time')].slice(0, 50);
  const own = times.filter((time) => time.closest('article, main, header, [class*="entry"], [class*="post"]') !== null);
  for (const time of own.length > 0 ? own : times.slice(0, 1)) {
    if (time.closest('aside, nav, footer, [class*="related"], [class*="comment"]')) continue;
    yield time.getAttribute('datetime') ?? lineOf(time);
    yield lineOf(time);
  }
}

/** The day that a line names, when it says hardly more than that: "Published: March 14, 2025 - 10:42 | by Mara". */
export function dateLine(text: string, language: string | null, readDate: ReadDate): number | null {
  if (text.length > LONGEST || !/\p{N}/u.test(text)) return null;
  for (const piece of [text, ...text.split(/[|·•\u2022,]| [-–—] /)]) {
    const date = piece.trim().replace(SAID, '').trim();
    const words = date.split(/\s+/);
    if (date === '' || words.length > MOST_WORDS || /[.!?؟。…]$/.test(date.replace(/\.$/, ''))) continue;
    if (!/\p{N}{4}|\p{N}{1,2}[./-]\p{N}{1,2}[./-]\p{N}{2}/u.test(date)) continue;
    if (words.filter((word) => /\p{L}{2}/u.test(word)).length > 5 || labelOf(date) !== null) continue;
    const time = readDate(date, language) ?? readDate(date.replace(CLOCK, ' '), language);
    if (time !== null && time >= EARLIEST) return time;
  }
  return null;
}
