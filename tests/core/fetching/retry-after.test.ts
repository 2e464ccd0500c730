import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../../electron/core/fetching/retry-after';

const NOW = Date.UTC(2026, 0, 5, 12, 0, 0);

describe('retryAfter', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 05 Jan 2026 12:01:00 GMT', 60_000],
    ['Mon, 05 Jan 2026 11:00:00 GMT', 0],
  ])('reads %s', (header, ms) => {
    expect(retryAfter(header, NOW)).toBe(ms);
  });

  it.each([null, '', 'soon', '-5', '1.5', '99999999999', '2026-01-05', 'Mon, 45 Jan 2026 12:01:00 GMT'])(
    'does not guess at %s',
    (header) => {
      expect(retryAfter(header, NOW)).toBeNull();
    },
  );
});
