import type { Page } from 'playwright/test';

/** What the page of the window keeps for the bench. */
interface Watch {
  /** Answers once what was asked for last is painted: the milliseconds since the key or button that asked for it. */
  painted: Promise<number>;
  tasks: number[];
}
type Watched = Window & { bench: Watch };

/** Makes the page ready to be measured. */
export async function watch(page: Page): Promise<void> {
  // What runs these scripts from source names each function by this, which the page knows nothing of.
  await page.evaluate('window.__name = (named) => named');
  await page.evaluate(() => {
    const bench = { painted: Promise.resolve(0), tasks: [] as number[] };
    Object.assign(window, { bench });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) bench.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

const SOON_MS = 10_000;

/** The milliseconds from the key or click that `act` is until the article it opens is painted. */
export async function untilArticle(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate((most) => {
    const { bench } = window as unknown as Watched;
    bench.painted = new Promise((done, fail) => {
      let from = 0;
      const start = ({ timeStamp }: Event) => (from ||= timeStamp);
      for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, start, { capture: true, once: true });
      const headline = () =>
        document.querySelector<HTMLIFrameElement>('main iframe')?.contentDocument?.querySelector('h1');
      const before = headline();
      // What is there in one frame is painted when the task after the next one runs.
      const look = () => {
        const now = headline();
        if (!now || now === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
      };
      look();
      setTimeout(() => fail(new Error('No article was painted.')), most);
    });
  }, SOON_MS);
  await act();
  return page.evaluate(() => (window as unknown as Watched).bench.painted);
}

/** The milliseconds from the click that `act` is until another list is painted whole. */
export async function untilList(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate((most) => {
    const { bench } = window as unknown as Watched;
    const heading = document.querySelector('h1');
    const before = heading?.textContent;
    bench.painted = new Promise((done, fail) => {
      let from = 0;
      addEventListener('pointerdown', ({ timeStamp }) => (from ||= timeStamp), { capture: true, once: true });
      const look = () => {
        const grid = document.querySelector('[role=grid]');
        const isThere = heading?.textContent !== before && grid?.getAttribute('aria-busy') !== 'true';
        if (!isThere || !grid?.querySelector('[role=row] p')) return;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      setTimeout(() => fail(new Error('No other list was painted.')), most);
    });
  }, SOON_MS);
  await act();
  return page.evaluate(() => (window as unknown as Watched).bench.painted);
}

/** What was seen while the list was scrolled. */
export interface Scrolled {
  longestTask: number;
  frames: number;
  /** Frames in which a part of the list had no row, or one without words. */
  blank: number;
}

/** Looks at each frame while `act` scrolls the list. */
export async function whileScrolling(page: Page, act: () => Promise<void>): Promise<Scrolled> {
  await page.evaluate(() => {
    const seen = { frames: 0, blank: 0, isOver: false };
    Object.assign(window, { seen });
    (window as unknown as Watched).bench.tasks.length = 0;
    const scroller = document.querySelector('[role=grid]')?.parentElement;
    const look = () => {
      if (seen.isOver || !scroller) return;
      const { top, bottom, left, width } = scroller.getBoundingClientRect();
      seen.frames++;
      for (let y = top + 60; y < bottom - 60; y += 60) {
        const row = document.elementFromPoint(left + width / 2, y)?.closest('[role=row], [data-day]');
        if (!row?.textContent?.trim()) {
          seen.blank++;
          break;
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(() => {
    const { seen, bench } = window as unknown as Watched & { seen: Scrolled & { isOver: boolean } };
    seen.isOver = true;
    return { frames: seen.frames, blank: seen.blank, longestTask: Math.max(0, ...bench.tasks) };
  });
}
