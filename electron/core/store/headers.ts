import { type IndexShard, SHARD_ROWS, type StoredHeader } from './index-shard';
import type { Part } from './layout';
import type { LibraryFile } from './library-file';
import { Slices } from './slices';

/** Some headers of one feed. The same array has not changed, so that whatever was counted in it still holds. */
export interface Run {
  feedId: string;
  rows: readonly StoredHeader[];
}

type Shard = LibraryFile<IndexShard>;

/** Where a header lies. It holds until an article goes, which only happens while a library is opened. */
export interface Place {
  readonly shard: Shard;
  readonly at: number;
}

/** Opens an index file, there or not; `refused` is told when changes in it were taken back. */
export type OpenShard = (part: Part, refused: () => void) => Promise<Shard>;

/** An article that comes again: what of it stays, and what is new. */
export type Revise = (kept: StoredHeader, arriving: StoredHeader) => StoredHeader;

/**
 * The headers of all articles, in memory and in the index files. Reading is at once; a change is visible at once and
 * resolves when it is durable, or rejects and is taken back. How they lie in memory is nobody else's business.
 */
export class Headers {
  readonly #open: OpenShard;
  readonly #shards = new Map<string, Shard[]>();
  readonly #places = new Map<string, Place>();
  #arrangement = 0;

  constructor(open: OpenShard) {
    this.#open = open;
  }

  /** Another number whenever an article may have come, gone or got another date. */
  get arrangement(): number {
    return this.#arrangement;
  }

  get(id: string): StoredHeader | undefined {
    return this.#find(id)?.row;
  }

  *runs(): Iterable<Run> {
    for (const shards of this.#shards.values()) for (const shard of shards) yield shard.data;
  }

  *ofFeed(feedId: string): Iterable<StoredHeader> {
    for (const shard of this.#shards.get(feedId) ?? []) yield* shard.data.rows;
  }

  /** Where all headers lie, feed by feed in the order in which they came. */
  *places(): Iterable<Place> {
    for (const shards of this.#shards.values()) {
      for (const shard of shards) for (let at = 0; at < shard.data.rows.length; at++) yield { shard, at };
    }
  }

  /** The header at a place; undefined when it was taken back because it could not be written. */
  at({ shard, at }: Place): StoredHeader | undefined {
    return shard.data.rows[at];
  }

  /** How many index files a feed has. */
  shardsOf(feedId: string): number {
    return this.#shards.get(feedId)?.length ?? 0;
  }

  /** Opens the next index file of a feed. */
  async load(feedId: string): Promise<void> {
    const n = this.shardsOf(feedId);
    const shard = await this.#open({ feedId, n }, () => this.#arrangement++);
    // Two may have come here at once: only the first one's is used.
    if (this.shardsOf(feedId) > n) return;
    this.#shards.set(feedId, [...(this.#shards.get(feedId) ?? []), shard]);
    this.#index(shard);
  }

  /** Changes the reader's side of some articles. Answers the changed rows as they were, once all is durable. */
  async change(ids: Iterable<string>, change: (row: StoredHeader) => StoredHeader): Promise<StoredHeader[]> {
    const before: StoredHeader[] = [];
    const written: Promise<void>[] = [];
    const slices = new Slices();
    for (const places of byShard(ids, (id) => this.#find(id)?.place)) {
      if (slices.isLong) await slices.next();
      const edits = new Edits();
      for (const place of places) {
        const row = this.at(place);
        if (!row) continue;
        const next = change(row);
        edits.set(place, next);
        if (next !== row) before.push(row);
      }
      const writing = edits.write();
      // Waited for below; a slice may lie between, and nobody else listens till then.
      writing.catch(() => {});
      written.push(writing);
    }
    await allDone(written);
    return before;
  }

  /** Takes in headers of one feed: new ones at the end, known ones as `revise` says. Resolves once they are durable. */
  async put(feedId: string, arriving: readonly StoredHeader[], revise: Revise): Promise<void> {
    const isNew = ({ id }: StoredHeader): boolean => !this.#find(id);
    while (this.#roomIn(feedId) < arriving.filter(isNew).length) await this.load(feedId);
    const edits = new Edits();
    for (const header of arriving) {
      const found = this.#find(header.id);
      if (found) edits.set(found.place, revise(found.row, header));
      else this.#places.set(header.id, edits.add(this.#shards.get(feedId) ?? [], header));
    }
    this.#arrangement++;
    await edits.write();
  }

  /** Deletes the articles of a feed that are not kept. Answers how many it deleted. */
  async drop(feedId: string, isKept: (row: StoredHeader) => boolean): Promise<number> {
    let dropped = 0;
    for (const shard of this.#shards.get(feedId) ?? []) {
      const rows = shard.data.rows.filter(isKept);
      if (rows.length === shard.data.rows.length) continue;
      dropped += shard.data.rows.length - rows.length;
      await shard.change(() => ({ feedId, rows }));
      this.#index(shard);
    }
    return dropped;
  }

  /** Lets go of a feed whose files are about to be deleted. */
  forget(feedId: string): void {
    this.#shards.delete(feedId);
    this.#arrangement++;
  }

  #find(id: string): { place: Place; row: StoredHeader } | null {
    const place = this.#places.get(id);
    const row = place?.shard.data.rows[place.at];
    // A place outlives its row when a change was taken back or the row was deleted.
    return place && row?.id === id ? { place, row } : null;
  }

  #index(shard: Shard): void {
    for (const [at, { id }] of shard.data.rows.entries()) this.#places.set(id, { shard, at });
    this.#arrangement++;
  }

  #roomIn(feedId: string): number {
    return (this.#shards.get(feedId) ?? []).reduce((room, shard) => room + roomOf(shard.data.rows), 0);
  }
}

/** The places of these articles, those in the same index file together. */
function byShard(ids: Iterable<string>, placeOf: (id: string) => Place | undefined): Iterable<Place[]> {
  const groups = new Map<Shard, Place[]>();
  for (const id of ids) {
    const place = placeOf(id);
    if (!place) continue;
    const group = groups.get(place.shard);
    if (group) group.push(place);
    else groups.set(place.shard, [place]);
  }
  return groups.values();
}

/** Rejects as the first of them does, but only once each is over: until then something may still be taken back. */
async function allDone(writes: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(writes);
  await Promise.all(writes);
}

const roomOf = (rows: readonly unknown[]): number => Math.max(0, SHARD_ROWS - rows.length);

/** What changes at once, gathered by index file so that each is written once. */
class Edits {
  readonly #rows = new Map<Shard, StoredHeader[]>();
  /** Files in which nothing changes but an earlier change may still be on its way. */
  readonly #awaited = new Set<Shard>();

  set({ shard, at }: Place, row: StoredHeader): void {
    if (row === shard.data.rows[at]) this.#awaited.add(shard);
    else this.#rowsOf(shard)[at] = row;
  }

  /** Adds a row to the first of these files that has room. */
  add(shards: readonly Shard[], row: StoredHeader): Place {
    const shard = shards.find((candidate) => roomOf(this.#rows.get(candidate) ?? candidate.data.rows) > 0);
    if (!shard) throw new RangeError('no room was made for the row');
    return { shard, at: this.#rowsOf(shard).push(row) - 1 };
  }

  async write(): Promise<void> {
    const changed = [...this.#rows].map(([shard, rows]) => shard.change(({ feedId }) => ({ feedId, rows })));
    const awaited = [...this.#awaited].map((shard) => shard.change((data) => data));
    await allDone([...changed, ...awaited]);
  }

  #rowsOf(shard: Shard): StoredHeader[] {
    const rows = this.#rows.get(shard) ?? [...shard.data.rows];
    this.#rows.set(shard, rows);
    return rows;
  }
}
