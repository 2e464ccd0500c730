import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshMs } from '../../../electron/core/fetching/freshness';

const NOW = Date.UTC(2026, 0, 5, 12, 0, 0);
const DAY = 86_400_000;
const of = (headers: Record<string, string>): number | null => freshMs(new Headers(headers), NOW);

describe('freshMs', () => {
  it.each<[Record<string, string>, number]>([
    [{ 'cache-control': 'max-age=600' }, 600_000],
    [{ 'cache-control': 'public, MAX-AGE = 600 , must-revalidate' }, 600_000],
    [{ 'cache-control': 'max-age="600"' }, 600_000],
    [{ 'cache-control': 's-maxage=300' }, 300_000],
    [{ 'cache-control': 's-maxage=300, max-age=600' }, 600_000],
    [{ 'cache-control': 'max-age=600, max-age=5' }, 600_000],
    [{ 'cache-control': 'max-age=600', age: '200' }, 400_000],
    [{ 'cache-control': 'max-age=600', age: '700' }, 0],
    [{ 'cache-control': 'max-age=600', expires: 'Mon, 05 Jan 2026 12:01:00 GMT' }, 600_000],
    [{ 'cache-control': 'max-age=0' }, 0],
    [{ 'cache-control': 'no-cache' }, 0],
    [{ 'cache-control': 'no-store, max-age=600' }, 0],
    [{ 'cache-control': 'no-cache="set-cookie", max-age=600' }, 0],
    [{ 'cache-control': 'max-age=99999999999999999999' }, 30 * DAY],
    [{ expires: 'Mon, 05 Jan 2026 12:01:00 GMT' }, 60_000],
    [{ expires: 'Mon, 05 Jan 2026 11:00:00 GMT' }, 0],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0],
    // The server's own clock goes wrong by an hour.
    [{ expires: 'Mon, 05 Jan 2026 13:01:00 GMT', date: 'Mon, 05 Jan 2026 13:00:00 GMT' }, 60_000],
    [{ expires: 'Mon, 05 Jan 2026 12:01:00 GMT', age: '20' }, 40_000],
    [{ expires: 'Thu, 01 Jan 2037 00:00:00 GMT' }, 30 * DAY],
  ])('reads %j', (headers, ms) => {
    expect(of(headers)).toBe(ms);
  });

  it.each<Record<string, string>>([
    {},
    { 'cache-control': 'public' },
    { 'cache-control': 'max-age=soon' },
    { 'cache-control': 'max-age=-1' },
    { 'cache-control': 'x-max-age=600' },
    { 'cache-control': 'note="max-age=600, no-cache"' },
    { age: '20' },
  ])('does not guess at %j', (headers) => {
    expect(of(headers)).toBeNull();
  });

  it('is nothing or between now and 30 days, whatever is sent', () => {
    const piece = fc.constantFrom('max-age', 's-maxage', '=', '"', ',', ' ', 'no-cache', '1', '99999', '-', ';');
    const header = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(header, header, header, (cacheControl, age, expires) => {
        const ms = of({ 'cache-control': cacheControl, age, expires });
        expect(ms === null || (ms >= 0 && ms <= 30 * DAY)).toBe(true);
      }),
    );
  });
});
