import type { NextTry } from '../../contract/health';
import type { RefreshChoice } from '../../contract/settings';
import type { Core, FeedRecord } from '../store/core-data';
import { heldUntil, hostOf } from './held-hosts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No feed is asked more often by itself, however much it brings, and none less often, however little. */
const SHORTEST_MS = 15 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
/** While nothing is known of a feed's rhythm. */
const UNKNOWN_MS = 30 * MINUTE_MS;
const SPREAD = 0.2;
const HOURS_A_WEEK = 7 * 24;

/** A wait that is up to a tenth shorter or longer, so that feeds asked together drift apart. `random` is between 0 and 1. */
export const spreadOut = (ms: number, random: number): number => ms * (1 - SPREAD / 2 + SPREAD * random);

/**
 * When a feed is asked next by itself, and why then. `choice` is the reader's for all feeds. A publisher's wish only
 * makes it later, by no more than a day; hours and days that are to be skipped come on top.
 */
export function nextTry(core: Core, feed: FeedRecord, choice: RefreshChoice, now: number): NextTry {
  const { ended, minutes } = feed;
  const chosen = minutes ?? choice;
  if (ended) return { at: null, because: 'ended' };
  if (chosen === 0) return { at: null, because: 'by-hand' };
  const next = byItself(feed, chosen, now);
  const held = heldUntil(core, hostOf(feed), now);
  return held !== null && held >= (next.at ?? 0) ? { at: held, because: 'host' } : next;
}

/** A clock that was set back must not keep a feed waiting for the future. */
function byItself(feed: FeedRecord, chosen: Exclude<RefreshChoice, 0>, now: number): NextTry {
  const { trouble, lastTry } = feed;
  if (trouble) {
    const isAhead = trouble.nextTry !== null && trouble.nextTry - now > LONGEST_MS;
    return { at: isAhead ? now : trouble.nextTry, because: 'failing' };
  }
  return lastTry === null || lastTry > now ? { at: now, because: 'new' } : afterSuccess(feed, chosen);
}

/** True when a feed is to be asked now, by itself. */
export function isDue(core: Core, feed: FeedRecord, choice: RefreshChoice, now: number): boolean {
  const { at } = nextTry(core, feed, choice, now);
  return at !== null && now >= at;
}

function afterSuccess(feed: FeedRecord, chosen: Exclude<RefreshChoice, 0>): NextTry {
  const { lastTry, freshUntil, rhythm, spread } = feed;
  const asked = lastTry ?? 0;
  const interval = chosen === 'auto' ? ownInterval(feed) : chosen * MINUTE_MS;
  const ours = asked + spreadOut(interval, spread);
  const wish = Math.max(rhythm?.ttlMinutes ?? 0, rhythm?.everyMinutes ?? 0) * MINUTE_MS;
  const theirs = Math.min(Math.max(freshUntil ?? 0, asked + wish), asked + DAY_MS);
  const open = afterSkipped(Math.max(ours, theirs), rhythm);
  const isTheirs = open > ours;
  return { at: Math.round(open), because: isTheirs ? 'publisher' : chosen === 'auto' ? 'rhythm' : 'reader' };
}

/**
 * Half the usual time between two articles, so that each is rarely late by more than that; one that has been silent for
 * long is asked less and less often.
 */
function ownInterval({ gap, lastTry, lastChange }: FeedRecord): number {
  if (gap === null) return UNKNOWN_MS;
  const silence = Math.max(0, (lastTry ?? 0) - (lastChange ?? lastTry ?? 0));
  return Math.min(Math.max(SHORTEST_MS, Math.max(gap, silence / 4) / 2), LONGEST_MS);
}

/** The first moment from then on that lies in no hour or day (UTC) in which the publisher says nothing comes. */
function afterSkipped(from: number, rhythm: FeedRecord['rhythm']): number {
  if (!rhythm || rhythm.skipHours.length + rhythm.skipDays.length === 0) return from;
  let at = from;
  for (let hour = 0; hour < HOURS_A_WEEK; hour++) {
    const time = new Date(at);
    if (!rhythm.skipHours.includes(time.getUTCHours()) && !rhythm.skipDays.includes(time.getUTCDay())) return at;
    at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
  }
  return from;
}

const GAPS = 20;

/** The usual time in milliseconds between two articles of a feed, of the dates that it shows; null when it shows too few. */
export function usualGap(published: readonly (number | null)[], now: number): number | null {
  const times = published.filter((time) => time !== null && time <= now) as number[];
  const latest = [...new Set(times)].sort((one, other) => other - one).slice(0, GAPS + 1);
  const gaps = latest.slice(1).map((time, n) => (latest[n] ?? time) - time);
  gaps.sort((one, other) => one - other);
  return gaps[gaps.length >> 1] ?? null;
}
