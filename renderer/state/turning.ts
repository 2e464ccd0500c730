import { openNextUnread } from './articles';
import { useOpenPage } from './open-page';
import { useView } from './view';

/** So many lines of the page before stay in sight: the eye finds its place again. */
const LINES_KEPT = 2;
/** What does something of its own with Space and Home. */
export const BUSY = 'summary, audio, video, [role=button]';

/** Where a page that is still moving will stop; two presses make two pages. */
let goal: { page: Document; top: number } | null = null;

/** Moves the open article by a page; at its end forward leads to the next unread one. */
export function turnPage(by: 1 | -1): void {
  const { page, id } = useOpenPage.getState();
  if (page?.activeElement?.matches(BUSY)) return;
  // The next one is on its way: the end that is in sight is that of the one before, and nothing may be passed over unseen.
  if (page && id !== useView.getState().selected?.id) return;
  const moved = page ? move(page, (top, height) => top + by * height) : false;
  if (!moved && by === 1) openNextUnread();
}

/** To the beginning or the end of the open article. */
export function turnToEdge(edge: 'top' | 'bottom'): void {
  const { page } = useOpenPage.getState();
  if (page && !page.activeElement?.matches(BUSY)) move(page, (_, __, end) => (edge === 'top' ? 0 : end));
}

/** False where it is there already. */
function move(page: Document, where: (top: number, height: number, end: number) => number): boolean {
  const { scrollingElement, defaultView } = page;
  if (!scrollingElement || !defaultView) return false;
  const { scrollTop, scrollHeight, clientHeight } = scrollingElement;
  const end = scrollHeight - clientHeight;
  const from = goal?.page === page ? goal.top : scrollTop;
  const line = Number.parseFloat(defaultView.getComputedStyle(page.documentElement).lineHeight) || 0;
  const top = Math.min(end, Math.max(0, where(from, clientHeight - LINES_KEPT * line, end)));
  if (Math.abs(top - from) < 2) return false;
  const isStill = defaultView.matchMedia('(prefers-reduced-motion: reduce)').matches;
  goal = isStill ? null : { page, top };
  page.addEventListener('scrollend', () => (goal = null), { once: true });
  scrollingElement.scrollTo({ top, behavior: isStill ? 'instant' : 'smooth' });
  return true;
}

/** Another article has come into the page: it moves nowhere. */
export const stopTurning = (): void => {
  goal = null;
};
