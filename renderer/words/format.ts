import { tongueOf } from './catalogues';
import { formattingLocale, isRightToLeft } from './words';

const language = formattingLocale;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Formatter<Options, Format> {
  new (locale: string, options: Options): Format;
}

const made = new Map<string, unknown>();

/** One formatter for all that is written in one manner: to make one takes longer than to format a hundred values. */
function formatter<Options, Format>(Kind: Formatter<Options, Format>, options: Options): Format {
  // A formatter keeps the time zone that it was made in, and readers travel.
  const key = [Kind.name, language(), new Date().getTimezoneOffset(), JSON.stringify(options)].join(' ');
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = new Kind(language(), options);
  made.set(key, format);
  return format;
}

const dates = (options: Intl.DateTimeFormatOptions) => formatter(Intl.DateTimeFormat, options);
const numbers = (options: Intl.NumberFormatOptions) => formatter(Intl.NumberFormat, options);

/** The shortest that reads well: narrower than short, French and Russian say “-12 min”, and German “vor 12 m”. */
const shortest = () => (tongueOf(language()) === 'en' ? 'narrow' : 'short');

/** “12m ago”, “yesterday”, and from a week on the date: how the list tells the time. */
export function relativeTime(
  time: number,
  now = Date.now(),
  style: Intl.RelativeTimeFormatOptions['style'] = shortest(),
): string {
  const ago = now - time;
  const format = formatter(Intl.RelativeTimeFormat, { numeric: 'auto', style });
  if (Math.abs(ago) < HOUR) return format.format(-Math.round(ago / MINUTE), 'minute');
  if (Math.abs(ago) < DAY) return format.format(-Math.round(ago / HOUR), 'hour');
  if (Math.abs(ago) < 7 * DAY) return format.format(-Math.round(ago / DAY), 'day');
  return dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/**
 * The dateline: weekday and whole date in the calendar of the interface's language, with the Gregorian date beside
 * it where that is another. Put together here because the system's own full Persian date has its parts reversed.
 */
export function longDate(time: number): string {
  if (dates({}).resolvedOptions().calendar === 'gregory') return dates({ dateStyle: 'full' }).format(time);
  const local = `${dates({ weekday: 'long' }).format(time)} ${dates({ dateStyle: 'long' }).format(time)}`;
  return `${local} · ${dates({ dateStyle: 'long', calendar: 'gregory' }).format(time)}`;
}

/** How a list calls a day that begins at a time: today, yesterday, a day of this week by its name, or by its date. */
export function dayName(day: number, now: number, words: { today: string; yesterday: string }): string {
  const ago = Math.round((new Date(now).setHours(0, 0, 0, 0) - day) / DAY);
  if (ago === 0) return words.today;
  if (ago === 1) return words.yesterday;
  if (ago > 1 && ago < 7) return dates({ weekday: 'long' }).format(day);
  return dates({ dateStyle: 'long' }).format(day);
}

/** Date and time to the minute. */
export const exactTime = (time: number): string => dates({ dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** The time of day today, else date and time. */
export function shortTime(time: number, now = Date.now()): string {
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  return today ? dates({ timeStyle: 'short' }).format(time) : exactTime(time);
}

export const number = (value: number): string => numbers({}).format(value);

export const percent = (fraction: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent' }).format(fraction);

/** Kilobytes, megabytes or gigabytes, whichever reads better. */
export function byteSize(bytes: number): string {
  const [unit, value] = inUnits(bytes);
  // From right to left the Latin letters of a short unit fall on the wrong side of the number.
  const unitDisplay = isRightToLeft(language()) ? 'long' : 'short';
  const format = { style: 'unit', unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return numbers(format).format(value);
}

/** “3 December”: a day within a year. */
export const dayAndMonth = (time: number): string => dates({ day: 'numeric', month: 'long' }).format(time);

/** “6 minutes” or “2.5 hours”: about how long something takes. */
export function span(ms: number): string {
  const minutes = ms / 60_000;
  const [unit, value] = minutes < 90 ? ['minute', Math.max(1, Math.round(minutes))] : ['hour', minutes / 60];
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return numbers(format).format(value);
}

/** “340 milliseconds” or “2.4 seconds”: how long something took. */
export function duration(ms: number): string {
  const [unit, value] = ms < 1_000 ? ['millisecond', ms] : ['second', ms / 1_000];
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return numbers(format).format(value);
}

function inUnits(bytes: number): [unit: string, value: number] {
  if (bytes < 1e6) return ['kilobyte', bytes / 1e3];
  return bytes < 1e9 ? ['megabyte', bytes / 1e6] : ['gigabyte', bytes / 1e9];
}

/** The name of a country in the interface's language. */
export const regionName = (code: string): string => formatter(Intl.DisplayNames, { type: 'region' }).of(code) ?? code;

/** “Iran and Pakistan” or “Iran or Pakistan”. */
export const listOf = (names: string[], type: 'conjunction' | 'disjunction'): string =>
  formatter(Intl.ListFormat, { type, style: 'long' }).format(names);
