import type { OfflineLevel } from '../../contract/model';
import { allDone } from './all-done';
import { MASK, SHIFT } from './header-rows';
import { HeaderTable, type StartBlock } from './header-table';
import { type IndexBlock, offlineBits } from './index-block';
import { toRow } from './index-rows';
import type { Journal } from './journal';
import { articlesRecord } from './journal-records';
import { BOOKMARKED, GONE, OFFLINE_BITS, READ, type StoredHeader, THUMBNAIL } from './stored-header';

/** An article that comes again: what of it stays, and what is new. */
export type Revise = (kept: StoredHeader, arriving: StoredHeader) => StoredHeader;

/** What the reader says of articles, and what of them is here; what is left out stays. */
export interface Marks {
  read?: boolean;
  bookmarked?: boolean;
  offline?: OfflineLevel;
  thumbnail?: boolean;
}

/**
 * The headers of all articles, in memory as columns and on disk in index files. Reading is at once; a change is visible at
 * once and resolves when it is durable in the journal, or rejects and is taken back. The files are written later.
 */
export class Headers extends HeaderTable {
  readonly #journal: Pick<Journal, 'commit' | 'barrier'>;

  constructor(journal: Pick<Journal, 'commit' | 'barrier'>, start: StartBlock) {
    super(start);
    this.#journal = journal;
  }

  /** Says of articles what the reader did to them, or what of them is here now. Answers the rows that changed, once all is durable. */
  async mark(rows: Iterable<number>, marks: Marks): Promise<Uint32Array> {
    const bits = bitsOf(marks);
    const { changed, before } = this.#setBits(Uint32Array.from(rows), bits);
    // What it finds changed already may still be on its way to the disk.
    if (changed.length === 0) await this.#journal.barrier();
    else {
      await this.#journal.commit({ is: 'flags', ...bits, ids: this.idsOf(changed) }, () => {
        for (const [n, row] of changed.entries()) this.block(row).setFlags(row & MASK, before[n] ?? 0);
      });
    }
    return changed;
  }

  /** May be asked of all there are: nothing is made for a row, and a block is looked for once where its rows come together. */
  #setBits(rows: Uint32Array, { set, clear }: Bits): { changed: Uint32Array; before: Uint8Array } {
    const changed = new Uint32Array(rows.length);
    const before = new Uint8Array(rows.length);
    let count = 0;
    let block: IndexBlock | null = null;
    let number = -1;
    for (const row of rows) {
      if (block === null || row >>> SHIFT !== number) block = this.block(row);
      number = row >>> SHIFT;
      const flags = block.flags(row & MASK);
      const next = (flags | set) & ~clear;
      if (next === flags || (flags & GONE) !== 0) continue;
      changed[count] = row;
      before[count++] = flags;
      block.setFlags(row & MASK, next);
    }
    return { changed: changed.slice(0, count), before: before.slice(0, count) };
  }

  /** Gives articles tags of the reader's own; `next` makes the new ones of the old. Answers how many changed. */
  async tag(rows: Iterable<number>, next: (ownTags: readonly string[]) => string[]): Promise<number> {
    const commits: Promise<void>[] = [];
    for (const row of rows) {
      const view = this.view(row);
      const before = view?.ownTags ?? [];
      const tags = next(before);
      if (!view || isSame(tags, before)) continue;
      const [block, at] = [this.block(row), row & MASK];
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
      const found = this.find(header.id);
      const kept = found < 0 ? null : this.view(found)?.whole();
      // Deleted while it was on its way.
      if (kept === undefined) continue;
      const next = kept === null ? header : revise(kept, header);
      undos.push(this.place(feedId, next));
      rows.push(toRow(next));
    }
    this.arranged++;
    await this.#journal.commit(articlesRecord(feedId, rows), () => {
      for (const undo of undos.reverse()) undo();
      this.arranged++;
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
    const record = { is: 'gone', ids: this.idsOf(Uint32Array.from(rows)), others } as const;
    for (const row of rows) this.block(row).bury(row & MASK);
    const undos = this.buryNames(others);
    this.arranged++;
    await this.#journal.commit(record, () => {
      for (const undo of undos.reverse()) undo();
      for (const [n, row] of rows.entries()) {
        const header = headers[n];
        if (header) this.block(row).set(row & MASK, header);
      }
      this.arranged++;
    });
    return rows.length;
  }
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

interface Bits {
  set: number;
  clear: number;
}

const bitsOf = ({ read, bookmarked, offline, thumbnail }: Marks): Bits => {
  const bits = (is: boolean): number =>
    (read === is ? READ : 0) | (bookmarked === is ? BOOKMARKED : 0) | (thumbnail === is ? THUMBNAIL : 0);
  const level = offline === undefined ? 0 : offlineBits(offline);
  const otherLevels = offline === undefined ? 0 : OFFLINE_BITS & ~level;
  return { set: bits(true) | level, clear: bits(false) | otherLevels };
};
