import { BLOCK_ROWS, halvesOf, type IndexBlock, isArticleId } from './index-block';
import { idsOf } from './journal-records';
import { RowTable } from './row-table';
import { GONE, type HeaderView, NOWHERE, READ, type StoredHeader } from './stored-header';

/** Some headers of one feed. `block` and `version` together tell whether what was counted in it still holds. */
export interface Run {
  feedId: string;
  block: object;
  version: number;
  rows: Iterable<HeaderView>;
}

/** A row's number: that of its block, then its place within. It holds as long as the library is open. */
export const SHIFT = 11;
export const MASK = 2 ** SHIFT - 1;
const ID_BYTES = 8;
if (BLOCK_ROWS > MASK + 1) throw new Error('a block has more rows than their numbers tell apart');

/** The headers of all articles in memory, for reading: which there are, where they lie, what they say. */
export abstract class HeaderRows {
  /** By number; those of forgotten feeds leave a hole. */
  protected readonly blocks: (IndexBlock | null)[] = [];
  /** The numbers of each feed's blocks, in the order of their files. */
  protected readonly numbersOf = new Map<string, number[]>();
  protected readonly table = new RowTable(
    (row) => this.blocks[row >>> SHIFT]?.high(row & MASK) ?? 0,
    (row) => this.blocks[row >>> SHIFT]?.low(row & MASK) ?? 0,
  );
  protected arranged = 0;

  /** Another number whenever an article may have come, gone or got another date. */
  get arrangement(): number {
    return this.arranged;
  }

  /** Another text whenever anything may have changed that is said of an article. */
  get version(): string {
    return `${this.arranged} ${this.blocks.reduce((sum, block) => sum + (block?.version ?? 0), 0)}`;
  }

  /** How many of these rows hold an article that is not read. */
  countUnread(rows: Uint32Array): number {
    let count = 0;
    for (const row of rows) {
      const flags = this.blocks[row >>> SHIFT]?.flags(row & MASK) ?? GONE;
      if ((flags & (READ | GONE)) === 0) count++;
    }
    return count;
  }

  get(id: string): StoredHeader | undefined {
    const row = this.rowOf(id);
    return row === null ? undefined : this.view(row)?.whole();
  }

  /** The number of an article's row; null when there is no such article, or no longer. */
  rowOf(id: string): number | null {
    const row = this.find(id);
    return row < 0 || this.block(row).isGone(row & MASK) ? null : row;
  }

  /** The body file that holds an article's text; null when there is no such article. */
  segmentOf(id: string): number | null {
    const row = this.rowOf(id);
    return row === null ? null : (this.view(row)?.segment ?? null);
  }

  /** The identifiers of the articles in these rows. */
  idsIn(rows: Iterable<number>): Set<string> {
    const ids = new Set<string>();
    for (const row of rows) {
      const view = this.view(row);
      if (view) ids.add(view.id);
    }
    return ids;
  }

  /** The header in a row; null when the article is gone. */
  view(row: number): HeaderView | null {
    return this.blocks[row >>> SHIFT]?.view(row & MASK) ?? null;
  }

  /** When the article in a row was published, NaN when that is unknown, and when it arrived. */
  times(row: number): { published: number; arrived: number } {
    return this.block(row).times(row & MASK);
  }

  *runs(): Iterable<Run> {
    for (const block of this.blocks) {
      if (block) yield { feedId: block.feedId, block, version: block.version, rows: block.views() };
    }
  }

  *viewsOf(feedId: string): Iterable<HeaderView> {
    for (const block of this.blocksIn(feedId)) yield* block.views();
  }

  *ofFeed(feedId: string): Iterable<StoredHeader> {
    for (const view of this.viewsOf(feedId)) yield view.whole();
  }

  /** The numbers of all rows, feed by feed in the order in which they came; those of deleted articles are left out. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.blocks.reduce((sum, block) => sum + (block?.rows ?? 0), 0));
    let count = 0;
    for (const feedId of [...this.numbersOf.keys()].sort()) {
      for (const number of this.numbersOf.get(feedId) ?? []) {
        const block = this.block(number << SHIFT);
        for (let at = 0; at < block.rows; at++) if (!block.isGone(at)) rows[count++] = (number << SHIFT) | at;
      }
    }
    return rows.subarray(0, count);
  }

  /** The last body file that an article of a feed lies in, the deleted ones' included; null when it has none. */
  lastSegment(feedId: string): number | null {
    let last: number | null = null;
    for (const { parts, rows } of this.blocksIn(feedId)) {
      for (let at = 0; at < rows; at++) {
        const segment = parts.columns.get('segment', at);
        if (segment !== NOWHERE) last = Math.max(last ?? 0, segment);
      }
    }
    return last;
  }

  /** The body files that hold texts of deleted articles. */
  goneSegments(feedId: string): Set<number> {
    const segments = new Set<number>();
    for (const block of this.blocksIn(feedId)) for (const n of block.goneSegments()) segments.add(n);
    return segments;
  }

  /** The texts of deleted articles are no longer in this body file. */
  noteTidied(feedId: string, segment: number): void {
    for (const block of this.blocksIn(feedId)) block.noteTidied(segment);
  }

  /** True when any article of a feed was deleted here. */
  hasGone(feedId: string): boolean {
    for (const block of this.blocksIn(feedId)) {
      for (let at = 0; at < block.rows; at++) if (block.isGone(at)) return true;
    }
    return false;
  }

  /** True when the article was deleted here: it must not come back with the feed that still carries it. */
  isGone(id: string): boolean {
    const row = this.find(id);
    return row >= 0 && this.block(row).isGone(row & MASK);
  }

  /** The blocks of a feed, one an index file. */
  blocksOf(feedId: string): readonly IndexBlock[] {
    return [...this.blocksIn(feedId)];
  }

  protected find(id: string): number {
    if (!isArticleId(id)) return -1;
    const { high, low } = halvesOf(id);
    return this.table.find(high, low);
  }

  protected *rowsOf(ids: string): Iterable<number> {
    for (const id of idsOf(ids)) {
      const row = this.rowOf(id);
      if (row !== null) yield row;
    }
  }

  protected *blocksIn(feedId: string): Iterable<IndexBlock> {
    for (const number of this.numbersOf.get(feedId) ?? []) {
      const block = this.blocks[number];
      if (block) yield block;
    }
  }

  protected block(row: number): IndexBlock {
    const block = this.blocks[row >>> SHIFT];
    if (!block) throw new RangeError(`there is no row ${row}`);
    return block;
  }

  /** The identifiers of these rows, one after the other. */
  protected idsOf(rows: Uint32Array): string {
    const bytes = Buffer.allocUnsafe(rows.length * ID_BYTES);
    let block: IndexBlock | null = null;
    let number = -1;
    let to = 0;
    for (const row of rows) {
      if (block === null || row >>> SHIFT !== number) block = this.block(row);
      number = row >>> SHIFT;
      to = bytes.writeUInt32BE(block.high(row & MASK), to);
      to = bytes.writeUInt32BE(block.low(row & MASK), to);
    }
    return bytes.toString('hex');
  }
}
