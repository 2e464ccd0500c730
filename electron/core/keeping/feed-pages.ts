import { type Failure, Fault, toFailure } from '../../contract/failures';
import { withPageTags } from '../articles/page-tags';
import { regionFinder } from '../articles/regions';
import type { PageText } from '../store/body-record';
import type { FeedRecord } from '../store/core-data';
import type { KeptPage } from '../store/keep-pages';
import type { Part } from '../store/layout';
import type { ArticlePictures, MissedPage, PicturePart } from '../store/pictures/picture-part';
import type { StoredHeader } from '../store/stored-header';
import { isDue, missedBy } from './article-pictures';
import { failureAt, type PicturePorts } from './feed-pictures';
import { fetchPage } from './fetch-page';

const MOST_AT_ONCE = 4;

/** An article whose page is to be fetched. */
export type Paged = Pick<StoredHeader, 'id' | 'hash' | 'title' | 'tags'> & { link: string };

/** What of an article its page is asked for with; null where it has no page. */
export const pagedOf = ({ id, hash, title, tags, link }: StoredHeader): Paged | null =>
  link === null ? null : { id, hash, title, tags, link };

/** Whether an article's page is to be fetched now, by itself: what the feed gives is not all of it. */
export function isPageAwaited(
  part: PicturePart,
  { id, hash, link }: StoredHeader,
  { whole, page }: ArticlePictures,
  now: number,
  isBack: boolean,
): boolean {
  if (whole || page || link === null) return false;
  const missed = part.missedPages.get(id);
  return missed?.hash !== hash || isDue(missed, now, isBack);
}

/**
 * Fetches the pages of some articles of one part and keeps what they say, in one commit. Answers the failure of the first
 * that could not be had; what came stays, whatever is thrown then.
 */
export async function keepPages(
  ports: PicturePorts,
  feed: FeedRecord,
  part: Part,
  articles: readonly Paged[],
): Promise<Failure | null> {
  const { store, now } = ports;
  const came = new Map<string, PageText>();
  const failed = new Map<string, Failure>();
  const stops: Fault[] = [];
  const fetchEach = async (queue: Iterator<Paged>): Promise<void> => {
    for (let next = queue.next(); !next.done && stops.length === 0; next = queue.next()) {
      const { id, link } = next.value;
      try {
        came.set(id, await fetchPage(ports, feed, next.value, ports.inTurn));
      } catch (thrown) {
        try {
          failed.set(id, failureAt(ports, link, thrown));
        } catch (stop) {
          const { code, detail } = toFailure(stop);
          stops.push(stop instanceof Fault ? stop : new Fault(code, detail, stop));
        }
      }
    }
  };
  const queue = articles.values();
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => fetchEach(queue)));

  await store.keepPages(part, await withTags(articles, came));
  await store.pictures.change(part, (data) => withPages(data, articles, { came, failed }, now()));
  const [stop] = stops;
  if (stop) throw stop;
  return failed.values().next().value ?? null;
}

async function withTags(
  articles: readonly Paged[],
  came: ReadonlyMap<string, PageText>,
): Promise<Map<string, KeptPage>> {
  const find = await regionFinder();
  const pages = articles.flatMap(({ id, tags }) => {
    const page = came.get(id);
    return page ? [[id, { page, ...withPageTags(tags, page.tags, find) }] as const] : [];
  });
  return new Map(pages);
}

/** What is said of the part afterwards: an article whose page came is looked through again. */
function withPages(
  part: PicturePart,
  asked: readonly Paged[],
  { came, failed }: { came: ReadonlyMap<string, PageText>; failed: ReadonlyMap<string, Failure> },
  now: number,
): PicturePart {
  const articles = new Map(part.articles);
  const missedPages = new Map(part.missedPages);
  for (const { id, hash } of asked) {
    const known = articles.get(id);
    const failure = failed.get(id);
    if (came.has(id)) {
      missedPages.delete(id);
      if (known) articles.set(id, { ...known, hash: '' });
    } else if (failure) missedPages.set(id, missedPage(failure, hash, missedPages.get(id), now));
  }
  return { ...part, articles, missedPages };
}

function missedPage(failure: Failure, hash: string, before: MissedPage | undefined, now: number): MissedPage {
  const same = before?.hash === hash ? before : undefined;
  return { ...missedBy(failure, same, now), hash, detail: failure.detail };
}

/** When the page of one of these articles is asked for again; null when none is. */
export function nextPageOf(part: PicturePart, ids: readonly string[]): number | null {
  const times = ids.flatMap((id) => part.missedPages.get(id)?.next ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}
