import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Article, ArticleHeader, ArticlePage, DayCount, Filter, Sort, Term } from '../../electron/contract/model';
import { DEFAULT_SETTINGS } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { cache } from './cache';
import { markArticles } from './changes';
import { whenReleased } from './held-key';
import { tellFailure, tellReader } from './notice';
import { settingsQuery, useSettings } from './settings';
import { moveSelected, selectArticle, showVersion, useView } from './view';

const PAGE = 100;
/** Pages that are asked for before they come into sight: a wheel turns one by in a tenth of a second. */
const AHEAD = 4;
/** How long a page that is out of sight is remembered. */
const REMEMBERED_MS = 15_000;

/** What else decides what is in the list. */
function listed(): { keep: string[]; until?: number } {
  const { keep, until } = useView.getState();
  return until === null ? { keep } : { keep, until };
}

const settingsNow = () => cache.getQueryData(settingsQuery.queryKey) ?? DEFAULT_SETTINGS;

/** The list as it is shown now, as the core is asked about it. */
export function listNow() {
  const { filter, bestFirst } = useView.getState();
  return { filter, sort: orderOf(filter, settingsNow().sort, bestFirst), ...listed() };
}

/** The order of a list: while words are searched for, the best first unless the reader wants it otherwise. */
const orderOf = (filter: Filter, usual: Sort, bestFirst: boolean): Sort =>
  bestFirst && filter.text.trim() !== '' ? 'best' : usual;

export function useListOrder(filter: Filter): Sort {
  const { sort } = useSettings();
  const bestFirst = useView((view) => view.bestFirst);
  return orderOf(filter, sort, bestFirst);
}

let zoneKnown = { offset: Number.NaN, name: '' };

/** The time zone that the reader is in now; to ask for its name takes long, and readers travel. */
function zone(): string {
  const offset = new Date().getTimezoneOffset();
  if (offset !== zoneKnown.offset) zoneKnown = { offset, name: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  return zoneKnown.name;
}

/** A page of the list. What is kept is read when asked, so that opening an article does not start the list anew. */
function pageQuery(filter: Filter, sort: Sort, page: number) {
  const days = page === 0 && settingsNow().byDay ? { zone: zone() } : {};
  const key = ['articles', filter, sort, useView.getState().turn, page, days] as const;
  return queryOptions({
    queryKey: key,
    queryFn: () => ask('articles.list', { filter, sort, offset: page * PAGE, limit: PAGE, ...listed(), ...days }),
    gcTime: REMEMBERED_MS,
    // While the next list is on its way the one before stays: nothing flickers as one types. Other rows never stand in.
    placeholderData: (before: ArticlePage | undefined, of: { queryKey: readonly unknown[] } | undefined) =>
      of?.queryKey[4] === page ? before : undefined,
  });
}

/** How long the list is; `ready` is false until it is known, `error` says why it never will be. */
export interface ListCounts {
  total: number;
  unread: number;
  /** How many wait to be let in. */
  newer: number;
  /** The days that the list stands under; undefined where it does not. */
  days: DayCount[] | undefined;
  ready: boolean;
  error: Error | null;
  /** True while what is shown is still the list before. */
  isChanging: boolean;
}

export function useListCounts(filter: Filter, sort: Sort): ListCounts {
  const { data, error, isPlaceholderData } = useQuery(pageQuery(filter, sort, 0));
  const { total, unread, newer, days } = data ?? { total: 0, unread: 0, newer: 0 };
  return { total, unread, newer, days, ready: data !== undefined, error, isChanging: isPlaceholderData };
}

/** The articles at these rows of the list, by row; undefined where their page has not come yet. */
export function useListRows(filter: Filter, sort: Sort, rows: readonly number[]) {
  const pages = [...new Set(rows.map((row) => Math.floor(row / PAGE)))];
  const answers = useQueries({ queries: pages.map((page) => pageQuery(filter, sort, page)) });
  return (row: number): ArticleHeader | undefined =>
    answers[pages.indexOf(Math.floor(row / PAGE))]?.data?.articles[row % PAGE];
}

/** Asks for the pages that come into sight next, when one goes on in this direction. */
export function useNextPages(
  filter: Filter,
  sort: Sort,
  { from, to, total }: { from: number; to: number; total: number },
) {
  const [first, last] = [Math.floor(from / PAGE), Math.floor(to / PAGE)];
  const end = Math.ceil(total / PAGE);
  const turn = useView((view) => view.turn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another turn it is another list
  useEffect(() => {
    for (let page = Math.max(0, first - AHEAD); page <= last + AHEAD && page < end; page++) {
      if (page < first || page > last) void cache.prefetchQuery(pageQuery(filter, sort, page));
    }
  }, [filter, sort, turn, first, last, end]);
}

/** The article at a row, as far as the window knows it. */
export const knownAt = (row: number): ArticleHeader | undefined => {
  const { filter, sort } = listNow();
  return cache.getQueryData(pageQuery(filter, sort, Math.floor(row / PAGE)).queryKey)?.articles[row % PAGE];
};

/** Where the open article stands is found out again when another one has come into its row. */
export function useSteadySelected(articleAt: (row: number) => ArticleHeader | undefined): void {
  const selected = useView((view) => view.selected);
  const there = selected ? articleAt(selected.index)?.id : undefined;
  useEffect(() => {
    if (!selected || there === undefined || there === selected.id) return;
    void ask('articles.place', { ...listNow(), id: selected.id })
      .then(({ place }) => place !== null && moveSelected(selected.id, place))
      .catch(tellFailure);
  }, [selected, there]);
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
  if (opened) return opened;
  for (const [, page] of cache.getQueriesData<ArticlePage>({ queryKey: ['articles'] })) {
    const found = page?.articles.find((article) => article.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Shows what the open article said before its publisher changed it, or what it says now; nothing where it never changed. */
export function toggleEarlier(): void {
  const { selected, version } = useView.getState();
  const opened = cache.getQueryData<Article>(['article', selected?.id]);
  if (opened && opened.earlier.length > 0) showVersion(version === null ? 0 : null);
}

/** Opens the article at this place of the list and marks it read. False when there is none. */
async function openArticleAt(index: number): Promise<boolean> {
  if (index < 0) return false;
  const { filter, sort } = listNow();
  const page = pageQuery(filter, sort, Math.floor(index / PAGE));
  const article = knownAt(index) ?? (await cache.fetchQuery(page)).articles[index % PAGE];
  if (!article) return false;
  openArticle(article, index);
  return true;
}

/** The list goes along at once; the article comes when the key that leads there is let go, and is read only then. */
export function openArticle({ id, read }: ArticleHeader, index: number): void {
  selectArticle(id, index);
  whenReleased(() => {
    if (useView.getState().selected?.id !== id) return;
    useView.setState({ opened: id });
    if (!read) void markArticles([id], true);
  });
}

const UNREAD: Term = { kind: 'state', value: 'unread' };

/** Opens the next article below the open one that is not read yet. */
export const openNextUnread = (): void => void inTurn(nextUnread).catch(tellFailure);

async function nextUnread(): Promise<void> {
  const { selected } = useView.getState();
  const { filter, keep, ...held } = listNow();
  const unread = { ...filter, all: [...filter.all, UNREAD] };
  const place = selected
    ? (await ask('articles.place', { filter: unread, ...held, keep: [selected.id], id: selected.id })).place
    : null;
  const offset = place === null ? 0 : place + 1;
  const kept = selected ? [selected.id] : [];
  const { articles } = await ask('articles.list', { filter: unread, offset, limit: 1, ...held, keep: kept });
  const [next] = articles;
  const row = next && (await ask('articles.place', { filter, ...held, keep, id: next.id })).place;
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
  const { selected } = useView.getState();
  if (!selected) return -step;
  if (knownAt(selected.index)?.id === selected.id) return selected.index;
  const { place } = await ask('articles.place', { ...listNow(), id: selected.id });
  return place ?? selected.index;
}
