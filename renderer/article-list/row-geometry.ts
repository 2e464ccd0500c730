import type { DayCount } from '../../electron/contract/model';

/** A stretch of the list under one heading. Rows by number, places in pixels from the top of the list. */
export interface Section {
  /** When its day begins; null for a list without headings. */
  day: number | null;
  first: number;
  count: number;
  top: number;
  height: number;
}

/** Where the rows of a list stand. All rows are as high as each other, so nothing is ever measured. */
export interface Geometry {
  sections: Section[];
  height: number;
  rowHeight: number;
  /** Of a heading; 0 for a list without. It stays at the top while its rows go by. */
  heading: number;
}

export function geometryOf(
  total: number,
  days: readonly DayCount[] | undefined,
  { rowHeight, heading }: { rowHeight: number; heading: number },
): Geometry {
  const isGrouped = days !== undefined && days.length > 0;
  const stretches = isGrouped ? days : total > 0 ? [{ day: null, count: total }] : [];
  const above = isGrouped ? heading : 0;
  const sections: Section[] = [];
  let [first, top] = [0, 0];
  for (const { day, count } of stretches) {
    const height = above + count * rowHeight;
    sections.push({ day, first, count, top, height });
    first += count;
    top += height;
  }
  return { sections, height: top, rowHeight, heading: above };
}

/** How far a row is from the top of its section. */
export const topWithin = ({ heading, rowHeight }: Geometry, { first }: Section, row: number): number =>
  heading + (row - first) * rowHeight;

/** How far a row is from the top of the list. */
export function topOf(geometry: Geometry, row: number): number {
  const section = geometry.sections[lastBefore(geometry.sections, ({ first }) => first <= row)];
  return section ? section.top + topWithin(geometry, section, row) : 0;
}

/** The row at this place, or the one below the heading that is there; the last one below the end. */
export function rowAt(geometry: Geometry, place: number): number {
  const section = geometry.sections[lastBefore(geometry.sections, ({ top }) => top <= place)];
  if (!section) return 0;
  const within = Math.floor((place - section.top - geometry.heading) / geometry.rowHeight);
  return section.first + Math.min(Math.max(0, within), section.count - 1);
}

/** The last section that something is true of, by halves: a list may have thousands of days. */
function lastBefore(sections: readonly Section[], isIt: (section: Section) => boolean): number {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const section = sections[middle];
    if (section && isIt(section)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the list is to be scrolled so that a row is in sight, below the heading; where it is if it is in sight already. */
export function scrolledTo(geometry: Geometry, row: number, { top, height }: { top: number; height: number }): number {
  const above = topOf(geometry, row) - geometry.heading;
  const below = topOf(geometry, row) + geometry.rowHeight - height;
  if (above < top) return above;
  return Math.max(top, below);
}

/** The parts of these rows, section by section. */
export function partsOf({ sections }: Geometry, rows: readonly number[]): { section: Section; rows: number[] }[] {
  const parts: { section: Section; rows: number[] }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && row < last.section.first + last.section.count) last.rows.push(row);
    else {
      const section = sections[lastBefore(sections, ({ first }) => first <= row)];
      if (section) parts.push({ section, rows: [row] });
    }
  }
  return parts;
}
