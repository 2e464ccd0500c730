import { Fault } from '../../contract/failures';
import type { Article } from '../../contract/model';
import type { ArticleText } from '../../contract/reading';
import { isAllHere, shownText } from '../articles/shown-text';
import type { BodyRecord } from '../store/body-record';
import { feedRecord, titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import type { StoredHeader } from '../store/stored-header';
import { shown } from './article-list';

/** All of an article but what the reader has done in it. */
type Text = Omit<Article, 'place' | 'playables' | 'pictures' | 'missedPage'>;
type Sanitise = (html: string, base: string | null) => Promise<string>;

/** One article whole, with its text made safe. Throws Fault 'unknown-article' or 'text-lost'. */
export async function openArticle(store: Store, sanitise: Sanitise, id: string): Promise<Text> {
  const { headers, core } = store;
  const header = headers.get(id);
  if (!header) throw new Fault('unknown-article', { id });
  const feed = feedRecord(core.data, header.feedId);
  const { html, enclosures, earlier = [], page = null } = await textOf(store, header);
  const base = header.link ?? feed?.site ?? feed?.address ?? null;
  const [safe = '', safePage = '', ...safeEarlier] = await Promise.all([
    sanitise(html, base),
    page && sanitise(page.html, page.url),
    ...earlier.map((version) => sanitise(version.html, base)),
  ]);
  const ofFeed: ArticleText = { from: 'feed', html: safe, words: header.words };
  const ofPage: ArticleText | null = page && { from: 'page', html: safePage ?? '', words: page.words };
  const isPage = shownText({ html, words: header.words }, page) === 'page';
  const [text, other] = isPage && ofPage ? [ofPage, ofFeed] : [ofFeed, ofPage];
  const versions = earlier.map((version, n) => ({ ...version, html: safeEarlier[n] ?? '' }));
  // The reader may have marked it while its text was on its way.
  const now = headers.get(id) ?? header;
  return {
    ...shown(now),
    ...text,
    // A headline alone has no other text.
    other: other && other.words > 0 ? other : null,
    isCut: !isAllHere({ html, words: header.words }, page),
    author: now.author ?? page?.byline ?? null,
    language: now.language ?? page?.language ?? null,
    picture: now.picture ?? page?.picture ?? null,
    page: page && { url: page.url, at: page.at },
    enclosures,
    feedTitle: feed ? titleOf(feed) : '',
    earlier: versions,
  };
}

/** A text that cannot be had is looked after at once, so that the next refresh brings it. */
async function textOf(store: Store, { id, feedId, segment }: StoredHeader): Promise<BodyRecord> {
  const part = { feedId, n: segment };
  try {
    return await store.bodies.read(part, id);
  } catch (error) {
    if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
    await store.repair(part);
    throw new Fault('text-lost', {}, error);
  }
}
