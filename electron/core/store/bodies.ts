import { Fault } from '../../contract/failures';
import { type BodyRecord, type PackedBody, packBody, unpackBody } from './body-record';
import { type BodySegment, hasRoom, roomIn, takeRoom } from './body-segment';
import { bodyFile, type Part } from './layout';
import type { LibraryFile } from './library-file';
import { type OpenSegment, SegmentCache } from './segment-cache';
import { Slices } from './slices';
import { reasonOf } from './system-error';
import { Turns } from './turns';

/** A text to keep; `segment` is where it is already, null when it is new. */
export interface ArrivingBody {
  id: string;
  segment: number | null;
  /** Packed already where another thread has done it. */
  record: BodyRecord | PackedBody;
}

interface Packed extends Omit<ArrivingBody, 'record'> {
  packed: PackedBody;
}

type SegmentFile = LibraryFile<BodySegment>;

/** The texts of the articles, on disk by segments of some hundred of one feed. */
export class Bodies {
  readonly #segments: SegmentCache<BodySegment>;
  readonly #packing = new Turns(1);
  readonly #slices = new Slices();

  constructor(open: OpenSegment<BodySegment>) {
    this.#segments = new SegmentCache(open);
  }

  /** One article's text. Throws the Fault 'library-damaged' when it cannot be had. */
  async read(part: Part, id: string): Promise<BodyRecord> {
    const packed = await this.packed(part, id);
    try {
      return unpackBody(packed);
    } catch (error) {
      throw new Fault('library-damaged', { file: bodyFile(part), reason: `article ${id}: ${reasonOf(error)}` }, error);
    }
  }

  /** The same as it lies in its segment. Throws the Fault 'library-damaged'. */
  async packed(part: Part, id: string): Promise<PackedBody> {
    const packed = await this.#segments.use(part, true, ({ data }) => data.bodies.get(id));
    if (packed) return packed;
    throw new Fault('library-damaged', { file: bodyFile(part), reason: `article ${id} is not in it` });
  }

  /** The identifiers of a segment's articles. Throws the Fault 'library-damaged'. */
  async idsIn(part: Part): Promise<string[]> {
    return this.#segments.use(part, true, ({ data }) => [...data.bodies.keys()]);
  }

  /**
   * Keeps texts, the new ones in the first segment with room from `last` on: the last that the feed has, or null. A
   * damaged segment is left as it is and passed over. Answers each text's segment once all are durable.
   */
  async write(feedId: string, last: number | null, arriving: readonly ArrivingBody[]): Promise<Map<string, number>> {
    const segments = new Map<string, number>();
    const all = await this.#packing.take(() => this.#packEach(arriving));
    const keep = async (n: number, choose: (file: SegmentFile) => Packed[]): Promise<void> => {
      const kept = await this.#add({ feedId, n }, last !== null && n <= last, choose);
      for (const { id } of kept) segments.set(id, n);
    };
    for (const [n, own] of bySegment(all)) await keep(n, () => own);
    let rest = all.filter(({ id }) => !segments.has(id));
    for (let n = last ?? 0; rest.length > 0; n++) {
      await keep(n, ({ data }) => fitting(rest, roomIn(data)));
      rest = rest.filter(({ id }) => !segments.has(id));
    }
    return segments;
  }

  /** Deletes the texts of a segment that are not kept. Throws the Fault 'library-damaged' or 'library-unwritable'. */
  async drop(part: Part, isKept: (id: string) => boolean): Promise<void> {
    await this.#segments.use(part, true, (file) =>
      file.change(({ feedId, bodies }) => ({
        feedId,
        bodies: new Map([...bodies].filter(([id]) => isKept(id))),
      })),
    );
  }

  /** A refresh brings hundreds at once, and each takes a fifth of a millisecond: the window goes first. */
  async #packEach(arriving: readonly ArrivingBody[]): Promise<Packed[]> {
    const packed: Packed[] = [];
    for (const { id, segment, record } of arriving) {
      if (this.#slices.isLong) await this.#slices.next();
      packed.push({ id, segment, packed: record instanceof Uint8Array ? record : packBody(record) });
    }
    return packed;
  }

  /** Forgets what is remembered of a segment, because its file was deleted or put aside. */
  forget(part: Part): void {
    this.#segments.forget(part);
  }

  async #add(part: Part, mustExist: boolean, choose: (file: SegmentFile) => Packed[]): Promise<Packed[]> {
    try {
      return await this.#segments.use(part, mustExist, async (file) => {
        const chosen = choose(file);
        if (chosen.length === 0) return chosen;
        const added = chosen.map(({ id, packed }) => [id, packed] as const);
        await file.change(({ feedId, bodies }) => ({ feedId, bodies: new Map([...bodies, ...added]) }));
        return chosen;
      });
    } catch (error) {
      if (error instanceof Fault && error.failure.code === 'library-damaged') return [];
      throw error;
    }
  }
}

function bySegment(arriving: readonly Packed[]): Map<number, Packed[]> {
  const groups = new Map<number, Packed[]>();
  for (const body of arriving) {
    if (body.segment !== null) groups.set(body.segment, [...(groups.get(body.segment) ?? []), body]);
  }
  return groups;
}

/** As many from the start as there is room for. */
function fitting(arriving: Packed[], room: ReturnType<typeof roomIn>): Packed[] {
  const end = arriving.findIndex(({ packed }) => {
    if (!hasRoom(room)) return true;
    takeRoom(room, packed);
    return false;
  });
  return end < 0 ? arriving : arriving.slice(0, end);
}
