import { fold } from '../../contract/fold';

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: two characters at a time are looked for. */
const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
/** Written without spaces, and words are known to the segmenter. */
const SEGMENTED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LONGEST_WORD = 40;

const [OTHER, IS_LETTER, IS_PAIRED, IS_SEGMENTED] = [0, 1, 2, 3];
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
let kinds: Uint8Array | null = null;

/** What each UTF-16 unit is. Halves of pairs count as letters: what lies beyond the first plane is compared as it is. */
function unitKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
    if (unit >= 0xd800 && unit <= 0xdfff) return IS_LETTER;
    const character = String.fromCharCode(unit);
    if (PAIRED.test(character)) return IS_PAIRED;
    if (SEGMENTED.test(character)) return IS_SEGMENTED;
    return LETTER.test(character) ? IS_LETTER : OTHER;
  });
  return kinds;
}

/**
 * Every word of a text as it is compared. A Persian word that is half joined (ZWNJ) counts as one and as its parts, since
 * people type it in either way.
 */
export function eachWord(text: string, take: (word: string) => void): void {
  eachFolded(fold(text), take);
  if (!text.includes('\u200c')) return;
  for (const word of text.split(/\s+/)) {
    if (word.includes('\u200c')) eachFolded(fold(word.replaceAll('\u200c', ' ')), take);
  }
}

/** The words that are typed, in their order. */
export function typedWords(text: string): string[] {
  const words: string[] = [];
  eachFolded(fold(text), (word) => words.push(word), false);
  return words;
}

/** True for a word that is only the half of what is looked for: one character of a script without spaces. */
export const isHalf = (word: string): boolean => word.length === 1 && unitKinds()[word.charCodeAt(0)] === IS_PAIRED;

/** Written without spaces between its words: what is looked for stands within a run of such characters. */
export const isUnspaced = (character: string): boolean => PAIRED.test(character) || SEGMENTED.test(character);

function eachFolded(text: string, take: (word: string) => void, withLast = true): void {
  const kindOf = unitKinds();
  const { length } = text;
  for (let at = 0; at < length; ) {
    const kind = kindOf[text.charCodeAt(at)];
    if (kind === OTHER) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < length && kindOf[text.charCodeAt(end)] === kind) end++;
    if (kind === IS_LETTER) take(text.slice(at, Math.min(end, at + LONGEST_WORD)));
    else if (kind === IS_PAIRED) pairs(text, at, end, take, withLast);
    else for (const { segment } of segmenter.segment(text.slice(at, end))) take(segment.slice(0, LONGEST_WORD));
    at = end;
  }
}

/** In a text the last character alone as well, so that one character finds every text that has it. */
function pairs(text: string, from: number, end: number, take: (word: string) => void, withLast: boolean): void {
  for (let at = from; at + 1 < end; at++) take(text.slice(at, at + 2));
  if (withLast || end - from === 1) take(text.slice(end - 1, end));
}
