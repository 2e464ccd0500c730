import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { Article, ArticleHeader, ArticlePage, Filter, Sort, Term } from '../../electron/contract/model';
import { ask } from '../caravan';
import { cache } from './cache';
import { markArticles } from './changes';
import { tellFailure, tellReader } from './notice';
import { settingsQuery } from './settings';
import { selectArticle, showVersion, useView } from './view';

const PAGE = 100;

/** What else decides what is in the list. */
function listed(): { keep: string[]; until?: number } {
  const { keep, until } = useView.getState();
  return until === null ? { keep } : { keep, until };
}

/** A page of the list. What is kept is read when asked, so that opening an article does not start the list anew. */
const pageQuery = (filter: Filter, sort: Sort, page: number) =>
  queryOptions({
    queryKey: ['articles', filter, sort, useView.getState().turn, page],
    queryFn: () => ask('articles.list', { filter, sort, offset: page * PAGE, limit: PAGE, ...listed() }),
    // While the next list is on its way the one before stays: nothing flickers as one types.
    placeholderData: keepPreviousData,
  });

/** How long the list is; `ready` is false until it is known, `error` says why it never will be. */
export interface ListCounts {
  total: number;
  unread: number;
  /** How many wait to be let in. */
  newer: number;
  ready: boolean;
  error: Error | null;
  /** True while what is shown is still the list before. */
  isChanging: boolean;
}

export function useListCounts(filter: Filter, sort: Sort): ListCounts {
  const { data, error, isPlaceholderData } = useQuery(pageQuery(filter, sort, 0));
  const { total, unread, newer } = data ?? { total: 0, unread: 0, newer: 0 };
  return { total, unread, newer, ready: data !== undefined, error, isChanging: isPlaceholderData };
}

/** The articles at these rows of the list, by row; undefined where their page has not come yet. */
export function useListRows(filter: Filter, sort: Sort, rows: number[]) {
  const pages = [...new Set(rows.map((row) => Math.floor(row / PAGE)))];
  const answers = useQueries({ queries: pages.map((page) => pageQuery(filter, sort, page)) });
  return (row: number): ArticleHeader | undefined =>
    answers[pages.indexOf(Math.floor(row / PAGE))]?.data?.articles[row % PAGE];
}

export const useArticle = (id: string | undefined): { article: Article | undefined; error: Error | null } => {
  const { data, error } = useQuery({
    queryKey: ['article', id],
    queryFn: () => ask('articles.open', { id: id ?? '' }),
    enabled: id !== undefined,
    // The frame stays while the next article comes, and with it the focus in it.
    placeholderData: keepPreviousData,
  });
  return { article: data, error };
};

/** The article as the window last heard of it: from the list, as its text may still be on its way. */
export function knownArticle(id: string): ArticleHeader | undefined {
  const opened = cache.getQueryData<Article>(['article', id]);
  const pages = cache.getQueriesData<ArticlePage>({ queryKey: ['articles'] });
  return opened ?? pages.flatMap(([, page]) => page?.articles ?? []).find((article) => article.id === id);
}

/** Shows what the open article said before its publisher changed it, or what it says now; nothing where it never changed. */
export function toggleEarlier(): void {
  const { selected, version } = useView.getState();
  const opened = cache.getQueryData<Article>(['article', selected?.id]);
  if (opened && opened.earlier.length > 0) showVersion(version === null ? 0 : null);
}

/** Opens the article at this place of the list and marks it read. False when there is none. */
async function openArticleAt(index: number): Promise<boolean> {
  const { filter } = useView.getState();
  const { sort } = await cache.fetchQuery(settingsQuery);
  if (index < 0) return false;
  const page = await cache.fetchQuery(pageQuery(filter, sort, Math.floor(index / PAGE)));
  const article = page.articles[index % PAGE];
  if (!article) return false;
  openArticle(article, index);
  return true;
}

export function openArticle(article: ArticleHeader, index: number): void {
  selectArticle(article.id, index);
  if (!article.read) void markArticles([article.id], true);
}

const UNREAD: Term = { kind: 'state', value: 'unread' };

/** Opens the next article below the open one that is not read yet. */
export const openNextUnread = (): void => void inTurn(nextUnread).catch(tellFailure);

async function nextUnread(): Promise<void> {
  const { filter, selected } = useView.getState();
  const { sort } = await cache.fetchQuery(settingsQuery);
  const { keep, ...held } = listed();
  const unread = { ...filter, all: [...filter.all, UNREAD] };
  const place = selected
    ? (await ask('articles.place', { filter: unread, sort, ...held, keep: [selected.id], id: selected.id })).place
    : null;
  const offset = place === null ? 0 : place + 1;
  const kept = selected ? [selected.id] : [];
  const { articles } = await ask('articles.list', { filter: unread, sort, offset, limit: 1, ...held, keep: kept });
  const [next] = articles;
  const row = next && (await ask('articles.place', { filter, sort, ...held, keep, id: next.id })).place;
  if (next && typeof row === 'number') openArticle(next, row);
  else tellReader({ words: { key: 'empty.noneBelow' } });
}

let steps: Promise<unknown> = Promise.resolve();

/** Opens the next or previous article, or the first when none is open. One step after the other, however fast the keys. */
export function stepArticle(step: 1 | -1): Promise<boolean> {
  return inTurn(async () => openArticleAt((await placeOfSelected(step)) + step));
}

function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const stepped = steps.then(step);
  steps = stepped.catch(() => {});
  return stepped;
}

/** The row of the open article now: others may have come before it since it was opened. */
async function placeOfSelected(step: 1 | -1): Promise<number> {
  const { selected, filter } = useView.getState();
  if (!selected) return -step;
  const { sort } = await cache.fetchQuery(settingsQuery);
  const { place } = await ask('articles.place', { filter, sort, ...listed(), id: selected.id });
  return place ?? selected.index;
}
