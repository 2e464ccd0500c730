const DAY_MS = 86_400_000;
const WEEK_DATE = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?!\d)/i;
const ORDINAL_DATE = /^(\d{4})-?(\d{3})(?=[T\s]|$)/i;
const BASIC_DAY = /^(\d{4})(\d{2})(\d{2})(?=$|\D|\d{2}(?:\d{2}){0,2}(?!\d))/;
const BASIC_MONTH = /^((?:19|20)\d{2})(\d{2})$/;
const BASIC_TIME = /^(\d{4}-\d{2}-\d{2})T?(\d{2})(\d{2})(\d{2})?(?![\d:])/i;

/**
 * Writes the forms of ISO 8601 that have their own order or no separators as the one with year, month and day:
 * weeks (2024-W18-5), days of the year (2024-124), 20240503T0705. Everything else stays as it is.
 */
export function plainIso(date: string): string {
  return date
    .replace(WEEK_DATE, (whole, year, week, day = '1') => ofWeek(Number(year), Number(week), Number(day)) ?? whole)
    .replace(ORDINAL_DATE, (whole, year, day) => ofYear(Number(year), Number(day)) ?? whole)
    .replace(BASIC_DAY, '$1-$2-$3')
    .replace(BASIC_MONTH, '$1-$2')
    .replace(BASIC_TIME, (_, day, hour, minute, second = '00') => `${day}T${hour}:${minute}:${second}`);
}

/** The first week is that of 4 January, and begins on Monday. */
function ofWeek(year: number, week: number, day: number): string | null {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const firstMonday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  const monday = firstMonday + (week - 1) * 7 * DAY_MS;
  const isOfYear = week > 0 && new Date(monday + 3 * DAY_MS).getUTCFullYear() === year;
  return isOfYear ? new Date(monday + (day - 1) * DAY_MS).toISOString().slice(0, 10) : null;
}

function ofYear(year: number, day: number): string | null {
  const date = new Date(Date.UTC(year, 0, day));
  return day > 0 && date.getUTCFullYear() === year ? date.toISOString().slice(0, 10) : null;
}
