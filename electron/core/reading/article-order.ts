import type { Sort } from '../../contract/model';
import { dateOf } from '../articles/dates';
import type { Headers } from '../store/headers';
import { Slices } from '../store/slices';

/** How many rows are looked at between two looks at the clock. */
const STRIDE = 4_096;

const TIME_BITS = 42n;
const LATEST = 2 ** Number(TIME_BITS) - 1;
/** What is left of 64 bits beside a time in milliseconds: more rows than any memory holds. */
const PLACE_BITS = 22n;
const PLACES = 2 ** Number(PLACE_BITS);

/**
 * The rows of all articles in an order. What has the same time stands by feed, and within a feed in the order in which it
 * came, so that a list is the same after a restart. Half a million are sorted as plain numbers, the time before the place.
 */
export async function orderOf(headers: Headers, sort: Sort): Promise<Uint32Array> {
  const rows = headers.rows();
  if (rows.length > PLACES) throw new RangeError(`${rows.length} articles are more than can be put in order`);
  const keys = new BigUint64Array(rows.length);
  const halves = new Uint32Array(keys.buffer);
  const slices = new Slices();
  for (let place = 0; place < rows.length; place++) {
    if (place % STRIDE === 0 && slices.isLong) await slices.next();
    const row = rows[place] ?? 0;
    const time = timeOf(headers, row, sort);
    const key = sort === 'oldest' ? time : LATEST - time;
    // key * PLACES + place, by its two halves: numbers this large are slow as BigInts.
    halves[place * 2] = ((key % 1024) * PLACES + place) >>> 0;
    halves[place * 2 + 1] = Math.floor(key / 1024);
  }
  keys.sort();
  await slices.next();
  const order = new Uint32Array(rows.length);
  for (let at = 0; at < order.length; at++) order[at] = rows[(halves[at * 2] ?? 0) % PLACES] ?? 0;
  return order;
}

/** The time by which an article stands where it does in an order. */
export function timeOf(headers: Headers, row: number, sort: Sort): number {
  const { published, arrived } = headers.times(row);
  const time = sort === 'arrived' || Number.isNaN(published) ? arrived : dateOf({ published, arrived });
  return Math.min(Math.max(0, time), LATEST);
}
