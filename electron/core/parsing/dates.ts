import { westernDigits } from './digits';
import { monthNamed } from './month-names';
import { readZone } from './time-zones';

interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

const LONGEST = 100;
/** Beyond these no news was written: it is another calendar (Jalali 14xx, Buddhist 25xx) or a date of no meaning. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})/;
const COMPACT_TIME = /^(\d{4}-\d{2}-\d{2})T?(\d{2})(\d{2})(\d{2})?(?![\d:])/i;
const TIME = /(?<![+\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)\s*(?:([ap])\.?m\b\.?)?/i;
const YEAR_FIRST = /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/;

/**
 * Reads a date as feeds write it: RFC 822 in any order and misspelling, ISO 8601, month names of many languages,
 * Persian and Arabic digits. Without a zone it is UTC. Gives ISO 8601 UTC with milliseconds, or null for what is no
 * date, no day of any calendar, or not of this calendar.
 */
export function parseDate(text: string): string | null {
  const written = westernDigits(text.slice(0, LONGEST))
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  if (/^\d{10}(\d{3})?$/.test(written)) return fromEpoch(written);
  const date = spaceOut(written);
  const time = TIME.exec(date);
  if (!time) return toIso(readDay(date, false), 0);
  const [whole, hour, minute, second = '0', fraction = '0', half] = time;
  const rest = date.slice(time.index + whole.length);
  const zone = readZone(rest);
  const day = readDay(`${date.slice(0, time.index)} ${rest.slice(zone.length)}`, half !== undefined);
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const minutes = hours * 60 + Number(minute) - zone.offset;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return toIso(day, minutes * 60_000 + Number(second) * 1_000 + milliseconds);
}

/** Seconds or milliseconds since 1970. */
function fromEpoch(digits: string): string {
  return new Date(Number(digits) * (digits.length === 10 ? 1_000 : 1)).toISOString();
}

/** 20240503T0705 as 2024-05-03T07:05:00. */
function spaceOut(date: string): string {
  return date
    .replace(COMPACT_DAY, '$1-$2-$3')
    .replace(COMPACT_TIME, (_, day, hour, minute, second = '00') => `${day}T${hour}:${minute}:${second}`);
}

/** `monthFirst`: where people write AM and PM, they write 5/31/2024. */
function readDay(text: string, monthFirst: boolean): Day | null {
  const [, year, month, day = '1'] = YEAR_FIRST.exec(text) ?? [];
  if (year) return { year: Number(year), month: Number(month), day: Number(day) };
  const named = readNamedDay(text);
  if (named) return named;
  const [, first, separator, second, last = ''] = YEAR_LAST.exec(text) ?? [];
  if (!last) return /^\d{4}$/.test(text.trim()) ? { year: Number(text), month: 1, day: 1 } : null;
  const [one, two] = [Number(first), Number(second)];
  const isMonthFirst = two > 12 || (monthFirst && separator === '/' && one <= 12);
  return { year: wholeYear(last), month: isMonthFirst ? one : two, day: isMonthFirst ? two : one };
}

function readNamedDay(text: string): Day | null {
  const month = lastMonth(text.match(/[\p{L}\p{M}]+/gu) ?? []);
  const numbers: string[] = text.match(/\d+/g) ?? [];
  if (month === null || numbers.length === 0) return null;
  const long = numbers.findIndex((number) => number.length > 2 || Number(number) > 31);
  if (long < 0 && numbers.length < 2) return null;
  const [year = ''] = numbers.splice(long, 1);
  return { year: wholeYear(year), month: month + 1, day: Number(numbers[0] ?? 1) };
}

/** The last, since a weekday may come first that is a month elsewhere: "mar., 05 nov. 2024". */
function lastMonth(words: string[]): number | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const month = monthNamed(words.slice(index, index + 2).join(' ')) ?? monthNamed(words[index] ?? '');
    if (month !== null) return month;
  }
  return null;
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits are counted from 1900. */
function wholeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return year < 50 && digits.length < 3 ? 2000 + year : 1900 + year;
}

function toIso(day: Day | null, milliseconds: number): string | null {
  if (!day || day.year < FIRST_YEAR || day.year > LAST_YEAR) return null;
  const midnight = new Date(Date.UTC(day.year, day.month - 1, day.day));
  if (midnight.getUTCMonth() !== day.month - 1 || midnight.getUTCDate() !== day.day) return null;
  return new Date(midnight.getTime() + milliseconds).toISOString();
}
