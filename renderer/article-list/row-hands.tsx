import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { ArticleHeader } from '../../electron/contract/model';
import { openArticle } from '../state/articles';
import { bookmarkArticles, markArticles } from '../state/changes';
import { chooseTo, clearChosen, toggleChosen } from '../state/choosing';
import { useView } from '../state/view';
import { RowMenu } from './row-menu';

interface Pointed {
  row: number;
  article: ArticleHeader;
  target: HTMLElement;
}

interface Opened extends Pointed {
  at: { x: number; y: number };
}

/** What the grid hears for all its rows: opening and choosing, the row's own buttons, its menu, what is pointed at. */
export function useRowHands(articleAt: (row: number) => ArticleHeader | undefined) {
  const [hovered, setHovered] = useState<number | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const present = useRef(articleAt);
  present.current = articleAt;

  const pointed = ({ target }: { target: EventTarget }): Pointed | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const row = Number(element?.dataset.row);
    const article = present.current(row);
    return element && article ? { row, article, target: element } : null;
  };

  const onClick = (event: MouseEvent): void => {
    const at = pointed(event);
    if (!at) return;
    const act = event.target instanceof Element && event.target.closest<HTMLElement>('[data-act]')?.dataset.act;
    const { row, article } = at;
    if (act === 'read') void markArticles([article.id], !article.read);
    else if (act === 'bookmark') void bookmarkArticles([article.id], !article.bookmarked);
    else if (event.shiftKey) void chooseTo(row);
    else if (event.ctrlKey || event.metaKey) toggleChosen(article.id, row);
    else openArticle(article, row);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = pointed(event);
    if (event.key === 'Escape' && useView.getState().chosen) clearChosen();
    else if (event.key === 'Enter' && at) openArticle(at.article, at.row);
    else return;
    event.preventDefault();
  };

  // The text of rows is not there to be selected, least of all by drawing a range of rows.
  const onMouseDown = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  const onContextMenu = (event: MouseEvent): void => {
    const at = pointed(event);
    if (!at) return;
    event.preventDefault();
    setOpened({ ...at, at: { x: event.clientX, y: event.clientY } });
  };

  // Heard when the pointer moves, not when rows go by below it.
  const onPointerMove = (event: MouseEvent): void => {
    const row = pointed(event)?.row ?? null;
    if (row !== hovered) setHovered(row);
  };

  const menu = opened && <RowMenu {...opened} onClose={() => setOpened(null)} />;
  return {
    hovered,
    menu,
    onClick,
    onKeyDown,
    onMouseDown,
    onContextMenu,
    onPointerMove,
    onPointerLeave: () => setHovered(null),
  };
}
