import type { Bits } from './bits';
import { type Doc, encode, type Postings, type Segment } from './segment';
import { eachWord } from './words';

/** What is indexed of an article. */
export interface Text {
  title: string;
  body: string;
}

/** The documents that came last, still growing. */
export class OpenSegment {
  readonly docs: Doc[] = [];
  #postings: Postings = new Map();

  add(doc: Doc, { title, body }: Text): void {
    const n = this.docs.push(doc) - 1;
    this.#addWords(title, n, 1);
    this.#addWords(body, n, 0);
  }

  find(word: string): number[] | undefined {
    return this.#postings.get(word);
  }

  words(): Iterable<[string, number[]]> {
    return this.#postings;
  }

  /** Closes it behind another segment, without the documents that are dead there and here. */
  encodedBehind(segment: Segment | null, deadThere: Bits, deadHere: Bits): Uint8Array {
    const docs: Doc[] = [];
    const postings: Postings = new Map();
    const renumber = (of: readonly Doc[], dead: Bits): Int32Array =>
      Int32Array.from(of, (doc, n) => (dead.has(n) ? -1 : docs.push(doc) - 1));
    if (segment) {
      const numbers = renumber(segment.docs, deadThere);
      segment.addTo(postings, (doc) => numbers[doc] ?? -1);
    }
    const own = renumber(this.docs, deadHere);
    for (const [word, values] of this.#postings) {
      const moved = values.flatMap((value) => {
        const n = own[value >>> 1] ?? -1;
        return n < 0 ? [] : [(n << 1) | (value & 1)];
      });
      if (moved.length === 0) continue;
      const list = postings.get(word);
      if (list) list.push(...moved);
      else postings.set(word, moved);
    }
    return encode(docs, postings);
  }

  /** A word of the title that comes in the body again stays a word of the title. */
  #addWords(text: string, doc: number, inTitle: 0 | 1): void {
    eachWord(text, (word) => {
      const list = this.#postings.get(word);
      if (!list) this.#postings.set(word, [(doc << 1) | inTitle]);
      else if ((list.at(-1) ?? 0) >>> 1 !== doc) list.push((doc << 1) | inTitle);
    });
  }
}
