import { Fault } from '../../contract/failures';
import { type BodyRecord, hasRoom, roomIn, takeRoom } from './body-segment';
import { bodyFile, type Part } from './layout';
import { type OpenSegment, SegmentCache, type SegmentFile } from './segment-cache';

/** A text to keep; `segment` is where it is already, null when it is new. */
export interface ArrivingBody {
  id: string;
  segment: number | null;
  record: BodyRecord;
}

/** The texts of the articles, on disk by segments of some hundred of one feed. */
export class Bodies {
  readonly #segments: SegmentCache;

  constructor(open: OpenSegment) {
    this.#segments = new SegmentCache(open);
  }

  /** One article's text. Throws the Fault 'library-damaged' when it cannot be had. */
  async read(part: Part, id: string): Promise<BodyRecord> {
    const body = await this.#segments.use(part, true, ({ data }) => data.bodies[id]);
    if (!body) throw new Fault('library-damaged', { file: bodyFile(part), reason: `article ${id} is not in it` });
    return body;
  }

  /**
   * Keeps texts, the new ones in the first segment with room from `last` on: the last that the feed has, or null. A
   * damaged segment is left as it is and passed over. Answers each text's segment once all are durable.
   */
  async write(feedId: string, last: number | null, arriving: readonly ArrivingBody[]): Promise<Map<string, number>> {
    const segments = new Map<string, number>();
    const keep = async (n: number, choose: (file: SegmentFile) => ArrivingBody[]): Promise<void> => {
      const kept = await this.#add({ feedId, n }, last !== null && n <= last, choose);
      for (const { id } of kept) segments.set(id, n);
    };
    for (const [n, own] of bySegment(arriving)) await keep(n, () => own);
    let rest = arriving.filter(({ id }) => !segments.has(id));
    for (let n = last ?? 0; rest.length > 0; n++) {
      await keep(n, ({ data }) => fitting(rest, roomIn(data)));
      rest = rest.filter(({ id }) => !segments.has(id));
    }
    return segments;
  }

  /** Deletes the texts of a segment that are not kept. */
  async drop(part: Part, isKept: (id: string) => boolean): Promise<void> {
    await this.#segments.use(part, true, (file) =>
      file.change(({ bodies }) => ({
        bodies: Object.fromEntries(Object.entries(bodies).filter(([id]) => isKept(id))),
      })),
    );
  }

  async #add(part: Part, mustExist: boolean, choose: (file: SegmentFile) => ArrivingBody[]): Promise<ArrivingBody[]> {
    try {
      return await this.#segments.use(part, mustExist, async (file) => {
        const chosen = choose(file);
        const added = Object.fromEntries(chosen.map(({ id, record }) => [id, record]));
        if (chosen.length > 0) await file.change(({ bodies }) => ({ bodies: { ...bodies, ...added } }));
        return chosen;
      });
    } catch (error) {
      if (error instanceof Fault && error.failure.code === 'library-damaged') return [];
      throw error;
    }
  }
}

function bySegment(arriving: readonly ArrivingBody[]): Map<number, ArrivingBody[]> {
  const groups = new Map<number, ArrivingBody[]>();
  for (const body of arriving) {
    if (body.segment !== null) groups.set(body.segment, [...(groups.get(body.segment) ?? []), body]);
  }
  return groups;
}

/** As many from the start as there is room for. */
function fitting(arriving: ArrivingBody[], room: ReturnType<typeof roomIn>): ArrivingBody[] {
  const end = arriving.findIndex(({ record }) => {
    if (!hasRoom(room)) return true;
    takeRoom(room, record);
    return false;
  });
  return end < 0 ? arriving : arriving.slice(0, end);
}
