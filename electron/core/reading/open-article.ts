import { Fault } from '../../contract/failures';
import type { Article } from '../../contract/model';
import { feedRecord, titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import { shown } from './article-list';

type Sanitise = (html: string, base: string | null) => Promise<string>;

/** One article whole, with its text made safe. Throws Fault 'unknown-article' or 'library-damaged'. */
export async function openArticle({ headers, bodies, core }: Store, sanitise: Sanitise, id: string): Promise<Article> {
  const header = headers.get(id);
  if (!header) throw new Fault('unknown-article', { id });
  const feed = feedRecord(core.data, header.feedId);
  const { html, enclosures } = await bodies.read({ feedId: header.feedId, n: header.segment }, id);
  const safe = await sanitise(html, header.link ?? feed?.site ?? feed?.address ?? null);
  // The reader may have marked it while its text was on its way.
  const now = headers.get(id) ?? header;
  return { ...shown(now), html: safe, enclosures, feedTitle: feed ? titleOf(feed) : '' };
}
