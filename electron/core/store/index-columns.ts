/** Typed columns that grow: numbers of all rows of an index file, side by side instead of in an object each. */

const FIRST_ROOM = 16;

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** How the numbers of a row are kept, and by which name a file knows them. Missing times are NaN. */
const KINDS = {
  high: Uint32Array,
  low: Uint32Array,
  published: Float64Array,
  updated: Float64Array,
  arrived: Float64Array,
  words: Uint32Array,
  regionTags: Uint32Array,
  segment: Uint32Array,
  language: Uint16Array,
  flags: Uint8Array,
} as const;

export type ColumnName = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as ColumnName[];

export class IndexColumns {
  #columns: Record<ColumnName, Numbers>;
  #room: number;

  constructor(room = FIRST_ROOM) {
    this.#room = room;
    this.#columns = Object.fromEntries(NAMES.map((name) => [name, new KINDS[name](room)])) as Record<
      ColumnName,
      Numbers
    >;
  }

  get(name: ColumnName, at: number): number {
    return this.#columns[name][at] ?? 0;
  }

  set(name: ColumnName, at: number, value: number): void {
    if (at >= this.#room) this.#grow(Math.max(at + 1, Math.ceil(this.#room * 1.5)));
    this.#columns[name][at] = value;
  }

  /** The first `rows` of all columns, one after the other. */
  toBytes(rows: number): Uint8Array[] {
    return NAMES.map((name) => {
      const { buffer, byteOffset, BYTES_PER_ELEMENT } = this.#columns[name];
      return new Uint8Array(buffer, byteOffset, rows * BYTES_PER_ELEMENT);
    });
  }

  /** How many bytes `rows` take. */
  static sizeOf(rows: number): number {
    return NAMES.reduce((size, name) => size + rows * KINDS[name].BYTES_PER_ELEMENT, 0);
  }

  static fromBytes(bytes: Uint8Array, rows: number): IndexColumns {
    const columns = new IndexColumns(rows);
    let from = 0;
    for (const name of NAMES) {
      const { buffer, byteLength } = columns.#columns[name];
      new Uint8Array(buffer).set(bytes.subarray(from, from + byteLength));
      from += byteLength;
    }
    return columns;
  }

  #grow(room: number): void {
    const larger = new IndexColumns(room);
    for (const name of NAMES) larger.#columns[name].set(this.#columns[name]);
    this.#columns = larger.#columns;
    this.#room = room;
  }
}
