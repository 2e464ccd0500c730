import { expect, it } from 'vitest';
import { believable, dateOf, isFromTheFuture } from '../../../electron/core/articles/dates';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

it.each([
  ['a date of the past stays', NOW - HOUR, NOW - HOUR, false],
  ['one that is hours ahead stays, since many feeds call local time UTC', NOW + 5 * HOUR, NOW + 5 * HOUR, false],
  ['one that is days ahead is taken back to the arrival, and one can tell', NOW + 48 * HOUR, NOW, true],
  ['one from before there were feeds is none', Date.UTC(1969, 11, 31), null, false],
  ['none is none', null, null, false],
])('%s', (_, time, published, isTakenBack) => {
  expect(believable(time, NOW)).toBe(published);
  expect(isFromTheFuture({ published, arrived: NOW })).toBe(isTakenBack);
});

it('never puts an article above the moment it came', () => {
  expect(dateOf({ published: NOW + HOUR, arrived: NOW })).toBe(NOW);
  expect(dateOf({ published: NOW - HOUR, arrived: NOW })).toBe(NOW - HOUR);
  expect(dateOf({ published: null, arrived: NOW })).toBe(NOW);
});
