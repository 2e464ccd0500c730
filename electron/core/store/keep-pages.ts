import { Fault } from '../../contract/failures';
import type { ArrivingBody, Bodies } from './bodies';
import type { PageText } from './body-record';
import type { Headers } from './headers';
import type { Part } from './layout';
import type { StoredHeader } from './stored-header';

/** What a page says, and the tags and regions of the article with those of the page. */
export interface KeptPage extends Pick<StoredHeader, 'tags' | 'regions' | 'regionTags'> {
  page: PageText;
}

/**
 * Puts what pages say into the records of their articles, texts before headers. An article that went or changed
 * meanwhile is passed over, and so is one whose text is damaged: its page is asked for again.
 */
export async function keepPages(
  { headers, bodies }: { headers: Headers; bodies: Bodies },
  part: Part,
  pages: ReadonlyMap<string, KeptPage>,
): Promise<void> {
  const arriving: ArrivingBody[] = [];
  const rows: StoredHeader[] = [];
  for (const [id, { page, tags, regions, regionTags }] of pages) {
    const header = headers.get(id);
    if (!header || header.segment !== part.n || header.hash !== page.hash) continue;
    const record = await bodies.read(part, id).catch(passDamaged);
    if (!record) continue;
    arriving.push({ id, segment: part.n, record: { ...record, tags, regions, regionTags, page } });
    if (JSON.stringify([header.tags, header.regions]) !== JSON.stringify([tags, regions]))
      rows.push({ ...header, tags, regions, regionTags });
  }
  if (arriving.length > 0) await bodies.write(part.feedId, headers.lastSegment(part.feedId), arriving);
  if (rows.length === 0) return;
  const withTags = (kept: StoredHeader, { tags, regions, regionTags }: StoredHeader): StoredHeader => ({
    ...kept,
    tags,
    regions,
    regionTags,
  });
  await headers.put(part.feedId, rows, withTags);
}

function passDamaged(error: unknown): null {
  if (error instanceof Fault && error.failure.code === 'library-damaged') return null;
  throw error;
}
