import type { WordClause } from '../../contract/query';
import { Bits } from './bits';
import type { Doc } from './segment';

const TITLE_WEIGHT = 3;

/** What was found: for each hit the number of its article and how well it fits, higher is better, in no order. */
export interface Hits {
  numbers: Uint32Array;
  scores: Float32Array;
}

/** A part of the index as it is searched. */
export interface Part {
  docs: readonly Doc[];
  /** What whoever asks calls these documents. */
  numbers: ArrayLike<number>;
  dead: Bits;
  /** Adds what has the word to the sets; answers how often it is there. */
  collect(word: Wanted, anywhere: Bits, inTitle: Bits): number;
}

export interface Wanted {
  /** What is looked for: these words exactly, or all that begin with the first. */
  words: string[];
  isPrefix: boolean;
}

/** A clause with what each of its words stands for. */
type WantedClause = Omit<WordClause, 'text'> & { words: Wanted[] };

/** What one part has: the documents that pass, and for each clause and word where it stands and how often. */
interface Found {
  docs: Bits;
  counts: number[][];
  anywhere: Bits[][];
  inTitle: Bits[][];
}

/** Which documents of a part pass, and where the words stand in it. */
export function match({ docs, dead, collect }: Part, wanted: readonly WantedClause[]): Found {
  const passing = Bits.full(docs.length);
  passing.remove(dead);
  const found: Found = { docs: passing, counts: [], anywhere: [], inTitle: [] };
  for (const { words, inTitle: onlyTitle, isNot, isPhrase } of wanted) {
    const anywhere: Bits[] = [];
    const titles: Bits[] = [];
    const counts: number[] = [];
    const both = Bits.full(docs.length);
    for (const word of words) {
      const [all, title] = [new Bits(docs.length), new Bits(docs.length)];
      counts.push(collect(word, all, title));
      both.keep(onlyTitle ? title : all);
      anywhere.push(all);
      titles.push(title);
    }
    found.counts.push(counts);
    found.anywhere.push(anywhere);
    found.inTitle.push(titles);
    if (!isNot) found.docs.keep(both);
    // A phrase that is not wanted may still be absent where all its words are there: whoever has the text decides.
    else if (words.length > 0 && !(isPhrase && words.length > 1)) found.docs.remove(both);
  }
  return found;
}

/** How well each fits: rare words weigh more, and those of a title three times. */
export function score(
  parts: readonly Part[],
  found: readonly Found[],
  wanted: readonly WantedClause[],
  weights: readonly number[][],
): Hits {
  const numbers: number[] = [];
  const scores: number[] = [];
  for (const [p, { docs, inTitle }] of found.entries()) {
    docs.each((doc) => {
      let sum = 0;
      for (const [at, { isNot, words }] of wanted.entries()) {
        if (isNot) continue;
        for (let n = 0; n < words.length; n++) {
          const weight = weights[at]?.[n] ?? 0;
          sum += inTitle[at]?.[n]?.has(doc) ? weight * TITLE_WEIGHT : weight;
        }
      }
      numbers.push(parts[p]?.numbers[doc] ?? 0);
      scores.push(sum);
    });
  }
  return { numbers: Uint32Array.from(numbers), scores: Float32Array.from(scores) };
}
