import { commonYears } from './calendars';
import { readClock } from './clock';
import { readDay } from './days';
import { westernDigits } from './digits';
import { plainIso } from './iso-days';
import { momentOf, takeZone } from './time-zones';
import { readUsualDate } from './usual-dates';

const LONGEST = 160;
const ASIDES = /\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g;

/**
 * Reads a date as feeds write it: RFC 822 in any order and misspelling, ISO 8601 in full, Unix time, names of months in
 * the languages of the catalogue, all decimal digits, and the calendars of {@link midnightOf}. `language` is the feed's,
 * where it says: it decides what one name or order means in two languages. Without a zone it is UTC. Gives ISO 8601 UTC
 * with milliseconds, or null for what is no date or no day of its calendar. Looks at no more than 160 characters.
 */
export function parseDate(text: string, language: string | null = null): string | null {
  const date = text.trim().slice(0, LONGEST);
  const moment = readUsualDate(date) ?? readAnyDate(tidy(date), language);
  return moment === null ? null : new Date(moment).toISOString();
}

const readAnyDate = (date: string, language: string | null): number | null =>
  fromEpoch(date) ?? fromCalendar(plainIso(date), language);

/** In digits 0 to 9, without marks that nobody sees, and without what is said in brackets, unless that is all. */
function tidy(text: string): string {
  const plain = /[\u0080-\uffff]/.test(text)
    ? commonYears(westernDigits(text.normalize('NFC')).replace(/\p{Cf}/gu, ''))
    : text;
  const alone = plain.replace(ASIDES, ' ');
  return (/\d/.test(alone) ? alone : plain.replace(/[()[\]<>]/g, ' ')).trim();
}

const EPOCH = /^(?:\/Date\s)?(\d{9,10}|\d{13}|\d{16})(?:\.\d+|[+-]\d{4})?(?:\s\/)?$/;

/** Seconds, milliseconds or microseconds since 1970, also as Microsoft's `/Date(…)/` once the brackets are gone. */
function fromEpoch(date: string): number | null {
  const [, digits] = EPOCH.exec(date) ?? [];
  if (!digits) return null;
  return Math.floor(Number(digits) / 10 ** (digits.length < 13 ? -3 : digits.length - 13));
}

function fromCalendar(date: string, language: string | null): number | null {
  const clock = readClock(date);
  if (!clock) return readDay(date, { language, saysAmPm: false });
  const { zone, rest } = takeZone(date.slice(clock.end));
  const { saysAmPm, milliseconds } = clock;
  const day = readDay(`${date.slice(0, clock.start)} ${rest}`, { language, saysAmPm });
  return day === null || milliseconds === null ? null : momentOf(day + milliseconds, zone);
}
