/** A set of documents of one segment. */
export class Bits {
  readonly words: Uint32Array;

  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.words = words;
  }

  /** Every document of so many. */
  static full(size: number): Bits {
    const bits = new Bits(size);
    for (let at = 0; at < size; at++) bits.add(at);
    return bits;
  }

  add(at: number): void {
    const word = at >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (at & 31));
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }

  /** Keeps only what the other has too. */
  keep(other: Bits): void {
    for (let n = 0; n < this.words.length; n++) this.words[n] = (this.words[n] ?? 0) & (other.words[n] ?? 0);
  }

  remove(other: Bits): void {
    for (let n = 0; n < this.words.length; n++) this.words[n] = (this.words[n] ?? 0) & ~(other.words[n] ?? 0);
  }

  each(take: (at: number) => void): void {
    for (let n = 0; n < this.words.length; n++) {
      for (let word = this.words[n] ?? 0; word !== 0; word &= word - 1)
        take((n << 5) + (31 - Math.clz32(word & -word)));
    }
  }

  get size(): number {
    let count = 0;
    this.each(() => count++);
    return count;
  }
}
