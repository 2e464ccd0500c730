import { fold } from '../../electron/contract/fold';

const WHOLE = 3_000;
const WORDS = 2_000;
const LETTERS = 1_000;
const AT_A_WORD = 500;
/** Names longer than this are compared by their beginning. */
const LONGEST = 200;

/** A name folded once for many comparisons. */
export const folded = (name: string): string => fold(name.slice(0, LONGEST));

const beginsWord = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/**
 * How well a name answers to what was typed, both folded; the greater, the better, and null when not at all: the whole of
 * it in one piece, all its words, or all its letters in their order. Linear in the name.
 */
export function match(typed: string, name: string): number | null {
  if (typed === '') return 0;
  const at = name.indexOf(typed);
  if (at >= 0) return WHOLE + (beginsWord(name, at) ? AT_A_WORD : 0) - at - name.length / LONGEST;
  const words = typed.split(' ');
  if (words.length > 1 && words.every((word) => name.includes(word))) return WORDS - name.length / LONGEST;
  return lettersIn(typed.replaceAll(' ', ''), name);
}

/** Letters that begin words count more, and those that stand together; far apart they count less. */
function lettersIn(typed: string, name: string): number | null {
  let from = 0;
  let score = LETTERS;
  for (const letter of typed) {
    const at = name.indexOf(letter, from);
    if (at < 0) return null;
    score -= at - from;
    if (beginsWord(name, at)) score += 10;
    from = at + letter.length;
  }
  return score;
}
