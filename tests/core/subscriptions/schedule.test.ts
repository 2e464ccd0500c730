import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/failures';
import type { RefreshChoice } from '../../../electron/contract/settings';
import { EMPTY_CORE, type FeedRecord } from '../../../electron/core/store/core-data';
import { startFeed } from '../../../electron/core/subscriptions/feed-record';
import { afterFailure } from '../../../electron/core/subscriptions/health';
import { withHeldHost } from '../../../electron/core/subscriptions/held-hosts';
import { isDue, nextTry, usualGap } from '../../../electron/core/subscriptions/schedule';

/** A Tuesday, at noon. */
const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const feed = (change: Partial<FeedRecord> = {}): FeedRecord => ({
  ...startFeed(
    undefined,
    { address: 'https://paper.example/feed', title: null, ownTitle: null, site: null, folderId: null },
    0,
  ),
  ...change,
});
const asked = (change: Partial<FeedRecord> = {}): FeedRecord => feed({ lastTry: NOW, lastSuccess: NOW, ...change });
const next = (of: FeedRecord, choice: RefreshChoice) => nextTry(EMPTY_CORE, of, choice, NOW);
const wait = (of: FeedRecord, choice: RefreshChoice = 'auto') => (next(of, choice).at ?? Number.NaN) - NOW;
const rhythm = { ttlMinutes: null, everyMinutes: null, skipHours: [], skipDays: [] };

describe('a feed is due', () => {
  it.each<[string, boolean, Partial<FeedRecord>, RefreshChoice]>([
    ['when it was never asked', true, {}, 30],
    ['when its interval is over', true, { lastTry: NOW - 30 * MINUTE }, 30],
    ['not before', false, { lastTry: NOW - 30 * MINUTE + 1 }, 30],
    ['when the clock was set back', true, { lastTry: NOW + MINUTE }, 30],
    ['never, by hand', false, {}, 0],
    ['never, when it has ended', false, { ended: true }, 30],
    ['by its own interval', true, { lastTry: NOW - 15 * MINUTE, minutes: 15 }, 720],
    ['never, when it alone is by hand', false, { minutes: 0 }, 15],
  ])('%s', (_, expected, change, choice) => {
    expect(isDue(EMPTY_CORE, feed(change), choice, NOW)).toBe(expected);
  });

  it('after a failure when its pause is over, whatever the interval', () => {
    const failed = feed(afterFailure(feed(), failure('server-error'), NOW, 0.5));
    expect(isDue(EMPTY_CORE, failed, 720, NOW + 5 * MINUTE - 1)).toBe(false);
    expect(isDue(EMPTY_CORE, failed, 720, NOW + 5 * MINUTE)).toBe(true);
    expect(next(failed, 720).because).toBe('failing');
    expect(next(failed, 0)).toEqual({ at: null, because: 'by-hand' });
  });

  it('not while its host asked to be left alone', () => {
    const core = withHeldHost(EMPTY_CORE, 'paper.example', NOW + HOUR, NOW);
    expect(nextTry(core, feed({ lastTry: NOW - DAY }), 15, NOW)).toEqual({ at: NOW + HOUR, because: 'host' });
    // The feed that was told to wait waits for the same moment, and for the same reason.
    const trouble = { ...failure('too-many-requests'), since: NOW, nextTry: NOW + HOUR, tries: 1 };
    expect(nextTry(core, asked({ trouble }), 15, NOW)).toEqual({ at: NOW + HOUR, because: 'host' });
    expect(isDue(core, feed({ lastTry: NOW - DAY }), 15, NOW + HOUR)).toBe(true);
  });
});

describe('by its own rhythm a feed is asked', () => {
  it.each<[string, Partial<FeedRecord>, number]>([
    ['every half hour while nothing is known of it', { gap: null }, 30 * MINUTE],
    ['twice in the usual time between two articles', { gap: 4 * HOUR }, 2 * HOUR],
    ['no more often than every quarter of an hour', { gap: MINUTE }, 15 * MINUTE],
    ['at least once a day', { gap: 30 * DAY }, DAY],
    ['less often when it has long been silent', { gap: HOUR, lastChange: NOW - 16 * HOUR }, 2 * HOUR],
    ['as often as before after a short silence', { gap: 4 * HOUR, lastChange: NOW - 2 * HOUR }, 2 * HOUR],
  ])('%s', (_, change, expected) => {
    expect(wait(asked(change))).toBe(expected);
    expect(next(asked(change), 'auto').because).toBe('rhythm');
  });

  it('a little earlier or later each time', () => {
    expect([0, 1].map((spread) => wait(asked({ gap: 2 * HOUR, spread })))).toEqual([54 * MINUTE, 66 * MINUTE]);
  });
});

describe('a publisher', () => {
  it.each<[string, Partial<FeedRecord>, number]>([
    ['says for how long it stays fresh (ttl)', { rhythm: { ...rhythm, ttlMinutes: 90 } }, 90 * MINUTE],
    ['says how often it comes out (sy)', { rhythm: { ...rhythm, everyMinutes: 180 } }, 3 * HOUR],
    ['says it in the answer (Cache-Control)', { freshUntil: NOW + 2 * HOUR }, 2 * HOUR],
    ['cannot silence a feed for longer than a day', { freshUntil: NOW + 30 * DAY }, DAY],
    ['does not make it more often', { rhythm: { ...rhythm, ttlMinutes: 5 } }, 30 * MINUTE],
    ['leaves out hours', { rhythm: { ...rhythm, skipHours: [12, 13, 15] } }, 2 * HOUR],
    ['leaves out days', { rhythm: { ...rhythm, skipDays: [2, 3] } }, 36 * HOUR],
    ['leaves out a day and an hour of the next', { rhythm: { ...rhythm, skipHours: [0], skipDays: [2] } }, 13 * HOUR],
  ])('%s', (_, change, expected) => {
    expect(wait(asked(change), 30)).toBe(expected);
    expect(next(asked(change), 30).because).toBe(expected === 30 * MINUTE ? 'reader' : 'publisher');
  });

  it('who leaves out everything is not believed', () => {
    const never = { ...rhythm, skipDays: [0, 1, 2, 3, 4, 5, 6] };
    expect(wait(asked({ rhythm: never }), 30)).toBe(30 * MINUTE);
  });
});

describe('the usual time between two articles', () => {
  it.each<[string, (number | null)[], number | null]>([
    ['is not known of none', [], null],
    ['is not known of one', [NOW], null],
    ['is that of most, whatever the order', [NOW - 3 * HOUR, NOW, NOW - HOUR, NOW - 100 * DAY, NOW - 2 * HOUR], HOUR],
    ['passes over dates of the future and none', [NOW + DAY, null, NOW, NOW - HOUR], HOUR],
    ['is not zero when many have the same date', [NOW, NOW, NOW, NOW - HOUR], HOUR],
  ])('%s', (_, published, expected) => {
    expect(usualGap(published, NOW)).toBe(expected);
  });
});
