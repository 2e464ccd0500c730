const EMPTY = 0;
const REMOVED = 0xffff_ffff;
const FEWEST = 1_024;
/** Each row is put in its place anew then, so it had better be rare. */
const GROWTH = 4;

/** Finds rows by the two halves of their identifier; the identifiers themselves lie with the rows. */
export class RowTable {
  readonly #highOf: (row: number) => number;
  readonly #lowOf: (row: number) => number;
  /** Row numbers and one more, by what the identifier hashes to, else in the next free place. */
  #slots = new Uint32Array(FEWEST);
  #used = 0;

  constructor(highOf: (row: number) => number, lowOf: (row: number) => number) {
    this.#highOf = highOf;
    this.#lowOf = lowOf;
  }

  /** The row with this identifier, or -1. */
  find(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let at = hash(high, low) & mask; ; at = (at + 1) & mask) {
      const slot = this.#slots[at] ?? EMPTY;
      if (slot === EMPTY) return -1;
      if (slot !== REMOVED && this.#lowOf(slot - 1) === low && this.#highOf(slot - 1) === high) return slot - 1;
    }
  }

  add(row: number): void {
    if ((this.#used + 1) * 2 > this.#slots.length) this.#grow();
    this.#place(row + 1);
    this.#used++;
  }

  /** Must be called while the row still has its identifier. */
  remove(row: number): void {
    const mask = this.#slots.length - 1;
    let at = hash(this.#highOf(row), this.#lowOf(row)) & mask;
    while (this.#slots[at] !== EMPTY && this.#slots[at] !== row + 1) at = (at + 1) & mask;
    if (this.#slots[at] === row + 1) this.#slots[at] = REMOVED;
  }

  #place(slot: number): void {
    const mask = this.#slots.length - 1;
    let at = hash(this.#highOf(slot - 1), this.#lowOf(slot - 1)) & mask;
    while (this.#slots[at] !== EMPTY && this.#slots[at] !== REMOVED) at = (at + 1) & mask;
    this.#slots[at] = slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * GROWTH);
    this.#used = 0;
    for (const slot of before) {
      if (slot === EMPTY || slot === REMOVED) continue;
      this.#place(slot);
      this.#used++;
    }
  }
}

const hash = (high: number, low: number): number => (Math.imul(high, 0x9e37_79b1) ^ Math.imul(low, 0x85eb_ca6b)) >>> 0;
