import { type Calendar, type Day, midnightOf } from './calendars';
import { type Month, monthMisspelt, monthNamed } from './months';

/** What helps to tell a day from a month. */
export interface Surroundings {
  /** Of the feed, when it says. */
  language: string | null;
  /** People who write AM and PM write 5/31/2024. */
  saysAmPm: boolean;
}

const YEAR_FIRST = /(?<!\d)(\d{4})\s*(?:[-/.–年]|년|оны)\s*(\d{1,2})\s*(?:[-/.–月]|월|-р сарын)\s*(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})(\s*[-/.–]\s*)(\d{1,2})\s*[-/.–]\s*(\d{4}|\d{2})(?!\d)/;
const SPACED = /^\D*(\d{1,2})(\s)(\d{1,2})\s(\d{4})\D*$/;
const YEAR_AND_MONTH = /(?<!\d)(\d{4})\s*(?:[-/.年]|년)\s*(\d{1,2})(?!\d)/;
const YEAR = /^\d{4}$/;

/** Midnight UTC of the day that a date without its time names, in milliseconds since 1970; null when it names none. */
export function readDay(text: string, surroundings: Surroundings): number | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return ofYearFirst(yearFirst);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return ofYearLast(yearLast, surroundings);
  const named = readNamedDay(text, surroundings.language);
  if (named !== null) return named;
  const spaced = SPACED.exec(text);
  if (spaced) return ofYearLast(spaced, surroundings);
  const [, year = text.trim(), month = '1'] = YEAR_AND_MONTH.exec(text) ?? [];
  return YEAR.test(year) ? midnightOf(numeric(year, month, '1')) : null;
}

const numeric = (year: string, month: string, day: string): Day => ({
  calendar: null,
  year: year.length > 3 ? Number(year) : wholeYear(year, 'gregorian', false),
  month: Number(month),
  day: Number(day),
});

function ofYearFirst([, year = '', month = '', day = '']: RegExpExecArray): number | null {
  return midnightOf(Number(month) > 12 ? numeric(year, day, month) : numeric(year, month, day));
}

function ofYearLast(match: RegExpExecArray, { language, saysAmPm }: Surroundings): number | null {
  const [, first = '', separator = '', second = '', last = ''] = match;
  const [one, two] = [Number(first), Number(second)];
  // ISO 8601 of 1988 could leave out the century.
  if (one > 31) return midnightOf(numeric(first, second, last));
  const isAmerican = separator.trim() === '/' && one <= 12 && (saysAmPm || /^en-US$/i.test(language ?? ''));
  return midnightOf(two > 12 || isAmerican ? numeric(last, first, second) : numeric(last, second, first));
}

const PIECES = /\d+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/gu;
/** Vietnamese and Mongolian number their months: "tháng 5". The English names stand in for them. */
const NUMBERED_MONTH = /(?<!\p{L})(?:tháng|thg)\s*(\d{1,2})/giu;
const MONTHS = ' jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MOST_WORDS = 3;

function readNamedDay(text: string, language: string | null): number | null {
  const named = text.replace(NUMBERED_MONTH, (whole, month) => MONTHS[Number(month)] ?? whole);
  const pieces: string[] = named.match(PIECES) ?? [];
  return dayAround(pieces, (words) => monthNamed(words, language)) ?? dayAround(pieces, monthMisspelt);
}

/** The last first, since a weekday may come before that is a month elsewhere: "mar., 05 nov. 2024". */
function dayAround(pieces: string[], monthOf: (words: string) => Month | null): number | null {
  for (let index = pieces.length - 1; index >= 0; index--) {
    for (let words = MOST_WORDS; words > 0; words--) {
      const name = pieces.slice(index, index + words);
      if (name.length < words || name.some(isNumber)) continue;
      const month = monthOf(name.join(' '));
      const day =
        month && dayOf(month, pieces.slice(0, index).filter(isNumber), pieces.slice(index + words).filter(isNumber));
      const midnight = day && midnightOf(day);
      if (midnight !== null) return midnight;
    }
  }
  return null;
}

const isNumber = (piece: string): boolean => /^\d/.test(piece);
const isLong = (number: string): boolean => number.length > 2 || Number(number) > 31;

/** The nearest numbers are meant: the year rather after the month, the day rather before it. */
function dayOf({ calendar, month, thai }: Month, before: string[], after: string[]): Day | null {
  const nearest = [...before].reverse();
  const year = after.find(isLong) ?? nearest.find(isLong) ?? after.at(before.length > 0 ? 0 : 1) ?? nearest.at(1);
  if (year === undefined) return null;
  const day =
    [...nearest, ...after].find((number) => number !== year && !isLong(number)) ?? (isLong(year) ? '1' : year);
  return { calendar, year: wholeYear(year, calendar, thai), month, day: Number(day) };
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits are counted from 1900. */
function wholeYear(digits: string, calendar: Calendar, thai: boolean): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  if (digits.length === 3) return 1900 + year;
  if (thai) return 2500 + year;
  if (calendar === 'gregorian') return year < 50 ? 2000 + year : 1900 + year;
  if (calendar === 'ethiopian') return 2000 + year;
  return calendar === 'hijri' || year < 50 ? 1400 + year : 1300 + year;
}
