import { HeaderRows, MASK, SHIFT } from './header-rows';
import type { IndexBlock } from './index-block';
import { fromRow } from './index-rows';
import { idsOf, type JournalRecord } from './journal-records';
import type { Part } from './layout';
import { type HeaderView, type StoredHeader, tombstoneOf } from './stored-header';

/** Starts the next index file of a feed. */
export type StartBlock = (part: Part) => IndexBlock;

/** The headers of all articles in memory, as they come from the files and the journal: nothing here is written anywhere. */
export class HeaderTable extends HeaderRows {
  readonly #start: StartBlock;

  constructor(start: StartBlock) {
    super();
    this.#start = start;
  }

  /** Takes in the block of an index file, in the order of the files. */
  load(block: IndexBlock): void {
    const number = this.blocks.push(block) - 1;
    this.numbersOf.set(block.feedId, [...(this.numbersOf.get(block.feedId) ?? []), number]);
    for (let at = 0; at < block.rows; at++) {
      const isTwice = this.table.find(block.high(at), block.low(at)) >= 0;
      // Damage and its repair may leave an article in two files: the first is the one that counts.
      if (isTwice) block.bury(at);
      else this.table.add((number << SHIFT) | at);
    }
    this.arranged++;
  }

  /**
   * Leaves nothing of a feed's articles but those that are kept, no tombstones either. Only while a library is opened:
   * rows move. The journal must be emptied afterwards, since it may bring them back.
   */
  keepOnly(feedId: string, isKept: (header: HeaderView) => boolean): void {
    for (const number of this.numbersOf.get(feedId) ?? []) {
      const block = this.block(number << SHIFT);
      const kept = [...block.views()].filter(isKept).map((view) => view.whole());
      for (let at = 0; at < block.rows; at++) this.table.remove((number << SHIFT) | at);
      block.cut(0);
      for (const [at, header] of kept.entries()) {
        block.set(at, header);
        this.table.add((number << SHIFT) | at);
      }
    }
    this.arranged++;
  }

  /** Lets go of a feed whose files are about to be deleted. */
  forget(feedId: string): void {
    for (const number of this.numbersOf.get(feedId) ?? []) {
      const block = this.blocks[number];
      for (let at = 0; at < (block?.rows ?? 0); at++) {
        const row = (number << SHIFT) | at;
        this.table.remove(row);
      }
      this.blocks[number] = null;
    }
    this.numbersOf.delete(feedId);
    this.arranged++;
  }

  /** Takes in a header that was found again, without writing it to the journal. */
  restore(header: StoredHeader): void {
    this.place(header.feedId, header);
    this.arranged++;
  }

  /** Does what a record of the journal says, without writing it again. Throws Damage when a row in it is no row. */
  replay(record: JournalRecord): void {
    switch (record.is) {
      case 'flags':
        for (const row of this.rowsOf(record.ids)) {
          const block = this.block(row);
          block.setFlags(row & MASK, (block.flags(row & MASK) | record.set) & ~record.clear);
        }
        break;
      case 'ownTags':
        for (const row of this.rowsOf(record.id)) this.block(row).setOwnTags(row & MASK, record.tags);
        break;
      case 'articles':
        for (const row of record.rows) this.#replayArticle(fromRow(row, record.feed));
        break;
      case 'gone':
        for (const row of this.rowsOf(record.ids)) this.block(row).bury(row & MASK);
        this.buryNames(record.others ?? {});
        break;
    }
    this.arranged++;
  }

  #replayArticle(header: StoredHeader): void {
    const row = this.find(header.id);
    const kept = row < 0 ? null : this.view(row);
    if (row >= 0 && !kept) return;
    const { read, bookmarked, ownTags, offline, thumbnail } = kept ?? header;
    this.place(header.feedId, { ...header, read, bookmarked, ownTags: [...ownTags], offline, thumbnail });
  }

  /** Makes a tombstone for each name that is not there; answers the ways back. */
  protected buryNames(names: Readonly<Record<string, string>>): (() => void)[] {
    const undos: (() => void)[] = [];
    for (const [feedId, ids] of Object.entries(names)) {
      for (const id of idsOf(ids)) {
        if (this.find(id) >= 0) continue;
        undos.push(this.place(feedId, tombstoneOf(feedId, id)));
        const row = this.find(id);
        this.block(row).bury(row & MASK);
      }
    }
    return undos;
  }

  /** Puts a header where it lies, else at the end of its feed; answers the way back. */
  protected place(feedId: string, header: StoredHeader): () => void {
    const found = this.find(header.id);
    if (found >= 0) {
      const [block, at] = [this.block(found), found & MASK];
      const before = block.view(at)?.whole();
      block.set(at, header);
      return () => before && block.set(at, before);
    }
    const number = this.#roomIn(feedId);
    const block = this.block(number << SHIFT);
    const at = block.rows;
    block.set(at, header);
    this.table.add((number << SHIFT) | at);
    return () => {
      this.table.remove((number << SHIFT) | at);
      block.cut(at);
    };
  }

  /** The number of a block of this feed that is not full. */
  #roomIn(feedId: string): number {
    const numbers = this.numbersOf.get(feedId) ?? [];
    const last = numbers.at(-1);
    if (last !== undefined && !this.block(last << SHIFT).isFull) return last;
    const number = this.blocks.push(this.#start({ feedId, n: numbers.length })) - 1;
    this.numbersOf.set(feedId, [...numbers, number]);
    return number;
  }
}
