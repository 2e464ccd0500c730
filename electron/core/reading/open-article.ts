import { Fault } from '../../contract/failures';
import type { Article } from '../../contract/model';
import type { BodyRecord } from '../store/body-record';
import { feedRecord, titleOf } from '../store/feed-records';
import type { Store } from '../store/store';
import type { StoredHeader } from '../store/stored-header';
import { shown } from './article-list';

/** All of an article but what the reader has done in it. */
type Text = Omit<Article, 'place' | 'playables' | 'pictures'>;
type Sanitise = (html: string, base: string | null) => Promise<string>;

/** One article whole, with its text made safe. Throws Fault 'unknown-article' or 'text-lost'. */
export async function openArticle(store: Store, sanitise: Sanitise, id: string): Promise<Text> {
  const { headers, core } = store;
  const header = headers.get(id);
  if (!header) throw new Fault('unknown-article', { id });
  const feed = feedRecord(core.data, header.feedId);
  const { html, enclosures, earlier = [] } = await textOf(store, header);
  const base = header.link ?? feed?.site ?? feed?.address ?? null;
  const [safe = '', ...safeEarlier] = await Promise.all(
    [html, ...earlier.map((version) => version.html)].map((text) => sanitise(text, base)),
  );
  const versions = earlier.map((version, n) => ({ ...version, html: safeEarlier[n] ?? '' }));
  // The reader may have marked it while its text was on its way.
  const now = headers.get(id) ?? header;
  return { ...shown(now), html: safe, enclosures, feedTitle: feed ? titleOf(feed) : '', earlier: versions };
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
