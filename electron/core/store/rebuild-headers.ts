import { Fault } from '../../contract/failures';
import type { Bodies } from './bodies';
import type { BodyRecord } from './body-record';
import type { Headers } from './headers';
import type { Part } from './layout';
import type { StoredHeader } from './stored-header';

/**
 * Makes headers of the texts that have none: those of a lost index file. What the reader did to these articles is not in
 * the texts. Answers how many were found.
 */
export async function rebuildHeaders(
  { headers, bodies }: { headers: Headers; bodies: Bodies },
  feedId: string,
  segments: readonly number[],
): Promise<number> {
  const found: StoredHeader[] = [];
  for (const n of [...segments].sort((a, b) => a - b)) {
    const part = { feedId, n };
    for (const id of await readable(bodies, part)) {
      if (headers.get(id) || headers.isGone(id)) continue;
      found.push(headerOf(await bodies.read(part, id), { id, feedId, segment: n }));
    }
  }
  for (const header of found) headers.restore(header);
  return found.length;
}

/** None of a segment that is damaged itself. */
async function readable(bodies: Bodies, part: Part): Promise<string[]> {
  try {
    return await bodies.idsIn(part);
  } catch (error) {
    if (error instanceof Fault && error.failure.code === 'library-damaged') return [];
    throw error;
  }
}

function headerOf(
  { html: _, enclosures: __, earlier: ___, page: ____, regions = [], regionTags = 0, ...record }: BodyRecord,
  place: Pick<StoredHeader, 'id' | 'feedId' | 'segment'>,
): StoredHeader {
  const state = { ownTags: [], read: false, bookmarked: false, offline: 'feed', thumbnail: false } as const;
  return { ...record, ...state, ownTags: [], regions, regionTags, ...place };
}
