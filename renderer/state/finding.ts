import { create } from 'zustand';
import { hitsIn } from './hits';
import { useOpenPage } from './open-page';

interface Finding {
  isOpen: boolean;
  text: string;
  all: number;
  /** Which of them is gone to, from 1; 0 where there is none. */
  now: number;
  /** Grows each time that the reader asks to find, so that the field takes the focus again. */
  asked: number;
}

export const useFinding = create<Finding>(() => ({ isOpen: false, text: '', all: 0, now: 0, asked: 0 }));

let hits: Range[] = [];

/** What the frame's own window marks text with; TypeScript has it for the window that runs the script only. */
type Marking = Pick<typeof globalThis, 'CSS' | 'Highlight'>;

/** Opens the field; what is selected in the article, or was sought before, stands in it. */
export function startFinding(): void {
  const { page } = useOpenPage.getState();
  if (!page) return;
  const selected = page.getSelection()?.toString().trim().slice(0, 200) ?? '';
  useFinding.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }));
  find(selected || useFinding.getState().text);
}

/** Marks every place of a text and goes to the first one from where the reader is. */
export function find(text: string): void {
  const { page } = useOpenPage.getState();
  hits = page ? hitsIn(page, text) : [];
  const below = hits.findIndex((hit) => hit.getBoundingClientRect().top >= 0);
  useFinding.setState({ text, all: hits.length, now: hits.length === 0 ? 0 : Math.max(below, 0) + 1 });
  mark();
}

/** Goes to the next place or the one before, round from the last to the first; opens the field where it is not. */
export function stepFound(by: 1 | -1): void {
  const { isOpen, now, all } = useFinding.getState();
  if (!isOpen) startFinding();
  else if (all > 0) {
    useFinding.setState({ now: ((now - 1 + by + all) % all) + 1 });
    mark();
  }
}

/** The reader stays where the finding led. */
export function stopFinding(): void {
  useFinding.setState({ isOpen: false });
  clear();
}

/** Seeks the same again in what is in the page now. */
export function findAnew(): void {
  if (useFinding.getState().isOpen) find(useFinding.getState().text);
}

function mark(): void {
  clear();
  const { page } = useOpenPage.getState();
  const inside = page?.defaultView as (Window & Marking) | null | undefined;
  const hit = hits[useFinding.getState().now - 1];
  if (!inside || !hit) return;
  inside.CSS.highlights.set('found', new inside.Highlight(...hits));
  const present = new inside.Highlight(hit);
  present.priority = 1;
  inside.CSS.highlights.set('found-now', present);
  reveal(hit);
}

function clear(): void {
  const inside = useOpenPage.getState().page?.defaultView as (Window & Marking) | null | undefined;
  inside?.CSS.highlights.clear();
}

/** Brings a hit into sight, also one that is folded away or beyond the edge of a table. */
function reveal(hit: Range): void {
  const around = hit.startContainer.parentElement;
  const details = around?.closest<HTMLDetailsElement>('details:not([open])');
  if (details) details.open = true;
  const { top, bottom } = hit.getBoundingClientRect();
  const height = around?.ownerDocument.scrollingElement?.clientHeight ?? 0;
  if (top < 0 || bottom > height) around?.scrollIntoView({ block: 'center', behavior: 'instant' });
  around?.closest('.scrolls, pre')?.scrollBy({ left: beyond(hit, around), behavior: 'instant' });
}

function beyond(hit: Range, around: Element): number {
  const { left, right } = hit.getBoundingClientRect();
  const box = around.closest('.scrolls, pre')?.getBoundingClientRect();
  if (!box) return 0;
  if (left < box.left) return left - box.left;
  return Math.max(0, right - box.right);
}
