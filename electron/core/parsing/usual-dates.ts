import { midnightOf } from './calendars';

const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|([+-])(\d{2})(\d{2}))$/;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The two forms in which nearly all feeds write dates, exactly as their RFCs have them, several times as fast as anything
 * that could also be meant. Gives milliseconds since 1970; null for every other form, however close.
 */
export function readUsualDate(date: string): number | null {
  const rfc822 = RFC_822.exec(date);
  if (rfc822) {
    const [, day, name = '', year, hour, minute, second, sign, ...offset] = rfc822;
    return moment([year, MONTHS.indexOf(name) / 3 + 1, day], [hour, minute, second, '0'], [sign, ...offset]);
  }
  const rfc3339 = RFC_3339.exec(date);
  if (!rfc3339) return null;
  const [, year, month, day, hour, minute, second, fraction = '', ...offset] = rfc3339;
  return moment([year, month, day], [hour, minute, second, fraction.padEnd(3, '0')], offset);
}

type Digits = string | number | undefined;

function moment(date: Digits[], time: Digits[], [sign, ...offset]: Digits[]): number | null {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time.map(Number);
  const [hours = 0, minutes = 0] = offset.map((digits = 0) => Number(digits));
  const midnight = midnightOf({ calendar: null, year, month, day });
  const isOdd = !Number.isInteger(month) || hour > 23 || minute > 59 || second > 59 || hours > 14 || minutes > 59;
  if (midnight === null || isOdd) return null;
  const east = (hours * 60 + minutes) * (sign === '-' ? -1 : 1);
  return midnight + ((hour * 60 + minute - east) * 60 + second) * 1_000 + millisecond;
}
