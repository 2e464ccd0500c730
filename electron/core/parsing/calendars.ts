/** Which year and months a date is written in; `jalali` is the solar calendar of Iran and Afghanistan. */
export type Calendar = 'gregorian' | 'jalali' | 'hijri' | 'ethiopian';

export interface Day {
  /** Null where nothing but the year tells. */
  calendar: Calendar | null;
  year: number;
  /** 1 to 12; Ethiopian to 13. */
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;
/** Beyond these no news was written: it is a date of no meaning. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2201, 0, 1);

const MIDNIGHTS = { gregorian: ofGregorian, jalali: ofJalali, hijri: ofHijri, ethiopian: ofEthiopian };

/** Midnight UTC of a day, in milliseconds since 1970; null when its calendar has no such day from 1900 to 2200. */
export function midnightOf({ calendar, year, month, day }: Day): number | null {
  const midnight = MIDNIGHTS[calendar ?? calendarOf(year)](year, month, day);
  return midnight !== null && midnight >= EARLIEST && midnight < LATEST ? midnight : null;
}

/**
 * What a year alone says. Both calendars of Muslim countries have years in the 1400s: news of Jalali 1420 is of 2041,
 * and news of Hijri 1419 of 1998, before there were feeds.
 */
function calendarOf(year: number): Calendar {
  if (year >= 1300 && year < 1420) return 'jalali';
  return year >= 1420 && year < 1500 ? 'hijri' : 'gregorian';
}

/** Years of the Buddhist era of Thailand, which has the months of the Gregorian calendar, are 543 ahead. */
function ofGregorian(written: number, month: number, day: number): number | null {
  const year = written > 2_400 && written < 2_744 ? written - 543 : written;
  if (year < 1_000 || year > 9_999) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  return midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day ? midnight.getTime() : null;
}

const NOWRUZ_1400 = Date.UTC(2021, 2, 21);
/** Eight years in 33 have a leap day: so it is from Jalali 1178 to 1633. */
const jalaliLeapsBefore = (year: number): number => Math.floor((8 * year + 21) / 33);

function ofJalali(written: number, month: number, day: number): number | null {
  // Kurds count the same years from the Medes.
  const year = written > 2_650 && written < 2_800 ? written - 1_321 : written;
  const isLeap = jalaliLeapsBefore(year + 1) > jalaliLeapsBefore(year);
  const longest = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29;
  if (year < 1_278 || year > 1_579 || month < 1 || month > 12 || day < 1 || day > longest) return null;
  const days =
    365 * (year - 1_400) +
    jalaliLeapsBefore(year) -
    jalaliLeapsBefore(1_400) +
    30 * (month - 1) +
    Math.min(month - 1, 6) +
    day -
    1;
  return NOWRUZ_1400 + days * DAY_MS;
}

const HIJRI_1400 = Date.UTC(1979, 10, 20);
const MEAN_HIJRI_MONTH = 29.530_588;
let ummAlQura: Intl.DateTimeFormat | null = null;

/** By the calendar of Umm al-Qura. Other countries see the moon a day sooner or later: a 30th day is always taken. */
function ofHijri(year: number, month: number, day: number): number | null {
  if (year < 1_318 || year > 1_500 || month < 1 || month > 12 || day < 1 || day > 30) return null;
  const near = HIJRI_1400 + Math.round(((year - 1_400) * 12 + month - 1) * MEAN_HIJRI_MONTH) * DAY_MS;
  // Some day of the middle of the month tells where it began.
  const middle = near + 14 * DAY_MS;
  ummAlQura ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { day: 'numeric', timeZone: 'UTC' });
  return middle + (day - Number(ummAlQura.format(middle))) * DAY_MS;
}

const ETHIOPIAN_2000 = Date.UTC(2007, 8, 12);

/** Twelve months of 30 days and a short one; the leap day ends the year before each that four divides. */
function ofEthiopian(year: number, month: number, day: number): number | null {
  const longest = month < 13 ? 30 : year % 4 === 3 ? 6 : 5;
  if (year < 1_893 || year > 2_192 || month < 1 || month > 13 || day < 1 || day > longest) return null;
  const days = 365 * (year - 2_000) + Math.floor(year / 4) - 500 + 30 * (month - 1) + day - 1;
  return ETHIOPIAN_2000 + days * DAY_MS;
}

/** The year before the first of each. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };

/** Text with years that East Asia counts by eras as years of our own: 令和6年 as 2024年. */
export function commonYears(text: string): string {
  return text.replace(
    /(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年/g,
    (_, era: string, year: string) => `${(ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`,
  );
}
