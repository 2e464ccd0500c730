import { fold } from '../../contract/fold';
import type { Snippet } from '../../contract/model';
import type { WordClause } from '../../contract/query';
import { isNear, slipsFor } from './near';
import { isUnspaced, typedWords } from './words';

const LENGTH = 180;
const BEFORE = 60;
const WORD = /[\p{L}\p{N}\p{M}\u200c]+/gu;

/** The piece of a text with the most of the words that are looked for; its beginning where it has none. */
export function snippetOf(text: string, clauses: readonly WordClause[]): Snippet {
  const places = foundPlaces(text, clauses);
  const first = bestStart(places);
  const from = first === undefined ? 0 : wordStart(text, Math.max(0, first - BEFORE));
  const to = wordEnd(text, Math.min(text.length, from + LENGTH));
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  const marks = places
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): [number, number] => [start + shift, end + shift]);
  return { text: before + text.slice(from, to) + after, marks };
}

/** Where the words stand in the text as it is written. */
function foundPlaces(text: string, clauses: readonly WordClause[]): [from: number, to: number][] {
  const sought = clauses.filter(({ isNot }) => !isNot).flatMap(soughtOf);
  if (sought.length === 0) return [];
  const places: [number, number][] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if ([...word].some(isUnspaced)) places.push(...within(word, match.index, sought));
    else {
      const folded = fold(word);
      const parts = word.includes('\u200c') ? [folded, ...word.split('\u200c').map(fold)] : [folded];
      if (sought.some((one) => parts.some(one.fits))) places.push([match.index, match.index + word.length]);
    }
  }
  return places;
}

interface Sought {
  text: string;
  fits: (word: string) => boolean;
}

function soughtOf({ text, isPrefix }: WordClause): Sought[] {
  const words = typedWords(text);
  return words.map((word, n) => {
    const goesOn = isPrefix && n === words.length - 1;
    const fits = (other: string): boolean =>
      goesOn ? other.startsWith(word) : other === word || isNear(word, other, 0, other.length, slipsFor(word));
    return { text: word, fits };
  });
}

/** In a script without spaces what is looked for stands within the run. */
function within(run: string, at: number, sought: readonly Sought[]): [number, number][] {
  const places: [number, number][] = [];
  for (const { text } of sought)
    for (let from = run.indexOf(text); from >= 0; from = run.indexOf(text, from + text.length))
      places.push([at + from, at + from + text.length]);
  return joined(places.sort(([one], [other]) => one - other));
}

/** Places that touch or overlap, such as the pairs of one Chinese word, are one. */
function joined(places: readonly [number, number][]): [number, number][] {
  const whole: [number, number][] = [];
  for (const [from, to] of places) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** Where the stretch of a snippet's length begins that has the most places. */
function bestStart(places: readonly [number, number][]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (let first = 0, last = 0; first < places.length; first++) {
    const start = places[first]?.[0] ?? 0;
    last = Math.max(last, first);
    while ((places[last + 1]?.[1] ?? Number.POSITIVE_INFINITY) <= start + LENGTH - BEFORE) last++;
    if (last - first + 1 > most) [most, best] = [last - first + 1, start];
  }
  return best;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space >= 0 && space - at < BEFORE / 2 ? space + 1 : at;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space > at - BEFORE / 2 ? space : at;
}
