import { Fault } from '../../contract/failures';
import type { Store } from '../store/store';
import type { StoredHeader } from '../store/stored-header';
import type { ArchivedArticle } from './archive-format';

/** What has gone into an archive so far; `missing` are articles whose text is damaged. */
export interface Tally {
  articles: number;
  bookmarks: number;
  missing: number;
}

/** Articles as lines of JSON, each read only when it is its turn. */
export async function* articleLines(store: Store, ids: readonly string[], tally: Tally): AsyncGenerator<string> {
  for (const id of ids) {
    const header = store.headers.get(id);
    const article = header && (await archived(store, header).catch(passDamaged));
    if (!article) {
      tally.missing++;
      continue;
    }
    tally.articles++;
    if (article.bookmarked) tally.bookmarks++;
    yield `${JSON.stringify(article)}\n`;
  }
}

async function archived({ bodies }: Store, header: StoredHeader): Promise<ArchivedArticle> {
  const { feedId, segment, offline: _, thumbnail: __, ...rest } = header;
  const { html, enclosures, page } = await bodies.read({ feedId, n: segment }, header.id);
  return { ...rest, html, enclosures, ...(page && { page }) };
}

function passDamaged(error: unknown): null {
  if (error instanceof Fault && error.failure.code === 'library-damaged') return null;
  throw error;
}
