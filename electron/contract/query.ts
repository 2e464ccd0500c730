/**
 * What the reader types to search and to filter, and back. The grammar, in the order in which it is looked for:
 *
 * - `"a phrase"`, also in “curly”, «pointed» and „low“ marks: these words in this order;
 * - `-` before anything: without it;
 * - `field:value` or `field:"value in words"`: title, tag, feed, folder, region, lang, is, before, after;
 * - `word*`: words that begin so; anything else is a word.
 *
 * Whatever is no field is looked for as words, so that nothing that is typed is an error.
 */

export const CONDITION_FIELDS = ['tag', 'feed', 'folder', 'region', 'lang', 'is', 'before', 'after'] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** Words to look for in the texts. */
export interface WordClause {
  text: string;
  isPhrase: boolean;
  /** The last word may go on. */
  isPrefix: boolean;
  inTitle: boolean;
  isNot: boolean;
}

/** Something that must be so of an article. */
export interface Condition {
  field: ConditionField;
  value: string;
  isNot: boolean;
}

export interface Query {
  words: WordClause[];
  conditions: Condition[];
}

const CLOSING: Record<string, string> = { '"': '"', '“': '”', '”': '”', '„': '“', '«': '»', '»': '«' };
const SPACE = /\s/;
const isConditionField = (name: string): name is ConditionField =>
  (CONDITION_FIELDS as readonly string[]).includes(name);

/** Reads what was typed; there is nothing that it does not read. */
export function parseQuery(typed: string): Query {
  const query: Query = { words: [], conditions: [] };
  let at = 0;
  while (at < typed.length) {
    if (SPACE.test(typed.charAt(at))) at++;
    else at = readPart(typed, at, query);
  }
  return query;
}

/** Reads one part from `from` on; answers where it ends. */
function readPart(typed: string, from: number, query: Query): number {
  const isNot = typed.charAt(from) === '-' && from + 1 < typed.length && !SPACE.test(typed.charAt(from + 1));
  const start = isNot ? from + 1 : from;
  const colon = fieldEnd(typed, start);
  const field = typed.slice(start, colon).toLowerCase();
  const inTitle = field === 'title';
  const hasField = colon > start && (inTitle || isConditionField(field));
  const { text, isQuoted, end } = readValue(typed, hasField ? colon + 1 : start);
  if (text === '') return end;
  if (hasField && isConditionField(field)) {
    query.conditions.push({ field, value: text, isNot });
    return end;
  }
  const isPrefix = !isQuoted && text.length > 1 && text.endsWith('*');
  query.words.push({ text: isPrefix ? text.slice(0, -1) : text, isPhrase: isQuoted, isPrefix, inTitle, isNot });
  return end;
}

/** Where the colon of a field stands; `start` where there is none. */
function fieldEnd(typed: string, start: number): number {
  let at = start;
  while (at < typed.length && /[a-z]/i.test(typed.charAt(at))) at++;
  return typed.charAt(at) === ':' ? at : start;
}

function readValue(typed: string, from: number): { text: string; isQuoted: boolean; end: number } {
  const closing = CLOSING[typed.charAt(from)];
  if (closing !== undefined) {
    const close = typed.indexOf(closing, from + 1);
    // Still being typed: the rest is the phrase.
    const end = close < 0 ? typed.length : close;
    return { text: typed.slice(from + 1, end).trim(), isQuoted: true, end: end + 1 };
  }
  let end = from;
  while (end < typed.length && !SPACE.test(typed.charAt(end))) end++;
  return { text: typed.slice(from, end), isQuoted: false, end };
}

/** The query as it would be typed; reading that gives the same query again. */
export function writeQuery({ words, conditions }: Query): string {
  return [...words.map(writeWords), ...conditions.map(writeCondition)].join(' ');
}

const sign = (isNot: boolean): string => (isNot ? '-' : '');

const writeWords = ({ text, isPhrase, isPrefix, inTitle, isNot }: WordClause): string =>
  `${sign(isNot)}${inTitle ? 'title:' : ''}${isPhrase ? quoted(text) : text}${isPrefix ? '*' : ''}`;

const writeCondition = ({ field, value, isNot }: Condition): string =>
  `${sign(isNot)}${field}:${needsQuotes(value) ? quoted(value) : value}`;

const needsQuotes = (value: string): boolean => SPACE.test(value) || CLOSING[value.charAt(0)] !== undefined;

/** In the first marks that do not end within the text; those that it was typed in are always such. */
function quoted(text: string): string {
  const [open = '"', close = '"'] = Object.entries(CLOSING).find(([, closing]) => !text.includes(closing)) ?? [];
  return open + text + close;
}
