import { create } from 'zustand';
import type { Article } from '../../electron/contract/model';
import { ask } from '../caravan';
import { cache } from './cache';
import { tellFailure } from './notice';
import { showText, useView } from './view';

/** The article whose page is being fetched because the reader asked; null when there is none. */
export const useFetchedPage = create<{ id: string | null }>(() => ({ id: null }));

const opened = (): Article | undefined => {
  const { selected } = useView.getState();
  return selected ? cache.getQueryData<Article>(['article', selected.id]) : undefined;
};

/** Shows the open article's other text: what the feed says, or the whole. Without one the whole article is fetched. */
export function flipText(): void {
  const article = opened();
  if (!article) return;
  if (article.other) showText(useView.getState().text === 'chosen' ? 'other' : 'chosen');
  else getWhole();
}

/** Shows both texts side by side, or one again; nothing where there is only one. */
export function toggleBoth(): void {
  if (opened()?.other) showText(useView.getState().text === 'both' ? 'chosen' : 'both');
}

/** Fetches the page of the open article now; the reader is told where that fails. */
export function getWhole(): void {
  const article = opened();
  if (!article?.link || useFetchedPage.getState().id === article.id) return;
  const { id } = article;
  useFetchedPage.setState({ id });
  void ask('articles.getWhole', { id })
    .catch(tellFailure)
    .finally(async () => {
      await cache.invalidateQueries({ queryKey: ['article', id] });
      useFetchedPage.setState(({ id: now }) => (now === id ? { id: null } : {}));
    });
}
