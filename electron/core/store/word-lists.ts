import { Damage } from './frame';

/** What many rows say in few words, tags for one: each word is kept once, each row as the numbers of its words. */
export class WordLists {
  readonly #words: string[];
  /** Row n has the numbers from `starts[n]` up to `starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #numbers: Uint16Array;
  /** The rows that came or changed later. */
  readonly #later = new Map<number, number[]>();
  #numberOf: Map<string, number> | null = null;

  constructor(words: string[] = [], starts = new Uint32Array(1), numbers = new Uint16Array(0)) {
    this.#words = words;
    this.#starts = starts;
    this.#numbers = numbers;
  }

  get(at: number): string[] {
    const list: string[] = [];
    for (const number of this.#numbersIn(at)) list.push(this.#words[number] ?? '');
    return list;
  }

  set(at: number, list: readonly string[]): void {
    this.#later.set(
      at,
      list.map((word) => this.#add(word)),
    );
  }

  /** As a file holds the first `rows`: the words, then for each row how many it has, then their numbers. */
  pack(rows: number): { words: string[]; bytes: Uint8Array } {
    if (this.#later.size === 0 && rows === this.#starts.length - 1) return this.#packedAsIs();
    const packed = new WordLists();
    const counts = new Uint8Array(rows);
    const numbers: number[] = [];
    for (let at = 0; at < rows; at++) {
      const list = this.get(at);
      counts[at] = list.length;
      for (const word of list) numbers.push(packed.#add(word));
    }
    return { words: packed.#words, bytes: Buffer.concat([counts, new Uint8Array(Uint16Array.from(numbers).buffer)]) };
  }

  #packedAsIs(): { words: string[]; bytes: Uint8Array } {
    const counts = Uint8Array.from(this.#starts.subarray(1), (end, at) => end - (this.#starts[at] ?? 0));
    const { buffer, byteOffset, byteLength } = this.#numbers;
    return { words: this.#words, bytes: Buffer.concat([counts, new Uint8Array(buffer, byteOffset, byteLength)]) };
  }

  /** Throws {@link Damage} when the bytes do not fit the rows. */
  static unpack(words: string[], bytes: Uint8Array, rows: number): WordLists {
    const starts = new Uint32Array(rows + 1);
    for (let at = 0; at < rows; at++) starts[at + 1] = (starts[at] ?? 0) + (bytes[at] ?? 0);
    // Copied, since a column of two bytes each must begin at an even place.
    const numbers = new Uint16Array(Uint8Array.from(bytes.subarray(rows)).buffer);
    if (numbers.length !== starts[rows]) throw new Damage('its tags are cut');
    return new WordLists(words, starts, numbers);
  }

  #numbersIn(at: number): readonly number[] | Uint16Array {
    return this.#later.get(at) ?? this.#numbers.subarray(this.#starts[at] ?? 0, this.#starts[at + 1] ?? 0);
  }

  #add(word: string): number {
    this.#numberOf ??= new Map(this.#words.map((known, number) => [known, number]));
    const known = this.#numberOf.get(word);
    if (known !== undefined) return known;
    this.#numberOf.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}
