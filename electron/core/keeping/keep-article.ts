import { type Failure, Fault } from '../../contract/failures';
import type { OfflineLevel } from '../../contract/model';
import { feedRecord } from '../store/feed-records';
import type { ArticlePictures } from '../store/pictures/picture-part';
import type { StoredHeader } from '../store/stored-header';
import { keepPages, pagedOf } from './feed-pages';
import { keepPictures, levelOf, type PicturePorts } from './feed-pictures';

/** What is to be here of an article. */
export interface WantedArticle {
  level: 'text' | 'full';
  /** Its page is fetched anew, also where all of its text seems to be here. */
  anew?: boolean;
}

/** What of one article is here. */
export interface KeptArticle {
  level: OfflineLevel;
  /** On disk, of its pictures; one that others show too is counted for each. */
  bytes: number;
  pictures: number;
  /** Of its page, else of the first picture that could not be had. */
  failure: Failure | null;
}

/**
 * Fetches an article's page, where its text is not here, and then its pictures. Throws the Fault 'unknown-article', and what
 * stands in the way of every article.
 */
export async function keepArticle(
  ports: PicturePorts,
  looked: (header: StoredHeader) => Promise<ArticlePictures>,
  id: string,
  { level, anew = false }: WantedArticle,
): Promise<KeptArticle> {
  const { store } = ports;
  const header = store.headers.get(id);
  const feed = feedRecord(store.core.data, header?.feedId ?? '');
  if (!header || !feed) throw new Fault('unknown-article', { id });
  const part = { feedId: feed.id, n: header.segment };
  const paged = pagedOf(header);
  const before = await looked(header);
  const isWanted = anew || !(before.whole || before.page);
  const pageFailure = paged && isWanted ? await keepPages(ports, feed, part, [paged]) : null;
  const pictures = await looked(store.headers.get(id) ?? header);
  const { kept } = await store.pictures.part(part);
  const wanted = level === 'full' ? pictures.addresses.filter((address) => !kept.has(address)) : [];
  const { failure } = await keepPictures(ports, feed, part, [{ id, pictures, wanted }]);
  const data = await store.pictures.part(part);
  const files = pictures.addresses.flatMap((address) => data.kept.get(address) ?? []);
  return {
    level: levelOf(data, pictures),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    pictures: files.length,
    failure: pageFailure ?? failure,
  };
}
