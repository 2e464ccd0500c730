import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Filter, Sort } from '../../electron/contract/model';
import { useView } from '../state/view';
import { type Geometry, rowAt, scrolledTo, topOf } from './row-geometry';

/** Rows that are drawn beyond the edge, and by how many the drawn ones change at once. */
const BEYOND = 6;
const STEP = 4;

interface Options {
  geometry: Geometry;
  total: number;
  filter: Filter;
  sort: Sort;
  /** The row of the Tab key's stop: it is drawn wherever it is. */
  stop: number;
}

/** What of the list is in sight, as it was last heard of: to ask for it would lay out all that is new at once. */
interface Seen {
  top: number;
  height: number;
}

interface Drawn {
  from: number;
  to: number;
}

/** Which rows are drawn: those in sight and some beyond, and the Tab key's stop. Keeps that row in sight when it moves. */
export function useRowWindow({ geometry, total, filter, sort, stop }: Options) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>({ from: 0, to: 0 });
  const present = useRef({ geometry, total });
  present.current = { geometry, total };
  const seen = useRef<Seen>({ top: 0, height: 0 });
  const turn = useView((view) => view.turn);

  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const look = (): void => setDrawn((before) => drawnAt(present.current.geometry, seen.current, before));
    // In the same frame: the rows are there when what was scrolled to is painted.
    const scrolled = (): void => {
      seen.current = { ...seen.current, top: current.scrollTop };
      flushSync(look);
    };
    const resized = new ResizeObserver(([entry]) => {
      seen.current = { ...seen.current, height: entry?.contentRect.height ?? 0 };
      look();
    });
    resized.observe(current);
    current.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener('scroll', scrolled);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    if (seen.current.top > 0) scroller.current?.scrollTo({ top: 0 });
    seen.current = { ...seen.current, top: 0 };
  }, [filter, sort, turn]);
  useSameRow(scroller, geometry, seen);
  useLayoutEffect(() => setDrawn((before) => drawnAt(geometry, seen.current, before)), [geometry]);
  useInSight({ scroller, grid, geometry: present, seen, stop });

  return { scroller, grid, ...rowsOf(drawn, total, stop) };
}

/** The same object while the same rows are drawn. */
function drawnAt(geometry: Geometry, { top, height }: Seen, before: Drawn): Drawn {
  const from = Math.max(0, Math.floor((rowAt(geometry, top) - BEYOND) / STEP) * STEP);
  const to = Math.ceil((rowAt(geometry, top + height) + BEYOND) / STEP) * STEP;
  return before.from === from && before.to === to ? before : { from, to };
}

/** A list may have become shorter since it was looked at. */
function rowsOf(drawn: Drawn, total: number, stop: number): { rows: number[]; from: number; to: number } {
  const to = Math.min(drawn.to, total - 1);
  const from = Math.min(drawn.from, Math.max(0, to));
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  if (stop < total && stop < from) rows.unshift(stop);
  if (stop < total && stop > to) rows.push(stop);
  return { rows, from, to };
}

/** With another density the row at the top stays there. */
function useSameRow(scroller: RefObject<HTMLDivElement | null>, geometry: Geometry, seen: RefObject<Seen>): void {
  const before = useRef(geometry);
  useLayoutEffect(() => {
    const { current: old } = before;
    before.current = geometry;
    const { current } = scroller;
    if (!current || old.rowHeight === geometry.rowHeight) return;
    const row = rowAt(old, seen.current.top + old.heading);
    current.scrollTo({ top: topOf(geometry, row) - geometry.heading });
  }, [geometry, scroller, seen]);
}

interface InSight {
  scroller: RefObject<HTMLDivElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  geometry: RefObject<{ geometry: Geometry }>;
  seen: RefObject<Seen>;
  stop: number;
}

/** Whatever row the keyboard has come to is brought into sight, and takes the focus. */
function useInSight({ scroller, grid, geometry, seen, stop }: InSight): void {
  const id = useView(({ chosen, selected }) => (chosen ? `row ${chosen.cursor}` : selected?.id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came in above does not scroll the list away
  useEffect(() => {
    const { current } = scroller;
    if (!current || id === undefined) return;
    const top = scrolledTo(geometry.current.geometry, stop, seen.current);
    if (top !== seen.current.top) current.scrollTo({ top });
  }, [id]);
  useEffect(() => {
    if (id === undefined) return;
    const drawn = requestAnimationFrame(() => focusRow(grid.current, stop));
    return () => cancelAnimationFrame(drawn);
  }, [grid, id, stop]);
}

/** The focus goes along with the open article, so that it is spoken; never away from a field or the article itself. */
function focusRow(grid: HTMLElement | null, row: number): void {
  const { activeElement } = document;
  if (!grid || (activeElement !== document.body && !grid.contains(activeElement))) return;
  grid.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus({ preventScroll: true });
}
