import type { ReadingPlace } from '../../electron/contract/reading';

/** What a place is counted by: the same blocks in the same order, whatever the size of the text. */
const BLOCKS =
  'h1, .body :is(p, li, dt, dd, h2, h3, h4, h5, h6, pre, figure, table, blockquote, details, audio, video, .picture)';
/** Less than a line from the top is not begun. */
const NOT_BEGUN_PX = 24;

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** How much of the article's text has been read, 0 to 1: its end is read once it is in sight, the facts below are not it. */
export function doneOf(page: Document): number {
  const { scrollingElement } = page;
  const body = page.querySelector('.body');
  if (!scrollingElement || !body) return 0;
  const { scrollTop, clientHeight } = scrollingElement;
  const way = body.getBoundingClientRect().bottom + scrollTop - clientHeight;
  return way <= 1 ? 1 : between(0, scrollTop / way, 1);
}

/** Where the reader is; null where nothing is read yet, and at the end. */
export function placeOf(page: Document): ReadingPlace | null {
  const scrolled = page.scrollingElement?.scrollTop ?? 0;
  const done = doneOf(page);
  if (scrolled < NOT_BEGUN_PX || done >= 1) return null;
  const blocks = [...page.querySelectorAll(BLOCKS)];
  const block = blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0);
  const box = blocks[block]?.getBoundingClientRect();
  return box ? { block, within: between(0, -box.top / box.height, 1), done } : null;
}

/** Brings a place to the top of the page; without such a block, by how much of the whole it was. */
export function goTo(page: Document, { block, within, done }: ReadingPlace): void {
  const { scrollingElement } = page;
  const box = [...page.querySelectorAll(BLOCKS)][block]?.getBoundingClientRect();
  const below = box
    ? box.top + box.height * within
    : done * ((scrollingElement?.scrollHeight ?? 0) - (scrollingElement?.clientHeight ?? 0));
  scrollingElement?.scrollBy({ top: below, behavior: 'instant' });
}
