import type { DayCount, Sort } from '../../contract/model';
import type { Headers } from '../store/headers';
import { Slices } from '../store/slices';
import { timeOf } from './article-order';

/** How many rows are looked at between two looks at the clock. */
const STRIDE = 4_096;
const DAY_MS = 86_400_000;

/** How many of these rows, which are in this order, stand under each day of a time zone. One after the other. */
export async function daysOf(headers: Headers, rows: Uint32Array, sort: Sort, zone: string): Promise<DayCount[]> {
  const days: DayCount[] = [];
  const dayAt = dayIn(zone);
  const slices = new Slices();
  let [from, to] = [0, 0];
  for (let at = 0; at < rows.length; at++) {
    if (at % STRIDE === 0 && slices.isLong) await slices.next();
    const time = timeOf(headers, rows[at] ?? 0, sort);
    const last = days.at(-1);
    if (last && time >= from && time < to) last.count++;
    else {
      [from, to] = dayAt(time);
      days.push({ day: from, count: 1 });
    }
  }
  return days;
}

/** Where the day of a time begins and ends in a zone; days there may have 23 or 25 hours. Throws RangeError for no zone. */
function dayIn(timeZone: string): (time: number) => [from: number, to: number] {
  const number = 'numeric';
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: number, month: number, day: number },
    ...{ hour: number, minute: number, second: number },
  });
  /** What clocks there show, as if it were in UTC, in whole seconds. */
  const clock = (time: number): number => {
    const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const offset = (time: number): number => clock(time) - Math.floor(time / 1_000) * 1_000;
  /** The time at which clocks there show this; the offset of another hour of the day may be another. */
  const timeAt = (shown: number): number => {
    const guess = shown - offset(shown);
    return shown - offset(guess);
  };
  return (time) => {
    const midnight = Math.floor((time + offset(time)) / DAY_MS) * DAY_MS;
    return [timeAt(midnight), timeAt(midnight + DAY_MS)];
  };
}
