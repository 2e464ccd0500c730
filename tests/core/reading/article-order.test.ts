import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOf } from '../../../electron/core/reading/article-order';
import { headerOf, headersOf } from '../store/headers';

const dated = fc.record({
  feedId: fc.constantFrom('north', 'south'),
  published: fc.option(fc.integer({ min: 631_152_000_000, max: 631_152_000_009 })),
  arrived: fc.integer({ min: 631_152_000_000, max: 631_152_000_009 }),
});
const timeOf = ({ published, arrived }: { published: number | null; arrived: number }) =>
  Math.min(published ?? arrived, arrived);

/** The slow way: by time, then by feed, then as they came. */
function expected(items: { feedId: string; n: number; time: number }[], direction: number): number[] {
  const byFeed = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return items
    .toSorted((a, b) => direction * (a.time - b.time) || byFeed(a.feedId, b.feedId) || a.n - b.n)
    .map(({ n }) => n);
}

it('is by date, with nothing newer than its arrival; then by feed, and as it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dated), async (items) => {
      const headers = headersOf();
      for (const [n, item] of items.entries()) {
        await headers.put(item.feedId, [headerOf({ ...item, n })], (kept) => kept);
      }
      const order = async (sort: 'newest' | 'oldest' | 'arrived') =>
        [...(await orderOf(headers, sort))].map((row) => Number.parseInt(headers.view(row)?.id ?? '', 16));
      const byDate = items.map((item, n) => ({ feedId: item.feedId, n, time: timeOf(item) }));
      expect(await order('newest')).toEqual(expected(byDate, -1));
      expect(await order('oldest')).toEqual(expected(byDate, 1));
      const byArrival = items.map(({ feedId, arrived }, n) => ({ feedId, n, time: arrived }));
      expect(await order('arrived')).toEqual(expected(byArrival, -1));
    }),
  );
});
