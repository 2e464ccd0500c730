import { BLOCKS } from './allowed';
import { readArticle } from './article-tokens';
import { cutAtWord, WordCount } from './words';

const LONGEST = 160;
/** Spaces are many where markup is indented, and one in an excerpt. */
const ENOUGH = 2 * LONGEST;

export interface Excerpt {
  /** Plain text of at most 160 characters, cut at a word. */
  text: string;
  /** In the whole, not only in the excerpt. */
  words: number;
}

const SEPARATORS: ReadonlySet<string> = new Set([...BLOCKS, 'br', 'caption', 'td', 'th', 'tr', 'option']);

/** The beginning of an HTML text as a list shows it, and how long the whole is. */
export function excerpt(html: string): Excerpt {
  const count = new WordCount();
  let start = '';
  let isFull = false;
  const add = (text: string): void => {
    count.add(text);
    if (isFull) return;
    start += text;
    if (start.length < ENOUGH) return;
    start = inOneLine(start);
    isFull = start.length > LONGEST;
  };
  const separate = (name: string): void => {
    if (SEPARATORS.has(name)) add(' ');
  };
  readArticle(html, { open: separate, close: separate, text: add });
  return { text: cutAtWord(inOneLine(start).trim(), LONGEST), words: count.words };
}

/** Most spaces are single ones, and need not be touched. */
const inOneLine = (text: string): string =>
  text
    .replace(/[^\S ]+| {2,}/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trimStart();
