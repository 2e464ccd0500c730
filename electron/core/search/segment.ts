import { crc32 } from 'node:zlib';
import type { Bits } from './bits';
import { eachNumber, NumberWriter } from './varint';

/** What a document of the index stands for: an article, and which version of it. */
export interface Doc {
  id: string;
  /** Changes with the article's text. */
  stamp: number;
}

/** For each word the documents that have it, ascending: twice their number, and one more where it is in the title. */
export type Postings = Map<string, number[]>;

const MAGIC = 0x43565358;
const VERSION = 1;
const HEADER = 32;

/** The bytes are not those of a segment that this program wrote. */
export class BadSegment extends Error {}

/** Up to some thousand documents that change no more, as they lie on the disk and in memory. */
export class Segment {
  readonly docs: Doc[];
  /** How many documents have a word, by the word's place. */
  readonly #counts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #terms: string;
  /** Where each word begins in `terms`; after each stands a line feed. */
  readonly #starts: Uint32Array;
  readonly #postings: Uint8Array;

  /** Reads what {@link encode} wrote. Throws {@link BadSegment}. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < HEADER || view.getUint32(0) !== MAGIC || view.getUint32(4) !== VERSION)
      throw new BadSegment('it is of another kind');
    if (crc32(bytes.subarray(12)) !== view.getUint32(8)) throw new BadSegment('its checksum is wrong');
    const [docs, terms, idBytes, termBytes] = [12, 16, 20, 24].map((at) => view.getUint32(at)) as [
      number,
      number,
      number,
      number,
    ];
    let at = HEADER;
    const numbers = (count: number): Uint32Array => {
      const copy = new Uint32Array(new Uint8Array(bytes.subarray(at, at + count * 4)).buffer);
      at += count * 4;
      return copy;
    };
    const stamps = numbers(docs);
    this.#counts = numbers(terms);
    this.#ends = numbers(terms);
    const text = (length: number): string => {
      const read = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('utf8');
      at += length;
      return read;
    };
    const ids = text(idBytes);
    this.docs = docs === 0 ? [] : ids.split('\n').map((id, n) => ({ id, stamp: stamps[n] ?? 0 }));
    this.#terms = text(termBytes);
    this.#starts = startsOf(this.#terms, terms);
    this.#postings = new Uint8Array(bytes.subarray(at));
  }

  get terms(): number {
    return this.#starts.length;
  }

  /** How many documents have the word at a place. */
  count(term: number): number {
    return this.#counts[term] ?? 0;
  }

  term(n: number): string {
    const start = this.#starts[n] ?? 0;
    return this.#terms.slice(start, this.#end(n));
  }

  /** The place of a word; -1 where no document has it. */
  find(word: string): number {
    const n = this.#firstFrom(word);
    return n < this.terms && this.term(n) === word ? n : -1;
  }

  /** The places of all words that begin so: from the first to before the second. */
  range(prefix: string): [from: number, end: number] {
    const from = this.#firstFrom(prefix);
    // Behind every text that begins so: no word has this unit, which is no character.
    return [from, Math.max(from, this.#firstFrom(`${prefix}\uffff`))];
  }

  /** Adds the documents that have the word to one set, and those that have it in the title to the other. */
  collect(term: number, anywhere: Bits, inTitle: Bits): void {
    let doc = 0;
    const start = term === 0 ? 0 : (this.#ends[term - 1] ?? 0);
    eachNumber(this.#postings, start, this.#ends[term] ?? 0, (value) => {
      doc += value >>> 1;
      anywhere.add(doc);
      if ((value & 1) !== 0) inTitle.add(doc);
    });
  }

  /** Each word with its length in units and a way to read them, without making a text of it. */
  eachTerm(take: (n: number, terms: string, start: number, length: number) => void): void {
    for (let n = 0; n < this.terms; n++) {
      const start = this.#starts[n] ?? 0;
      take(n, this.#terms, start, this.#end(n) - start);
    }
  }

  /** The postings again, of the documents that `renumber` gives a new number (-1 leaves one out). */
  addTo(postings: Postings, renumber: (doc: number) => number): void {
    for (let n = 0; n < this.terms; n++) {
      let doc = 0;
      let own: number[] | undefined;
      const word = this.term(n);
      const start = n === 0 ? 0 : (this.#ends[n - 1] ?? 0);
      eachNumber(this.#postings, start, this.#ends[n] ?? 0, (value) => {
        doc += value >>> 1;
        const next = renumber(doc);
        if (next < 0) return;
        own ??= postings.get(word) ?? newList(postings, word);
        own.push((next << 1) | (value & 1));
      });
    }
  }

  #end(n: number): number {
    return (this.#starts[n + 1] ?? this.#terms.length + 1) - 1;
  }

  #firstFrom(word: string): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.term(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function newList(postings: Postings, word: string): number[] {
  const list: number[] = [];
  postings.set(word, list);
  return list;
}

function startsOf(terms: string, count: number): Uint32Array {
  const starts = new Uint32Array(count);
  let at = 0;
  for (let n = 0; n < count; n++) {
    starts[n] = at;
    at = terms.indexOf('\n', at) + 1;
    if (at === 0 && n + 1 < count) throw new BadSegment('words are missing');
  }
  return starts;
}

/** The bytes of a segment. */
export function encode(docs: readonly Doc[], postings: Postings): Uint8Array {
  const words = [...postings.keys()].sort();
  const counts = new Uint32Array(words.length);
  const ends = new Uint32Array(words.length);
  const numbers = new NumberWriter();
  for (const [n, word] of words.entries()) {
    const list = postings.get(word) ?? [];
    let before = 0;
    for (const value of list) {
      numbers.put((((value >>> 1) - before) << 1) | (value & 1));
      before = value >>> 1;
    }
    counts[n] = list.length;
    ends[n] = numbers.length;
  }
  const ids = Buffer.from(docs.map(({ id }) => id).join('\n'));
  const terms = Buffer.from(words.join('\n'));
  const stamps = Uint32Array.from(docs, ({ stamp }) => stamp >>> 0);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(MAGIC, 0);
  header.writeUInt32BE(VERSION, 4);
  for (const [n, value] of [docs.length, words.length, ids.length, terms.length].entries())
    header.writeUInt32BE(value, 12 + n * 4);
  const raw = (array: Uint32Array): Uint8Array => new Uint8Array(array.buffer);
  const bytes = Buffer.concat([header, raw(stamps), raw(counts), raw(ends), ids, terms, numbers.bytes()]);
  bytes.writeUInt32BE(crc32(bytes.subarray(12)), 8);
  return bytes;
}
