import type { PublishingRhythm } from '../../contract/parsed-feed';
import { westernDigits } from './digits';
import { children, childText, type ElementName, type RawElement, textOf } from './raw-nodes';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const HOURS_A_DAY = 24;
const MINUTES_A_YEAR = 525_600;
/** A month as 30 days: the module does not say which one. */
const MINUTES_A_PERIOD = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', MINUTES_A_YEAR],
]);

/** What a feed says that gives no advice. */
export const NO_RHYTHM: PublishingRhythm = { ttlMinutes: null, everyMinutes: null, skipHours: [], skipDays: [] };

/** What an RSS, RDF or Atom feed says about when it changes. What makes no sense is left out. */
export function rhythmOf(feed: RawElement): PublishingRhythm {
  return {
    ttlMinutes: bounded(wholeNumber(childText(feed, 'ttl'))),
    everyMinutes: everyMinutes(feed),
    skipHours: skipped(feed, 'skiphours', 'hour', HOURS_A_DAY, hourOf),
    skipDays: skipped(feed, 'skipdays', 'day', DAYS.length, dayOf),
  };
}

/** Syndication module: daily and once a period unless it says otherwise. */
function everyMinutes(feed: RawElement): number | null {
  const period = childText(feed, 'sy:updateperiod')?.toLowerCase();
  const frequency = childText(feed, 'sy:updatefrequency');
  if (period === undefined && frequency === null) return null;
  const minutes = MINUTES_A_PERIOD.get(period ?? 'daily');
  const times = frequency === null ? 1 : wholeNumber(frequency);
  return minutes && times ? bounded(Math.round(minutes / times)) : null;
}

/** Whoever skips everything made a mistake, and would never be asked again. */
function skipped(
  feed: RawElement,
  list: ElementName,
  each: ElementName,
  all: number,
  read: (text: string) => number | null,
): number[] {
  const entries = children(feed, list).flatMap((node) => children(node, each));
  const numbers = entries.map((node) => read(textOf(node))).filter((number) => number !== null);
  const distinct = [...new Set(numbers)].sort((one, other) => one - other);
  return distinct.length < all ? distinct : [];
}

/** RSS 0.91 counts hours from 1 to 24, RSS 2.0 from 0 to 23. */
function hourOf(text: string): number | null {
  const hour = wholeNumber(text);
  return hour !== null && hour <= HOURS_A_DAY ? hour % HOURS_A_DAY : null;
}

function dayOf(text: string): number | null {
  const day = DAYS.indexOf(text.slice(0, 3).toLowerCase());
  return day < 0 ? null : day;
}

function bounded(minutes: number | null): number | null {
  if (minutes === null || minutes < 1) return null;
  return Math.min(minutes, MINUTES_A_YEAR);
}

function wholeNumber(text: string | null): number | null {
  const digits = westernDigits(text ?? '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
