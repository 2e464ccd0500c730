import { expect, it } from 'vitest';
import { inOrder } from '../../../electron/core/articles/list';

const at = (name: string, feedId: string, published: number | null, arrived = 9) => ({
  name,
  feedId,
  published,
  arrived,
});
const names = (items: ReturnType<typeof at>[], sort: 'newest' | 'oldest' | 'arrived') =>
  inOrder(items, (item) => item, sort)
    .map(({ name }) => name)
    .join(' ');

it('the newest stand first, the oldest, or what arrived last', () => {
  const items = [at('a', 'f', 1, 5), at('b', 'f', 3, 4), at('c', 'f', 2, 6)];
  expect(names(items, 'newest')).toBe('b c a');
  expect(names(items, 'oldest')).toBe('a c b');
  expect(names(items, 'arrived')).toBe('c a b');
});

it('nothing from the future stands above what has just come', () => {
  expect(names([at('now', 'f', 9), at('future', 'f', 99), at('before', 'f', 8)], 'newest')).toBe('now future before');
});

it('of the same time each feed keeps its own order, whichever feed is read first', () => {
  const north = [at('n1', 'north', null), at('n2', 'north', null)];
  const south = [at('s1', 'south', null), at('s2', 'south', null)];
  expect(names([...north, ...south], 'newest')).toBe('n1 n2 s1 s2');
  expect(names([...south, ...north], 'newest')).toBe('n1 n2 s1 s2');
});
