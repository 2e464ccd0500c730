import type { ExtractedPage } from '../../contract/extracted-page';
import { Fault, failure, toFailure } from '../../contract/failures';
import { fold } from '../../contract/fold';
import { cut } from '../articles/cut';
import type { PageText } from '../store/body-record';
import type { FeedRecord } from '../store/core-data';
import { memoryOf, withMemory } from '../store/hosts-data';
import type { StoredHeader } from '../store/stored-header';
import { type FetchingPorts, fetchFor } from './fetch-picture';
import type { InTurn } from './site-icon';

const PAGES = 'text/html, application/xhtml+xml, */*;q=0.1';
/** More is refused by the extraction anyway. */
const MOST_BYTES = 5_000_000;
/** UTF-16 units of HTML, as of a feed's text. */
const LONGEST = 1_048_576;

interface Found {
  page: ExtractedPage;
  /** After redirects. */
  url: string;
}

/**
 * The text of an article's page, those of the pages that follow it joined to it. Throws the Faults of the network,
 * 'no-article' and 'page-too-large'.
 */
export async function fetchPage(
  ports: FetchingPorts,
  feed: FeedRecord,
  { link, hash, title }: Pick<StoredHeader, 'hash' | 'title'> & { link: string },
  inTurn: InTurn,
): Promise<PageText> {
  const { page, url } = await pageAt(ports, feed, link, inTurn);
  const { pages, isAll } = await followed(ports, feed, page, inTurn);
  const html = withoutTitle(pages.map((each) => each.html).join('\n'), title);
  return {
    hash,
    url,
    at: ports.now(),
    title: page.title,
    byline: page.byline,
    published: page.published,
    language: page.language,
    tags: page.tags,
    picture: html.includes('<img') ? null : (page.images[0]?.url ?? null),
    words: pages.reduce((sum, { words }) => sum + words, 0),
    isCut: page.isCut || !isAll || html.length > LONGEST,
    html: cut(html, LONGEST),
  };
}

/** A heading at the beginning, in up to five containers. */
const HEADING = /^\s*(?:<(?:div|section|header|article)\b[^<>]*>\s*){0,5}<h[1-3]\b[^<>]*>([^<]{1,500})<\/h[1-3]>/;

/** The extraction knows the page's title, which may be another than the feed's: neither is to stand twice. */
function withoutTitle(html: string, title: string): string {
  const [whole, heading] = HEADING.exec(html) ?? [];
  if (whole === undefined || heading === undefined || fold(heading) !== fold(title)) return html;
  return whole.slice(0, whole.lastIndexOf('<h')) + html.slice(whole.length);
}

/** An article's first page and those that follow it, as many as can be had: the beginning is better than nothing. */
async function followed(
  ports: FetchingPorts,
  feed: FeedRecord,
  first: ExtractedPage,
  inTurn: InTurn,
): Promise<{ pages: ExtractedPage[]; isAll: boolean }> {
  const pages = [first];
  let length = first.html.length;
  for (const address of first.nextPages) {
    if (length > LONGEST) break;
    try {
      const { page } = await pageAt(ports, feed, address, inTurn);
      pages.push(page);
      length += page.html.length;
    } catch (thrown) {
      if (!(thrown instanceof Fault) || IN_THE_WAY.has(thrown.failure.code)) throw thrown;
      return { pages, isAll: false };
    }
  }
  return { pages, isAll: true };
}

/** What says nothing of the page. */
const IN_THE_WAY: ReadonlySet<string> = new Set(['cancelled', 'working-offline', 'unexpected']);

/** One page in its host's turn, read with what is known of the host, which is more afterwards. */
async function pageAt(ports: FetchingPorts, feed: FeedRecord, address: string, inTurn: InTurn): Promise<Found> {
  const { store, work } = ports;
  const asked = { accept: PAGES, maxBytes: MOST_BYTES };
  const { body, contentType, url } = await inTurn(new URL(address).host, (signal) =>
    fetchFor(ports, feed, address, { ...asked, signal }),
  ).catch(tooLarge);
  if (contentType !== null && !/html|xml/i.test(contentType))
    throw new Fault('no-article', { url, reason: `it is ${contentType.split(';')[0]}` });
  const { host } = new URL(url);
  const known = memoryOf(store.hosts.data, host);
  const { page, memory } = await work.extractPage(body, { contentType, url }, known).catch(unreadable(url));
  store.hosts.note((hosts) => withMemory(hosts, host, memory));
  return { page, url };
}

/** No page may stop the others, whatever it does to the extraction. */
const unreadable =
  (url: string) =>
  (thrown: unknown): never => {
    const { code, message } = toFailure(thrown);
    throw code === 'unexpected' ? new Fault('no-article', { url, reason: message }, thrown) : thrown;
  };

/** Said of a feed, it would be of little help. */
function tooLarge(thrown: unknown): never {
  if (thrown instanceof Fault && thrown.failure.code === 'too-large') {
    const { url = '', megabytes = '' } = thrown.failure.detail;
    const { code, detail } = failure('page-too-large', { url, reason: `more than ${megabytes} MB` });
    throw new Fault(code, detail, thrown);
  }
  throw thrown;
}
