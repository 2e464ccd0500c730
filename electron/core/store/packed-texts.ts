import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Damage } from './frame';
import { piecesOf } from './pieces';

/** What of a header is only needed when it is shown or compared: link, author, summary, picture, hash, guid. */
export type Texts = [
  link: string | null,
  author: string | null,
  summary: string,
  picture: string | null,
  hash: string,
  guid: string | null,
];

const NOTHING: Texts = [null, null, '', null, '', null];
const CHUNK = 64;
const SPEED = { level: 1 };
const MOST_OPEN = 64;
const LARGEST_CHUNK = 64 * 1024 * 1024;

/** The chunks that were opened last, of all files together: a list asks for rows of many at once. */
const opened = new Map<Uint8Array, readonly Texts[]>();

/** The texts of an index file, deflated by the chunk: a fifth of the memory, and a page of a list opens few. */
export class PackedTexts {
  #chunks: Uint8Array[];
  /** The last rows, which are not yet a whole chunk; packed like the others until something is added to them. */
  #rest: Texts[] | Uint8Array;

  constructor(chunks: Uint8Array[] = [], rest: Texts[] | Uint8Array = []) {
    this.#chunks = chunks;
    this.#rest = rest;
  }

  get(at: number): Texts {
    const rows = this.#chunks[Math.floor(at / CHUNK)] ?? this.#rest;
    const texts = (rows instanceof Uint8Array ? open(rows) : rows)[at % CHUNK];
    if (!texts) throw new RangeError(`there is no row ${at}`);
    return texts;
  }

  /** Replaces a row, or adds the next one. */
  set(at: number, texts: Texts): void {
    const chunk = this.#chunks[Math.floor(at / CHUNK)];
    if (chunk) {
      const rows = [...open(chunk)];
      rows[at % CHUNK] = texts;
      this.#chunks[Math.floor(at / CHUNK)] = close(rows);
      return;
    }
    const rest = this.#unpackedRest();
    rest[at % CHUNK] = texts;
    this.#rest = rest;
    if (rest.length < CHUNK) return;
    this.#chunks.push(close(rest));
    this.#rest = [];
  }

  /** Empties rows, each chunk once. */
  clear(rows: ReadonlySet<number>): void {
    const cleared = (texts: readonly Texts[], first: number): Texts[] =>
      texts.map((text, n) => (rows.has(first + n) ? NOTHING : text));
    for (const n of new Set([...rows].map((at) => Math.floor(at / CHUNK)))) {
      const chunk = this.#chunks[n];
      if (chunk) this.#chunks[n] = close(cleared(open(chunk), n * CHUNK));
      else this.#rest = cleared(this.#unpackedRest(), n * CHUNK);
    }
  }

  /** Forgets all rows from `rows` on. */
  cut(rows: number): void {
    const whole = Math.floor(rows / CHUNK);
    const rest = this.#chunks[whole] ? [...open(this.#chunks[whole])] : this.#unpackedRest();
    this.#chunks = this.#chunks.slice(0, whole);
    this.#rest = rest.slice(0, rows % CHUNK);
  }

  pack(): Uint8Array[] {
    if (this.#rest.length === 0) return this.#chunks;
    if (!(this.#rest instanceof Uint8Array)) this.#rest = close(this.#rest);
    return [...this.#chunks, this.#rest];
  }

  /** `sizes` are those of the packed chunks, one after the other in `bytes`. Throws {@link Damage}. */
  static unpack(bytes: Uint8Array, sizes: readonly number[], rows: number): PackedTexts {
    // A copy, so that the rest of the file is not held with it.
    const chunks = piecesOf(Uint8Array.from(bytes), sizes);
    if (chunks.length !== Math.ceil(rows / CHUNK)) throw new Damage('its texts are cut');
    const rest = rows % CHUNK === 0 ? [] : chunks.pop();
    return new PackedTexts(chunks, rest);
  }

  #unpackedRest(): Texts[] {
    return this.#rest instanceof Uint8Array ? [...open(this.#rest)] : this.#rest;
  }
}

/** A copy again: zlib answers with a piece of a larger buffer. */
const close = (rows: readonly Texts[]): Uint8Array => Uint8Array.from(deflateRawSync(JSON.stringify(rows), SPEED));

function open(chunk: Uint8Array): readonly Texts[] {
  let rows = opened.get(chunk);
  opened.delete(chunk);
  rows ??= JSON.parse(inflateRawSync(chunk, { maxOutputLength: LARGEST_CHUNK }).toString()) as Texts[];
  opened.set(chunk, rows);
  for (const oldest of opened.keys()) {
    if (opened.size <= MOST_OPEN) break;
    opened.delete(oldest);
  }
  return rows;
}
