import type { WordClause } from '../../contract/query';
import { Bits } from './bits';
import { type Hits, match, type Part, score, type Wanted } from './match';
import { isNear, slipsFor } from './near';
import { OpenSegment, type Text } from './open-segment';
import { type Doc, Segment } from './segment';
import { isHalf, typedWords } from './words';

/** As many as one segment holds: few enough to write one anew in a moment. */
const SEGMENT_DOCS = 8_192;
/** From so much of a segment that is dead on, it is written anew. */
const MOST_DEAD = 0.2;
const MOST_NEAR = 12;

interface Sealed {
  segment: Segment;
  numbers: Uint32Array;
  dead: Bits;
  /** Where its bytes lie; null until they are written. */
  file: string | null;
  /** What is to be written. */
  bytes: Uint8Array | null;
}

/** Where an article lies; `part` is null where that is the open segment. */
interface Place {
  part: Sealed | null;
  doc: number;
  stamp: number;
  number: number;
}

/** The words of all articles. Plain values; files and threads are for others. */
export class SearchIndex {
  #sealed: Sealed[] = [];
  #open = new OpenSegment();
  #openDead = new Bits(SEGMENT_DOCS);
  #openNumbers: number[] = [];
  readonly #places = new Map<string, Place>();

  get size(): number {
    return this.#places.size;
  }

  /** Which version of an article it holds; null where it holds none. */
  stampOf(id: string): number | null {
    return this.#places.get(id)?.stamp ?? null;
  }

  /** Every article that it holds. */
  ids(): Iterable<string> {
    return this.#places.keys();
  }

  /** Takes in an article, in the place of an earlier version of it. Hits name it by `number`. */
  add(doc: Doc, text: Text, number: number): void {
    this.remove(doc.id);
    this.#places.set(doc.id, { part: null, doc: this.#open.docs.length, stamp: doc.stamp, number });
    this.#openNumbers.push(number);
    this.#open.add(doc, text);
    if (this.#open.docs.length >= SEGMENT_DOCS) this.seal();
  }

  /** Names an article that was read from the disk. */
  number(id: string, number: number): void {
    const place = this.#places.get(id);
    if (!place) return;
    place.number = number;
    if (place.part) place.part.numbers[place.doc] = number;
    else this.#openNumbers[place.doc] = number;
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (!place) return;
    (place.part?.dead ?? this.#openDead).add(place.doc);
    this.#places.delete(id);
  }

  /** Closes what is open, together with the last segment where both fit into one, and renews what is mostly dead. */
  seal(): void {
    const alive = (docs: number, dead: Bits): number => docs - dead.size;
    if (this.#open.docs.length > 0) {
      const last = this.#sealed.at(-1);
      const own = alive(this.#open.docs.length, this.#openDead);
      const fits = last !== undefined && alive(last.segment.docs.length, last.dead) + own <= SEGMENT_DOCS;
      if (fits) this.#sealed.pop();
      this.#take(this.#open.encodedBehind(fits ? last.segment : null, fits ? last.dead : new Bits(0), this.#openDead));
      this.#open = new OpenSegment();
      this.#openDead = new Bits(SEGMENT_DOCS);
      this.#openNumbers = [];
    }
    for (const part of this.#sealed.filter(({ segment, dead }) => dead.size > segment.docs.length * MOST_DEAD)) {
      this.#sealed = this.#sealed.filter((other) => other !== part);
      this.#take(new OpenSegment().encodedBehind(part.segment, part.dead, new Bits(0)));
    }
  }

  /** Takes over a segment that was written before. What another one holds already is dead in this. Throws BadSegment. */
  load(bytes: Uint8Array, file: string): void {
    this.#take(bytes, file);
  }

  /** What is to be written, and which files are worth something; {@link SearchIndex.written} says that it is done. */
  unwritten(): { bytes: Uint8Array; part: unknown }[] {
    return this.#sealed.flatMap((part) => (part.bytes ? [{ bytes: part.bytes, part }] : []));
  }

  written(part: unknown, file: string): void {
    const sealed = this.#sealed.find((one) => one === part);
    if (sealed) Object.assign(sealed, { file, bytes: null });
  }

  files(): string[] {
    return this.#sealed.flatMap(({ file }) => file ?? []);
  }

  /** All articles with these words. A word that nobody has is looked for as if it were misspelt. */
  search(clauses: readonly WordClause[]): Hits {
    const wanted = clauses.map((clause) => ({ ...clause, words: this.#wantedOf(clause) }));
    const parts = [...this.#sealed.map((sealed) => sealedPart(sealed)), this.#openPart()];
    const found = parts.map((part) => match(part, wanted));
    const weights = wanted.map(({ words }, at) =>
      words.map((_, n) => {
        const docs = found.reduce((sum, { counts }) => sum + (counts[at]?.[n] ?? 0), 0);
        return Math.log(1 + this.size / (1 + docs));
      }),
    );
    return score(parts, found, wanted, weights);
  }

  /** The words of a clause, each as what it stands for. */
  #wantedOf({ text, isPrefix, isNot }: WordClause): Wanted[] {
    const words = typedWords(text);
    return words.map((word, n) => {
      const goesOn = (isPrefix && n === words.length - 1) || (words.length === 1 && isHalf(word));
      const wanted = { words: [word], isPrefix: goesOn };
      // What is not wanted is meant as it is typed.
      return isNot || this.#has(wanted) ? wanted : { words: this.#near(word), isPrefix: false };
    });
  }

  #has({ words: [word = ''], isPrefix }: Wanted): boolean {
    const has = ({ segment }: Sealed): boolean => {
      if (!isPrefix) return segment.find(word) >= 0;
      const [from, end] = segment.range(word);
      return end > from;
    };
    if (this.#sealed.some(has)) return true;
    if (!isPrefix) return this.#open.find(word) !== undefined;
    for (const [other] of this.#open.words()) if (other.startsWith(word)) return true;
    return false;
  }

  /** The words that are one slip away, or two where none is, those that are used most first; itself where there is none. */
  #near(word: string): string[] {
    const most = slipsFor(word);
    for (let slips = 1; slips <= most; slips++) {
      const counts = new Map<string, number>();
      const note = (near: string, count: number): void => void counts.set(near, (counts.get(near) ?? 0) + count);
      for (const { segment } of this.#sealed) {
        segment.eachTerm((n, terms, start, length) => {
          if (isNear(word, terms, start, length, slips)) note(segment.term(n), segment.count(n));
        });
      }
      for (const [other, list] of this.#open.words())
        if (isNear(word, other, 0, other.length, slips)) note(other, list.length);
      if (counts.size > 0) {
        const best = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_NEAR);
        return best.map(([near]) => near);
      }
    }
    return [word];
  }

  #openPart(): Part {
    return {
      docs: this.#open.docs,
      numbers: this.#openNumbers,
      dead: this.#openDead,
      collect: ({ words, isPrefix }, anywhere, inTitle) => {
        let count = 0;
        const take = (list: readonly number[] = []): void => {
          count += list.length;
          for (const value of list) {
            anywhere.add(value >>> 1);
            if ((value & 1) !== 0) inTitle.add(value >>> 1);
          }
        };
        if (!isPrefix) for (const word of words) take(this.#open.find(word));
        else for (const [word, list] of this.#open.words()) if (word.startsWith(words[0] ?? '')) take(list);
        return count;
      },
    };
  }

  #take(bytes: Uint8Array, file: string | null = null): void {
    const segment = new Segment(bytes);
    if (segment.docs.length === 0) return;
    const { length } = segment.docs;
    const numbers = new Uint32Array(length);
    const sealed: Sealed = { segment, numbers, dead: new Bits(length), file, bytes: file === null ? bytes : null };
    this.#sealed.push(sealed);
    for (const [doc, { id, stamp }] of segment.docs.entries()) {
      const place = this.#places.get(id);
      const isOwn = place === undefined || !this.#isAlive(place);
      const number = place?.number ?? 0;
      numbers[doc] = number;
      if (isOwn) this.#places.set(id, { part: sealed, doc, stamp, number });
      else sealed.dead.add(doc);
    }
  }

  /** False for a place in a segment that was written anew. */
  #isAlive({ part }: Place): boolean {
    return part !== null && this.#sealed.includes(part);
  }
}

const sealedPart = ({ segment, numbers, dead }: Sealed): Part => ({
  docs: segment.docs,
  numbers,
  dead,
  collect({ words, isPrefix }, anywhere, inTitle) {
    let count = 0;
    const take = (term: number): void => {
      if (term < 0) return;
      count += segment.count(term);
      segment.collect(term, anywhere, inTitle);
    };
    if (isPrefix) {
      const [from, end] = segment.range(words[0] ?? '');
      for (let term = from; term < end; term++) take(term);
    } else for (const word of words) take(segment.find(word));
    return count;
  },
});
