import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../electron/core/parsing/dates';

describe('a date as feeds write it', () => {
  it.each([
    ['Fri, 03 May 2024 07:05:06 +0330', '2024-05-03T03:35:06.000Z'],
    ['Fri, 03 May 2024 07:05:06 GMT', '2024-05-03T07:05:06.000Z'],
    ['Fri, 3 May 24 7:05 EST', '2024-05-03T12:05:00.000Z'],
    ['03 May 2024 07:05:06 PDT', '2024-05-03T14:05:06.000Z'],
    ['03 May 2024 07:05:06 +05:30', '2024-05-03T01:35:06.000Z'],
    ['03 May 2024 07:05:06 UTC+3', '2024-05-03T04:05:06.000Z'],
    ['03 May 2024 07:05:06 XYZ', '2024-05-03T07:05:06.000Z'],
    ['03 May 2024 07:05:06 +9900', '2024-05-03T07:05:06.000Z'],
    ['03 May 2024 07:05:06', '2024-05-03T07:05:06.000Z'],
    ['Sun, 15 Dec 2024 12:15 PM', '2024-12-15T12:15:00.000Z'],
    ['Sun, 15 Dec 2024 12:15 a.m.', '2024-12-15T00:15:00.000Z'],
    ['Mon, May 25 2020', '2020-05-25T00:00:00.000Z'],
    ['Sep 23, 2024', '2024-09-23T00:00:00.000Z'],
    ['23 Sept 2024', '2024-09-23T00:00:00.000Z'],
    ['September 2024', '2024-09-01T00:00:00.000Z'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21.000Z'],
    ['Thu Jan 01 2004 19:48:21 GMT+0100 (Central European Time)', '2004-01-01T18:48:21.000Z'],
    ['Fri, 29 Nov 102 10:00:00 GMT', '2002-11-29T10:00:00.000Z'],
    ['29 Nov 49', '2049-11-29T00:00:00.000Z'],
    ['29 Nov 50', '1950-11-29T00:00:00.000Z'],
    ['Wed, 31 Dec 2023 24:00:00 GMT', '2024-01-01T00:00:00.000Z'],
    ['Fri, 30 Jun 2023 23:59:60 GMT', '2023-07-01T00:00:00.000Z'],
    ['2024-05-03T07:05:06.123456+03:30', '2024-05-03T03:35:06.123Z'],
    ['2024-05-03t07:05:06z', '2024-05-03T07:05:06.000Z'],
    ['2024-05-03 07:05:06,5 +02', '2024-05-03T05:05:06.500Z'],
    ['2024-05-03T07:05', '2024-05-03T07:05:00.000Z'],
    ['2024-05-03', '2024-05-03T00:00:00.000Z'],
    ['2024-05', '2024-05-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['20240503', '2024-05-03T00:00:00.000Z'],
    ['20240503T0705+0330', '2024-05-03T03:35:00.000Z'],
    ['20240503070506', '2024-05-03T07:05:06.000Z'],
    ['2024/5/3 7:05', '2024-05-03T07:05:00.000Z'],
    ['31.12.2023 23:59', '2023-12-31T23:59:00.000Z'],
    ['03/05/2024', '2024-05-03T00:00:00.000Z'],
    ['05/31/2024', '2024-05-31T00:00:00.000Z'],
    ['5/3/2024 7:05:00 PM', '2024-05-03T19:05:00.000Z'],
    ['1714720000', '2024-05-03T07:06:40.000Z'],
    ['1714720000123', '2024-05-03T07:06:40.123Z'],
    ['2024年5月3日 12:30', '2024-05-03T12:30:00.000Z'],
    ['2024. 5. 3. 14:05', '2024-05-03T14:05:00.000Z'],
    ['5 كانون الثاني 2024', '2024-01-05T00:00:00.000Z'],
    ['٥ مايو ٢٠٢٤ ١٠:٠٠', '2024-05-05T10:00:00.000Z'],
    ['۵ ژانویهٔ ۲۰۲۴', '2024-01-05T00:00:00.000Z'],
    ['5 août 2024', '2024-08-05T00:00:00.000Z'],
    ['mardi 5 mars 2024', '2024-03-05T00:00:00.000Z'],
    ['mar., 05 nov. 2024', '2024-11-05T00:00:00.000Z'],
  ])('%s', (written, iso) => {
    expect(parseDate(written)).toBe(iso);
  });
});

describe('what is no date of this calendar', () => {
  it.each(['', 'yesterday', 'Friday', '31 Apr 2024', '2023-02-29', '2024-13-01', '2024-05-03T25:00:00Z', '12:30'])(
    'no date: "%s"',
    (written) => expect(parseDate(written)).toBeNull(),
  );
  it.each(['۱۴۰۴-۱۱-۰۷T۱۱:۳۲:۰۶Z', '1404-11-07', '1446-05-12', '2567-05-03', '0001-01-01T00:00:00Z', '9999-12-31'])(
    'another calendar, or none: %s',
    (written) => expect(parseDate(written)).toBeNull(),
  );
});

const moment = fc.date({ min: new Date('1900-01-02'), max: new Date('2200-12-30'), noInvalidDate: true });

it('reads back what a date prints, in ISO 8601 and as HTTP has it', () => {
  fc.assert(
    fc.property(moment, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.toISOString());
      const seconds = new Date(Math.floor(date.getTime() / 1_000) * 1_000).toISOString();
      expect(parseDate(date.toUTCString())).toBe(seconds);
    }),
  );
});

it.each(['es', 'fr', 'de', 'pt', 'it', 'ru', 'tr', 'ar', 'fa', 'ur', 'hi'])('knows the months of %s', (language) => {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { month: 'long', timeZone: 'UTC' });
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2024, month, 5));
    expect(parseDate(`5 ${format.format(date)} 2024`)).toBe(date.toISOString());
  }
});

it('takes any text without failing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 :.,/TZ+apm-]*$/)), (text) => {
      const date = parseDate(text);
      expect(date === null || date === new Date(date).toISOString()).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
