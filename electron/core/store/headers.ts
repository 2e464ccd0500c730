import { BLOCK_ROWS, halvesOf, type IndexBlock, isArticleId } from './index-block';
import { fromRow, toRow } from './index-rows';
import type { Journal } from './journal';
import { articlesRecord, idsOf, type JournalRecord } from './journal-records';
import type { Part } from './layout';
import { RowTable } from './row-table';
import { BOOKMARKED, GONE, type HeaderView, NOWHERE, READ, type StoredHeader, tombstoneOf } from './stored-header';

/** Some headers of one feed. `block` and `version` together tell whether what was counted in it still holds. */
export interface Run {
  feedId: string;
  block: object;
  version: number;
  rows: Iterable<HeaderView>;
}

/** An article that comes again: what of it stays, and what is new. */
export type Revise = (kept: StoredHeader, arriving: StoredHeader) => StoredHeader;

/** What the reader says of articles; what is left out stays. */
export interface Marks {
  read?: boolean;
  bookmarked?: boolean;
}

/** Starts the next index file of a feed. */
export type StartBlock = (part: Part) => IndexBlock;

/** A row's number: that of its block, then its place within. It holds as long as the library is open. */
const SHIFT = 11;
const MASK = 2 ** SHIFT - 1;
if (BLOCK_ROWS > MASK + 1) throw new Error('a block has more rows than their numbers tell apart');

/**
 * The headers of all articles, in memory as columns and on disk in index files. Reading is at once; a change is visible at
 * once and resolves when it is durable in the journal, or rejects and is taken back. The files are written later.
 */
export class Headers {
  readonly #journal: Pick<Journal, 'commit' | 'barrier'>;
  readonly #start: StartBlock;
  /** By number; those of forgotten feeds leave a hole. */
  readonly #blocks: (IndexBlock | null)[] = [];
  readonly #ofFeed = new Map<string, number[]>();
  readonly #table = new RowTable(
    (row) => this.#blocks[row >>> SHIFT]?.high(row & MASK) ?? 0,
    (row) => this.#blocks[row >>> SHIFT]?.low(row & MASK) ?? 0,
  );
  #arrangement = 0;

  constructor(journal: Pick<Journal, 'commit' | 'barrier'>, start: StartBlock) {
    this.#journal = journal;
    this.#start = start;
  }

  /** Another number whenever an article may have come, gone or got another date. */
  get arrangement(): number {
    return this.#arrangement;
  }

  get(id: string): StoredHeader | undefined {
    const row = this.rowOf(id);
    return row === null ? undefined : this.view(row)?.whole();
  }

  /** The number of an article's row; null when there is no such article, or no longer. */
  rowOf(id: string): number | null {
    const row = this.#find(id);
    return row < 0 || this.#block(row).isGone(row & MASK) ? null : row;
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
    return this.#blocks[row >>> SHIFT]?.view(row & MASK) ?? null;
  }

  /** When the article in a row was published, NaN when that is unknown, and when it arrived. */
  times(row: number): { published: number; arrived: number } {
    return this.#block(row).times(row & MASK);
  }

  *runs(): Iterable<Run> {
    for (const block of this.#blocks) {
      if (block) yield { feedId: block.feedId, block, version: block.version, rows: block.views() };
    }
  }

  *viewsOf(feedId: string): Iterable<HeaderView> {
    for (const block of this.#blocksOf(feedId)) yield* block.views();
  }

  *ofFeed(feedId: string): Iterable<StoredHeader> {
    for (const view of this.viewsOf(feedId)) yield view.whole();
  }

  /** The numbers of all rows, feed by feed in the order in which they came; those of deleted articles are left out. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.#blocks.reduce((sum, block) => sum + (block?.rows ?? 0), 0));
    let count = 0;
    for (const feedId of [...this.#ofFeed.keys()].sort()) {
      for (const number of this.#ofFeed.get(feedId) ?? []) {
        const block = this.#block(number << SHIFT);
        for (let at = 0; at < block.rows; at++) if (!block.isGone(at)) rows[count++] = (number << SHIFT) | at;
      }
    }
    return rows.subarray(0, count);
  }

  /** The last body file that an article of a feed lies in, the deleted ones' included; null when it has none. */
  lastSegment(feedId: string): number | null {
    let last: number | null = null;
    for (const { parts, rows } of this.#blocksOf(feedId)) {
      for (let at = 0; at < rows; at++) {
        const segment = parts.columns.get('segment', at);
        if (segment !== NOWHERE) last = Math.max(last ?? 0, segment);
      }
    }
    return last;
  }

  /** The body files that hold texts of deleted articles; each is answered once. */
  takeGoneSegments(feedId: string): Set<number> {
    const segments = new Set<number>();
    for (const block of this.#blocksOf(feedId)) for (const n of block.takeGoneSegments()) segments.add(n);
    return segments;
  }

  /** True when the article was deleted here: it must not come back with the feed that still carries it. */
  isGone(id: string): boolean {
    const row = this.#find(id);
    return row >= 0 && this.#block(row).isGone(row & MASK);
  }

  /** The blocks of a feed, one an index file. */
  blocksOf(feedId: string): readonly IndexBlock[] {
    return [...this.#blocksOf(feedId)];
  }

  /** Takes in the block of an index file, in the order of the files. */
  load(block: IndexBlock): void {
    const number = this.#blocks.push(block) - 1;
    this.#ofFeed.set(block.feedId, [...(this.#ofFeed.get(block.feedId) ?? []), number]);
    for (let at = 0; at < block.rows; at++) {
      const isTwice = this.#table.find(block.high(at), block.low(at)) >= 0;
      // Damage and its repair may leave an article in two files: the first is the one that counts.
      if (isTwice) block.bury(at);
      else this.#table.add((number << SHIFT) | at);
    }
    this.#arrangement++;
  }

  /** Says of articles what the reader did to them. Answers the rows that changed, once all is durable. */
  async mark(rows: Iterable<number>, marks: Marks): Promise<number[]> {
    const { set, clear } = bitsOf(marks);
    const changed: number[] = [];
    const before: number[] = [];
    for (const row of rows) {
      const block = this.#block(row);
      const flags = block.flags(row & MASK);
      const next = (flags | set) & ~clear;
      if (next === flags || (flags & GONE) !== 0) continue;
      changed.push(row);
      before.push(flags);
      block.setFlags(row & MASK, next);
    }
    // What it finds changed already may still be on its way to the disk.
    if (changed.length === 0) await this.#journal.barrier();
    else {
      await this.#journal.commit({ is: 'flags', set, clear, ids: this.#idsOf(changed) }, () => {
        for (const [n, row] of changed.entries()) this.#block(row).setFlags(row & MASK, before[n] ?? 0);
      });
    }
    return changed;
  }

  /** Gives articles tags of the reader's own; `next` makes the new ones of the old. Answers how many changed. */
  async tag(rows: Iterable<number>, next: (ownTags: readonly string[]) => string[]): Promise<number> {
    const commits: Promise<void>[] = [];
    for (const row of rows) {
      const view = this.view(row);
      const before = view?.ownTags ?? [];
      const tags = next(before);
      if (!view || isSame(tags, before)) continue;
      const [block, at] = [this.#block(row), row & MASK];
      block.setOwnTags(at, tags);
      const record = { is: 'ownTags', id: view.id, tags } as const;
      commits.push(this.#journal.commit(record, () => block.setOwnTags(at, before)));
    }
    await allDone(commits.length > 0 ? commits : [this.#journal.barrier()]);
    return commits.length;
  }

  /** Takes in headers of one feed: new ones at the end, known ones as `revise` says. Resolves once they are durable. */
  async put(feedId: string, arriving: readonly StoredHeader[], revise: Revise): Promise<void> {
    const undos: (() => void)[] = [];
    const rows = [];
    for (const header of arriving) {
      const found = this.#find(header.id);
      const kept = found < 0 ? null : this.view(found)?.whole();
      // Deleted while it was on its way.
      if (kept === undefined) continue;
      const next = kept === null ? header : revise(kept, header);
      undos.push(this.#place(feedId, next));
      rows.push(toRow(next));
    }
    this.#arrangement++;
    await this.#journal.commit(articlesRecord(feedId, rows), () => {
      for (const undo of undos.reverse()) undo();
      this.#arrangement++;
    });
  }

  /**
   * Deletes articles, all but their identifiers, so that they do not come back; nor under the other name that `otherName`
   * gives them, which is as unique as an identifier. Answers how many.
   */
  async drop(ids: Iterable<string>, otherName: (header: StoredHeader) => string | null = () => null): Promise<number> {
    const rows = [...new Set(ids)].map((id) => this.rowOf(id)).filter((row) => row !== null);
    if (rows.length === 0) return 0;
    const headers = rows.flatMap((row) => this.view(row)?.whole() ?? []);
    const others = namesByFeed(headers, otherName);
    const record = { is: 'gone', ids: this.#idsOf(rows), others } as const;
    for (const row of rows) this.#block(row).bury(row & MASK);
    const undos = this.#buryNames(others);
    this.#arrangement++;
    await this.#journal.commit(record, () => {
      for (const undo of undos.reverse()) undo();
      for (const [n, row] of rows.entries()) {
        const header = headers[n];
        if (header) this.#block(row).set(row & MASK, header);
      }
      this.#arrangement++;
    });
    return rows.length;
  }

  /**
   * Leaves nothing of a feed's articles but those that are kept, no tombstones either. Only while a library is opened:
   * rows move. The journal must be emptied afterwards, since it may bring them back.
   */
  keepOnly(feedId: string, isKept: (header: HeaderView) => boolean): void {
    for (const number of this.#ofFeed.get(feedId) ?? []) {
      const block = this.#block(number << SHIFT);
      const kept = [...block.views()].filter(isKept).map((view) => view.whole());
      for (let at = 0; at < block.rows; at++) this.#table.remove((number << SHIFT) | at);
      block.cut(0);
      for (const [at, header] of kept.entries()) {
        block.set(at, header);
        this.#table.add((number << SHIFT) | at);
      }
    }
    this.#arrangement++;
  }

  /** Lets go of a feed whose files are about to be deleted. */
  forget(feedId: string): void {
    for (const number of this.#ofFeed.get(feedId) ?? []) {
      const block = this.#blocks[number];
      for (let at = 0; at < (block?.rows ?? 0); at++) {
        const row = (number << SHIFT) | at;
        this.#table.remove(row);
      }
      this.#blocks[number] = null;
    }
    this.#ofFeed.delete(feedId);
    this.#arrangement++;
  }

  /** Takes in a header that was found again, without writing it to the journal. */
  restore(header: StoredHeader): void {
    this.#place(header.feedId, header);
    this.#arrangement++;
  }

  /** Does what a record of the journal says, without writing it again. Throws Damage when a row in it is no row. */
  replay(record: JournalRecord): void {
    switch (record.is) {
      case 'flags':
        for (const row of this.#rowsOf(record.ids)) {
          const block = this.#block(row);
          block.setFlags(row & MASK, (block.flags(row & MASK) | record.set) & ~record.clear);
        }
        break;
      case 'ownTags':
        for (const row of this.#rowsOf(record.id)) this.#block(row).setOwnTags(row & MASK, record.tags);
        break;
      case 'articles':
        for (const row of record.rows) this.#replayArticle(fromRow(row, record.feed));
        break;
      case 'gone':
        for (const row of this.#rowsOf(record.ids)) this.#block(row).bury(row & MASK);
        this.#buryNames(record.others ?? {});
        break;
    }
    this.#arrangement++;
  }

  #replayArticle(header: StoredHeader): void {
    const row = this.#find(header.id);
    const kept = row < 0 ? null : this.view(row);
    if (row >= 0 && !kept) return;
    const { read, bookmarked, ownTags, offline } = kept ?? header;
    this.#place(header.feedId, { ...header, read, bookmarked, ownTags: [...ownTags], offline });
  }

  /** Makes a tombstone for each name that is not there; answers the ways back. */
  #buryNames(names: Readonly<Record<string, string>>): (() => void)[] {
    const undos: (() => void)[] = [];
    for (const [feedId, ids] of Object.entries(names)) {
      for (const id of idsOf(ids)) {
        if (this.#find(id) >= 0) continue;
        undos.push(this.#place(feedId, tombstoneOf(feedId, id)));
        const row = this.#find(id);
        this.#block(row).bury(row & MASK);
      }
    }
    return undos;
  }

  /** Puts a header where it lies, else at the end of its feed; answers the way back. */
  #place(feedId: string, header: StoredHeader): () => void {
    const found = this.#find(header.id);
    if (found >= 0) {
      const [block, at] = [this.#block(found), found & MASK];
      const before = block.view(at)?.whole();
      block.set(at, header);
      return () => before && block.set(at, before);
    }
    const number = this.#roomIn(feedId);
    const block = this.#block(number << SHIFT);
    const at = block.rows;
    block.set(at, header);
    this.#table.add((number << SHIFT) | at);
    return () => {
      this.#table.remove((number << SHIFT) | at);
      block.cut(at);
    };
  }

  /** The number of a block of this feed that is not full. */
  #roomIn(feedId: string): number {
    const numbers = this.#ofFeed.get(feedId) ?? [];
    const last = numbers.at(-1);
    if (last !== undefined && !this.#block(last << SHIFT).isFull) return last;
    const number = this.#blocks.push(this.#start({ feedId, n: numbers.length })) - 1;
    this.#ofFeed.set(feedId, [...numbers, number]);
    return number;
  }

  #find(id: string): number {
    if (!isArticleId(id)) return -1;
    const { high, low } = halvesOf(id);
    return this.#table.find(high, low);
  }

  *#rowsOf(ids: string): Iterable<number> {
    for (const id of idsOf(ids)) {
      const row = this.rowOf(id);
      if (row !== null) yield row;
    }
  }

  *#blocksOf(feedId: string): Iterable<IndexBlock> {
    for (const number of this.#ofFeed.get(feedId) ?? []) {
      const block = this.#blocks[number];
      if (block) yield block;
    }
  }

  #block(row: number): IndexBlock {
    const block = this.#blocks[row >>> SHIFT];
    if (!block) throw new RangeError(`there is no row ${row}`);
    return block;
  }

  #idsOf(rows: readonly number[]): string {
    const bytes = Buffer.allocUnsafe(rows.length * 8);
    for (const [n, row] of rows.entries()) {
      const block = this.#block(row);
      bytes.writeUInt32BE(block.high(row & MASK), n * 8);
      bytes.writeUInt32BE(block.low(row & MASK), n * 8 + 4);
    }
    return bytes.toString('hex');
  }
}

/** Rejects as the first of them does, but only once each is over: until then something may still be taken back. */
async function allDone(commits: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(commits);
  await Promise.all(commits);
}

function namesByFeed(
  headers: readonly StoredHeader[],
  nameOf: (header: StoredHeader) => string | null,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const header of headers) {
    const name = nameOf(header);
    if (name !== null) names[header.feedId] = (names[header.feedId] ?? '') + name;
  }
  return names;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, at) => tag === other[at]);

const bitsOf = ({ read, bookmarked }: Marks): { set: number; clear: number } => {
  const bits = (is: boolean): number => (read === is ? READ : 0) | (bookmarked === is ? BOOKMARKED : 0);
  return { set: bits(true), clear: bits(false) };
};
