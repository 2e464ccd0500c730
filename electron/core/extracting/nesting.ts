import { BLOCKS } from './allowed';

/** The names of the open elements, outermost first. */
type Open = readonly string[];

interface Reach {
  /** Open elements that end here, together with all that is inside them. */
  ends: ReadonlySet<string>;
  /** The nearest of these that is open hides what is outside it. */
  within: ReadonlySet<string>;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const CELLS = ['caption', 'td', 'th'];
const SECTIONS = ['thead', 'tbody', 'tfoot'];
const TABLE_PARTS = [...CELLS, ...SECTIONS, 'tr'];

const row: Reach = { ends: new Set([...CELLS, 'tr']), within: new Set(['table']) };
const section: Reach = { ends: new Set(TABLE_PARTS), within: new Set(['table']) };
const term: Reach = { ends: new Set(['dt', 'dd', 'p']), within: new Set(['dl', ...CELLS]) };
const annotation: Reach = { ends: new Set(['rt', 'rp']), within: new Set(['ruby']) };

/** What a start tag ends, much as a browser reads it (HTML, 13.1.2.4, and 13.2.6.4.7 for links and headings). */
const ENDED_BY: ReadonlyMap<string, Reach> = new Map([
  ...pairs(BLOCKS, { ends: new Set(['p']), within: new Set(CELLS) }),
  ...pairs(HEADINGS, { ends: new Set(['p', ...HEADINGS]), within: new Set([...BLOCKS, ...CELLS]) }),
  ...pairs(['a'], { ends: new Set(['a']), within: new Set(CELLS) }),
  ...pairs(['li'], { ends: new Set(['li', 'p']), within: new Set(['ul', 'ol', ...CELLS]) }),
  ...pairs(['dt', 'dd'], term),
  ...pairs(['rt', 'rp'], annotation),
  ...pairs(['td', 'th'], { ends: new Set(CELLS), within: new Set(['tr', 'table']) }),
  ...pairs(['tr'], row),
  ...pairs([...SECTIONS, 'caption'], section),
]);

const TABLE = new Set(['table']);
const TABLE_OR_SECTION = new Set(['table', ...SECTIONS]);
const ROW = new Set(['tr']);

/** The parents without which the parts of a table mean nothing. */
const PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...pairs([...SECTIONS, 'caption'], TABLE),
  ...pairs(['tr'], TABLE_OR_SECTION),
  ...pairs(['td', 'th'], ROW),
]);

const NOTHING: ReadonlySet<string> = new Set();
const ANY_CELL: ReadonlySet<string> = new Set(CELLS);

/** How many elements stay open when a start tag comes. */
export function keptBefore(name: string, open: Open): number {
  const reach = ENDED_BY.get(name);
  return reach ? outermost(open, reach) : open.length;
}

/** How many elements stay open after an end tag: all of them where it ends nothing. */
export function keptAfter(name: string, open: Open): number {
  const within = name === 'table' ? NOTHING : TABLE_PARTS.includes(name) ? TABLE : ANY_CELL;
  for (let at = open.length - 1; at >= 0; at--) {
    const element = open[at] ?? '';
    if (element === name) return at;
    if (within.has(element)) break;
  }
  return open.length;
}

/** False for a part of a table that is not where it belongs. */
export function fits(name: string, open: Open): boolean {
  return PARENTS.get(name)?.has(open.at(-1) ?? '') ?? true;
}

function outermost(open: Open, { ends, within }: Reach): number {
  let kept = open.length;
  for (let at = open.length - 1; at >= 0; at--) {
    const element = open[at] ?? '';
    if (ends.has(element)) kept = at;
    else if (within.has(element)) break;
  }
  return kept;
}

function pairs<T>(names: Iterable<string>, value: T): [string, T][] {
  return [...names].map((name) => [name, value]);
}
