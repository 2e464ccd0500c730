import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEEP_EVERYTHING, type Retention } from '../../../electron/contract/settings';
import { sharesOf } from '../../../electron/core/articles/article-size';
import { Expiry, type FeedArticles, isKept } from '../../../electron/core/articles/retention';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

interface Row {
  id: string;
  feedId: string;
  published: number | null;
  arrived: number;
  read: boolean;
  bookmarked: boolean;
  ownTags: string[];
  size: number;
}

const row = (id: string, change: Partial<Row> = {}): Row => ({
  id,
  feedId: 'f',
  published: null,
  arrived: NOW,
  read: true,
  bookmarked: false,
  ownTags: [],
  size: 100,
  ...change,
});
const daysAgo = (days: number) => NOW - days * DAY;
const policyOf = (change: Partial<Retention>): Retention => ({ ...KEEP_EVERYTHING, ...change });
const feed = (rows: Row[], carries: number | null = 0): FeedArticles<Row> => ({
  rows,
  carries,
  sizeOf: ({ size }) => size,
});

function expired(feeds: FeedArticles<Row>[], policy: Retention, isProtected = (_id: string) => false): string[] {
  const expiry = new Expiry({ policy, now: NOW, isProtected });
  for (const each of feeds) expiry.look(each);
  return expiry.expired().map(({ id }) => id);
}

const old = (id: string, change: Partial<Row> = {}) => row(id, { arrived: daysAgo(40), ...change });
const monthly = policyOf({ days: 30 });

describe('what goes', () => {
  it('is nothing unless the reader has set a limit', () => {
    expect(expired([feed([old('a', { arrived: 0 })])], KEEP_EVERYTHING)).toEqual([]);
  });

  it('is what has been here longer than so many days', () => {
    expect(expired([feed([old('a'), row('b')])], monthly)).toEqual(['a']);
  });

  it('is not what has only just come, however old its date', () => {
    expect(expired([feed([row('a', { published: daysAgo(4_000), arrived: daysAgo(1) })])], monthly)).toEqual([]);
  });

  it('is what a feed has too many of, the oldest, and of what came together what was published first', () => {
    const rows = ['a', 'b', 'c'].map((id, n) => row(id, { published: daysAgo(9 - n) }));
    expect(expired([feed(rows), feed([row('d')])], policyOf({ perFeed: 2 }))).toEqual(['a']);
  });

  it('is the oldest of all feeds until the rest is small enough', () => {
    const feeds = [feed([old('a'), row('b')]), feed([old('c', { arrived: daysAgo(50) }), row('d')])];
    expect(expired(feeds, policyOf({ bytes: 250 }))).toEqual(['c', 'a']);
  });
});

describe('what stays', () => {
  it.each<[string, Partial<Row>]>([
    ['bookmarked', { bookmarked: true }],
    ['tagged', { ownTags: ['mine'] }],
    ['unread', { read: false }],
  ])('is what is %s', (_, change) => {
    const strict = policyOf({ days: 1, perFeed: 1, bytes: 1e6 });
    expect(expired([feed([old('a', { ...change, size: 2e6 }), row('b')])], strict)).toEqual([]);
  });

  it('is not what is unread where the reader says so', () => {
    expect(expired([feed([old('a', { read: false })])], policyOf({ days: 30, keepUnread: false }))).toEqual(['a']);
  });

  it('is what is open, annotated or packed', () => {
    expect(expired([feed([old('a'), old('b')])], monthly, (id) => id === 'a')).toEqual(['b']);
  });

  it('is, whatever its age, as much as the publisher still shows', () => {
    const rows = [old('a', { arrived: daysAgo(60) }), old('b'), old('c')];
    expect(expired([feed(rows, 2)], monthly)).toEqual(['a']);
    expect(expired([feed(rows, 2)], policyOf({ perFeed: 1 }))).toEqual(['a']);
    expect(expired([feed(rows, null)], monthly)).toEqual([]);
  });

  it('goes for want of space only after what no publisher shows any more', () => {
    const feeds = [feed([old('shown', { arrived: daysAgo(90) })], 1), feed([old('a'), row('b')])];
    expect(expired(feeds, policyOf({ bytes: 250 }))).toEqual(['a']);
    expect(expired(feeds, policyOf({ bytes: 90 }))).toEqual(['a', 'b', 'shown']);
  });

  it('for good takes no place from the rest', () => {
    const rows = [row('kept', { bookmarked: true, size: 1_000 }), row('a')];
    expect(expired([feed(rows)], policyOf({ perFeed: 1, bytes: 100 }))).toEqual([]);
  });
});

describe('any library under any policy', () => {
  const times = fc.integer({ min: 0, max: 400 }).map(daysAgo);
  const rows = fc.array(
    fc.record({
      published: fc.option(times),
      arrived: times,
      read: fc.boolean(),
      bookmarked: fc.boolean(),
      ownTags: fc.subarray(['mine']),
      size: fc.integer({ min: 1, max: 5_000 }),
      isOpen: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  const feeds = fc.array(fc.record({ rows, carries: fc.option(fc.nat(20)) }), { maxLength: 5 });
  const policies = fc.record({
    days: fc.option(fc.integer({ min: 1, max: 300 })),
    perFeed: fc.option(fc.integer({ min: 1, max: 30 })),
    bytes: fc.option(fc.integer({ min: 1, max: 60_000 })),
    keepUnread: fc.boolean(),
  });

  it('loses nothing that is protected, and what is left of the rest meets the policy', () => {
    fc.assert(
      fc.property(feeds, policies, (drawn, policy) => {
        const open = new Set<string>();
        const library = drawn.map(({ rows: own, carries }, f) => {
          const named = own.map(({ isOpen, ...each }, n) => {
            const id = `${f}x${n}`;
            if (isOpen) open.add(id);
            return row(id, { ...each, feedId: String(f) });
          });
          return feed(named, carries);
        });
        const isProtected = (id: string) => open.has(id);
        const gone = new Set(expired(library, policy, isProtected));
        const rules = { policy, now: NOW, isProtected };

        let bytes = 0;
        for (const { rows: own, carries } of library) {
          for (const each of own) if (isKept(each, rules)) expect(gone).not.toContain(each.id);
          const time = (each: Row) => Math.max(each.published ?? 0, each.arrived);
          const left = own.filter((each) => !gone.has(each.id) && !isKept(each, rules));
          bytes += left.reduce((sum, { size }) => sum + size, 0);
          // What the publisher shows, for which age and count wait: no more than so many may be over.
          const shown = carries ?? own.length;
          const tooOld = left.filter((each) => policy.days !== null && time(each) < NOW - policy.days * DAY);
          expect(tooOld.length).toBeLessThanOrEqual(shown);
          expect(left.length).toBeLessThanOrEqual(Math.max(policy.perFeed ?? own.length, shown));
          const oldest = Math.min(...left.map(time));
          const hasOnlyAge = policy.bytes === null && policy.perFeed === null;
          if (hasOnlyAge && carries === 0) expect(oldest).toBeGreaterThanOrEqual(NOW - (policy.days ?? 1e5) * DAY);
        }
        expect(bytes).toBeLessThanOrEqual(policy.bytes ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 500 },
    );
  });
});

it('shares the bytes of a feed out by the length of the texts, all of them and no more', () => {
  const rows = [{ words: 0 }, { words: 120 }, { words: 900 }];
  const sizes = rows.map(sharesOf(rows, 1_000_000));
  expect(sizes[1]).toBeCloseTo((sizes[0] ?? 0) * 2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(1_000_000);
  expect([{ words: 5 }].map(sharesOf<{ words: number }>([], 100))).toEqual([0]);
});
