import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Filter, Sort } from '../../electron/contract/model';
import type { Settings } from '../../electron/contract/settings';

const ESTIMATED = { comfortable: 132, compact: 34 };
const ROWS_BEYOND = 8;

interface Options {
  count: number;
  filter: Filter;
  sort: Sort;
  /** Another number shows the list from its top. */
  turn: number;
  density: Settings['density'];
  selected: { id: string; index: number } | null;
}

/** The rows that are drawn: those in sight, and the one that the Tab key stops at. Keeps the open one in sight. */
export function useRowWindow({ count, filter, sort, turn, density, selected }: Options) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const stop = selected?.index ?? 0;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED[density],
    rangeExtractor: (range) => withRow(stop, range),
    overscan: ROWS_BEYOND,
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top, and its rows have other sizes
  useEffect(() => {
    measureAnew(rows, grid.current);
    rows.scrollToOffset(0);
  }, [rows, filter, sort, turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the density decides how high a row is
  useEffect(() => measureAnew(rows, grid.current), [rows, density]);
  useEffect(() => {
    if (!selected) return;
    rows.scrollToIndex(selected.index, { align: 'auto' });
    const drawn = requestAnimationFrame(() => focusRow(grid.current, selected.index));
    return () => cancelAnimationFrame(drawn);
  }, [rows, selected]);

  return { scroller, grid, rows };
}

/** Forgets all heights and takes those of the rows that are drawn: a row that stays as high as it was reports nothing. */
function measureAnew(rows: Virtualizer<HTMLDivElement, Element>, grid: HTMLElement | null): void {
  rows.measure();
  for (const row of grid?.querySelectorAll('[data-index]') ?? []) rows.measureElement(row);
}

function withRow(row: number, range: Range): number[] {
  const inSight = defaultRangeExtractor(range);
  if (row >= range.count || inSight.includes(row)) return inSight;
  return [...inSight, row].sort((one, other) => one - other);
}

/** The focus goes along with the open article, so that it is spoken; never away from a field or the article itself. */
function focusRow(grid: HTMLElement | null, row: number): void {
  const { activeElement } = document;
  if (!grid || (activeElement !== document.body && !grid.contains(activeElement))) return;
  grid.querySelector<HTMLElement>(`[data-index="${row}"]`)?.focus({ preventScroll: true });
}
