import type { Article, ArticleHeader, ArticlePage, Filter } from '../../electron/contract/model';
import { ask } from '../caravan';
import { cache } from './cache';
import { type Said, tellFailure, tellReader } from './notice';
import { leaveTerm, useView } from './view';

type Change = (article: ArticleHeader) => ArticleHeader;

/** Shows a change at once, asks the core to keep it, and shows what was when it cannot. */
async function optimistic(ids: string[], change: Change, keep: () => Promise<unknown>): Promise<void> {
  const changed = <Kind extends ArticleHeader>(article: Kind): Kind =>
    ids.includes(article.id) ? { ...article, ...change(article) } : article;
  const isIn = (article: ArticleHeader): boolean => ids.includes(article.id);
  // What does not hold any of them is left alone: to look through all that is known takes longer than a frame.
  const pages = cache
    .getQueriesData<ArticlePage>({ queryKey: ['articles'] })
    .filter(([, page]) => page?.articles.some(isIn));
  const opened = cache
    .getQueriesData<Article>({ queryKey: ['article'] })
    .filter(([, article]) => article && isIn(article));
  for (const [key, page] of pages) if (page) cache.setQueryData(key, { ...page, articles: page.articles.map(changed) });
  for (const [key, article] of opened) if (article) cache.setQueryData(key, changed(article));
  try {
    await keep();
  } catch (thrown) {
    for (const [key, data] of [...pages, ...opened]) cache.setQueryData(key, data);
    tellFailure(thrown);
  }
}

export const markArticles = (ids: string[], read: boolean): Promise<void> =>
  optimistic(
    ids,
    (article) => ({ ...article, read }),
    () => ask('articles.mark', { ids, read }),
  );

export const bookmarkArticles = (ids: string[], bookmarked: boolean): Promise<void> =>
  optimistic(
    ids,
    (article) => ({ ...article, bookmarked }),
    () => ask('articles.bookmark', { ids, bookmarked }),
  );

/** Gives and takes the reader's own tags. */
export const tagArticles = (ids: string[], add: string[], remove: string[]): Promise<void> =>
  optimistic(
    ids,
    (article) => ({ ...article, ownTags: [...article.ownTags.filter((tag) => !remove.includes(tag)), ...add] }),
    () => ask('articles.tag', { ids, add, remove }),
  );

/** Marks all that pass a filter, and offers to take it back; what arrived after `until` is not touched. */
export async function markAllRead(filter: Filter, until: number | null = null): Promise<void> {
  await undoable(
    () => ask('articles.markAll', until === null ? { filter } : { filter, until }),
    ({ changed }) => ({ key: 'notice.markedAll', values: { count: changed } }),
  );
}

/** Marks all that the list shows, and nothing that waits to be let in. */
export function markListRead(): Promise<void> {
  const { filter, until } = useView.getState();
  return markAllRead(filter, until);
}

/** Stops following a feed, and offers to take it back. */
export async function removeFeed(id: string, title: string): Promise<void> {
  await undoable(
    () => ask('feeds.remove', { ids: [id] }),
    () => ({ key: 'notice.unsubscribed', values: { title } }),
  );
  leaveTerm({ kind: 'feed', value: id });
}

interface Undoable {
  changed: number;
  /** The latest last, where it was done in several steps. */
  undo: string | string[];
}

/** Changes something, tells the reader of it in `words`, and offers to take it back; tells why when it fails. */
export async function undoable(
  run: () => Promise<Undoable>,
  words: (done: Undoable) => Said | Promise<Said>,
): Promise<void> {
  try {
    const done = await run();
    tellReader({ words: await words(done), undo: () => void takeBack([done.undo].flat()).catch(tellFailure) });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

async function takeBack(undos: string[]): Promise<void> {
  for (const undo of undos.toReversed()) await ask('changes.undo', { undo });
}

/** Fetches all feeds, or these. What fails is shown beside each feed, not here. */
export async function refresh(feedIds: string[] | null = null): Promise<void> {
  try {
    await ask('refresh.start', { feedIds });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

export const cancelRefresh = (): void => void ask('refresh.cancel', {}).catch(tellFailure);
