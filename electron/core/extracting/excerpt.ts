import { BLOCKS, DROPPED } from './allowed';
import { readArticle } from './article-tokens';
import { cutAtWord, WordCount } from './words';

const LONGEST = 160;
/** Markup and all, an excerpt is hardly ever longer. */
const HEAD = 2_000;

export interface Excerpt {
  /** Plain text of at most 160 characters, cut at a word. */
  text: string;
  /** In the whole, not only in the excerpt. */
  words: number;
}

const SEPARATORS: ReadonlySet<string> = new Set([...BLOCKS, 'br', 'caption', 'td', 'th', 'tr', 'option']);

/** The beginning of an HTML text as a list shows it, and how long the whole is. */
export function excerpt(html: string): Excerpt {
  const head = plainText(html.slice(0, HEAD));
  const isEnough = html.length <= HEAD || head.length > LONGEST;
  return { text: cutAtWord(isEnough ? head : plainText(html), LONGEST), words: wordsIn(html) };
}

/** The text alone, in one line. */
function plainText(html: string): string {
  let text = '';
  readText(html, (piece) => {
    text += piece;
  });
  // Most spaces are single ones, and need not be touched.
  return text
    .replace(/[^\S ]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function readText(html: string, add: (text: string) => void): void {
  const separate = (name: string): void => {
    if (SEPARATORS.has(name)) add(' ');
  };
  readArticle(html, { open: separate, close: separate, text: add });
}

/** What is not text though it stands between tags, or is text though it does not look it. */
const IS_INTRICATE = new RegExp(`&#|<[!?]|</?(?:${[...DROPPED].join('|')})\\b`, 'i');
const BETWEEN_WORDS = /&(?:nbsp|[mn]dash|hellip|[lr]aquo|amp|bull|middot);/g;

function wordsIn(html: string): number {
  const count = new WordCount();
  if (IS_INTRICATE.test(html)) readText(html, (text) => count.add(text));
  else countQuickly(html.includes('&') ? html.replace(BETWEEN_WORDS, ' ') : html, count);
  return count.words;
}

const TAG = /<\/?([a-z][a-z0-9]*)/iy;

/** The same for nearly all articles, in a fifth of the time: every article of every refresh is counted. */
function countQuickly(html: string, count: WordCount): void {
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    count.add(html.slice(from, at));
    TAG.lastIndex = at;
    const name = TAG.exec(html)?.[1];
    from = name === undefined ? at + 1 : endOfTag(html, at);
    if (name !== undefined && SEPARATORS.has(name.toLowerCase())) count.break();
  }
  count.add(html.slice(from));
}

const [QUOTE, APOSTROPHE, GREATER] = [0x22, 0x27, 0x3e];

/** Behind the `>` that ends a tag: not one within quotes. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const unit = html.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit !== QUOTE && unit !== APOSTROPHE) continue;
    const end = html.indexOf(unit === QUOTE ? '"' : "'", at + 1);
    if (end < 0) return html.length;
    at = end;
  }
  return html.length;
}
