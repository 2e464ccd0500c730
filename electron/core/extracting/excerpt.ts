import { BLOCKS } from './allowed';
import { readArticle } from './article-tokens';
import { countWords, cutAtWord } from './words';

const LONGEST = 160;

export interface Excerpt {
  /** Plain text of at most 160 characters, cut at a word. */
  text: string;
  /** In the whole, not only in the excerpt. */
  words: number;
}

/** The beginning of an HTML text as a list shows it, and how long the whole is. */
export function excerpt(html: string): Excerpt {
  const text = plainText(html);
  return { text: cutAtWord(text, LONGEST), words: countWords(text) };
}

const SEPARATORS: ReadonlySet<string> = new Set([...BLOCKS, 'br', 'caption', 'td', 'th', 'tr', 'option']);

/** The text alone, in one line. */
function plainText(html: string): string {
  const pieces: string[] = [];
  const separate = (name: string): void => {
    if (SEPARATORS.has(name)) pieces.push(' ');
  };
  readArticle(html, { open: separate, close: separate, text: (text) => pieces.push(text) });
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
