import { formattingLocale, isRightToLeft } from './words';

const language = formattingLocale;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** “12 min. ago”, “yesterday”, and from a week on the date: how the list tells the time. */
export function relativeTime(
  time: number,
  now = Date.now(),
  style: Intl.RelativeTimeFormatOptions['style'] = 'narrow',
): string {
  const ago = now - time;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style });
  if (Math.abs(ago) < HOUR) return format.format(-Math.round(ago / MINUTE), 'minute');
  if (Math.abs(ago) < DAY) return format.format(-Math.round(ago / HOUR), 'hour');
  if (Math.abs(ago) < 7 * DAY) return format.format(-Math.round(ago / DAY), 'day');
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/**
 * The dateline: weekday and whole date in the calendar of the interface's language, with the Gregorian date beside
 * it where that is another. Put together here because the system's own full Persian date has its parts reversed.
 */
export function longDate(time: number): string {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language(), options);
  if (format({}).resolvedOptions().calendar === 'gregory') return format({ dateStyle: 'full' }).format(time);
  const local = `${format({ weekday: 'long' }).format(time)} ${format({ dateStyle: 'long' }).format(time)}`;
  return `${local} · ${format({ dateStyle: 'long', calendar: 'gregory' }).format(time)}`;
}

/** Date and time to the minute. */
export const exactTime = (time: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** The time of day today, else date and time. */
export function shortTime(time: number, now = Date.now()): string {
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  return today ? new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(time) : exactTime(time);
}

export const number = (value: number): string => new Intl.NumberFormat(language()).format(value);

/** Kilobytes, megabytes or gigabytes, whichever reads better. */
export function byteSize(bytes: number): string {
  const [unit, value] = inUnits(bytes);
  // From right to left the Latin letters of a short unit fall on the wrong side of the number.
  const unitDisplay = isRightToLeft(language()) ? 'long' : 'short';
  const format = { style: 'unit', unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language(), format).format(value);
}

/** “340 milliseconds” or “2.4 seconds”: how long something took. */
export function duration(ms: number): string {
  const [unit, value] = ms < 1_000 ? ['millisecond', ms] : ['second', ms / 1_000];
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language(), format).format(value);
}

function inUnits(bytes: number): [unit: string, value: number] {
  if (bytes < 1e6) return ['kilobyte', bytes / 1e3];
  return bytes < 1e9 ? ['megabyte', bytes / 1e6] : ['gigabyte', bytes / 1e9];
}

/** The name of a country in the interface's language. */
export const regionName = (code: string): string =>
  new Intl.DisplayNames(language(), { type: 'region' }).of(code) ?? code;

/** “Iran and Pakistan” or “Iran or Pakistan”. */
export const listOf = (names: string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(language(), { type, style: 'long' }).format(names);
