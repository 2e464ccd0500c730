import fc from 'fast-check';
import { expect, it } from 'vitest';
import { midnightOf } from '../../../electron/core/parsing/calendars';
import { parseDate } from '../../../electron/core/parsing/dates';

const SECOND = 1_000;
const DAY = 86_400_000;
const moment = fc.date({ min: new Date('1900-01-02'), max: new Date('2200-12-30'), noInvalidDate: true });
const recent = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-30'), noInvalidDate: true });
const two = (number: number): string => String(number).padStart(2, '0');
const toSecond = (date: Date): string => new Date(Math.floor(date.getTime() / SECOND) * SECOND).toISOString();

it('reads back what a date prints, in ISO 8601 and as HTTP has it', () => {
  fc.assert(
    fc.property(moment, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.toISOString());
      expect(parseDate(date.toUTCString())).toBe(toSecond(date));
    }),
  );
});

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = ['', 'Fri, ', 'Fri ', 'Friday, ', 'Mon,', 'Ven., '];
const OFFSETS: [string, number][] = [
  ['', 0],
  [' Z', 0],
  [' GMT', 0],
  [' +0330', 210],
  ['+03:30', 210],
  [' -5', -300],
  [' GMT+5:45', 345],
  [' EST', -300],
  [' IRDT', 270],
  [' (nowhere)', 0],
];

/** A day, by its year, month and day, in the ways that nobody can take for another day. */
const days = (date: Date): string[] => {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const name = MONTHS[month - 1];
  const firstDay = Date.UTC(year, 0, 0);
  const ordinal = String(Math.floor((date.getTime() - firstDay) / DAY)).padStart(3, '0');
  return [
    `${day} ${name} ${year}`,
    `${two(day)}-${name}-${two(year % 100)}`,
    `${name} ${day}, ${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${month}/${day}`,
    `${two(day)}.${two(month)}.${year}`,
    `${year}${two(month)}${two(day)}`,
    `${year}-${ordinal}`,
    `${year}年${month}月${day}日`,
  ];
};

/** The time of day to the minute, likewise. */
const times = (date: Date): string[] => {
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  const twelve = hour % 12 || 12;
  return [
    `${two(hour)}:${two(minute)}`,
    `${hour}:${minute}:00`,
    `${hour}:${two(minute)}:00.000`,
    `${twelve}:${two(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
    `${twelve}:${two(minute)}${hour < 12 ? 'AM' : 'PM'}`,
    `${hour}h${two(minute)}`,
  ];
};

it('reads back every day with every time and zone', () => {
  const index = fc.nat({ max: 1_000 });
  fc.assert(
    fc.property(recent, index, index, index, index, (date, day, time, zone, weekday) => {
      const pick = <T>(from: T[], at: number): T => from[at % from.length] as T;
      const [name, offset] = pick(OFFSETS, zone);
      const isIso = day % 9 > 5 && day % 9 < 8;
      const before = isIso ? '' : pick(WEEKDAYS, weekday);
      const written = `${before}${pick(days(date), day)} ${pick(times(date), time)}${name}`;
      const minute = Math.floor(date.getTime() / 60_000) * 60_000;
      expect([written, parseDate(written)]).toEqual([written, new Date(minute - offset * 60_000).toISOString()]);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['jalali', 'persian', '1925-03-22', '2075-01-01'],
  ['hijri', 'islamic-umalqura', '1925-01-01', '2070-01-01'],
  ['ethiopian', 'ethiopic', '1925-01-01', '2150-01-01'],
] as const)('has the %s calendar as ICU has it, on any day', (calendar, name, min, max) => {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, parts);
  fc.assert(
    fc.property(fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }), (date) => {
      const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 0, day = 0 } = part;
      expect(midnightOf({ calendar, year, month, day })).toBe(Math.floor(date.getTime() / DAY) * DAY);
    }),
    { numRuns: 2_000 },
  );
});

const LANGUAGES = (
  'en es fr de pt it nl ca ro sv da nb fi is et lv lt pl cs sk sl bs sr sr-Latn mk bg ru uk be hu el sq tr az uz kk ky ' +
  'ka hy he yi ar ar-SY ar-MA fa ur ps ckb ug hi mr ne bn pa gu ta te kn ml th km my id ms fil sw so ha rw mg af am mt'
).split(' ');

it.each(LANGUAGES)('knows the months of %s, long and short, as ICU names them', (language) => {
  for (const month of ['long', 'short'] as const) {
    const options = { day: 'numeric', month, timeZone: 'UTC' } as const;
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, options);
    for (let index = 0; index < 12; index++) {
      const date = new Date(Date.UTC(2024, index, 5));
      const name = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      // The short September of Hausa is everybody's Saturday.
      if (/\d/.test(name) || (language === 'ha' && name === 'Sat')) continue;
      expect([name, parseDate(`5 ${name} 2024`, language)]).toEqual([name, date.toISOString()]);
    }
  }
});

it('takes any text in no time', () => {
  const like = fc.stringMatching(/^[0-9 :.,/TZ+apm()-]*$/);
  const words = fc.array(fc.constantFrom('3', 'may', '2024', '14:05', 'مهر', '1403', '+3', 'W18', 'GMT', '('));
  let longest = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        like,
        fc.string({ unit: 'grapheme' }),
        words.map((all) => all.join(' ')),
      ),
      (text) => {
        const start = performance.now();
        const date = parseDate(text);
        longest = Math.max(longest, performance.now() - start);
        expect(date === null || date === new Date(date).toISOString()).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
  // A millisecond or less; the rest is for a busy computer and the first use of the names.
  expect(longest).toBeLessThan(250);
});
