import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, match } from '../../renderer/commands/match';

const best = (typed: string, names: string[]): string[] =>
  names
    .map((name) => ({ name, score: match(folded(typed), folded(name)) }))
    .filter((one) => one.score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ name }) => name);

test('the whole in one piece stands before all words, and all words before letters far apart', () => {
  expect(best('go to', ['Going out today', 'To go', 'Go to Bookmarks'])).toEqual([
    'Go to Bookmarks',
    'To go',
    'Going out today',
  ]);
});

test('the beginning of a word stands before the middle of one, the shorter name before the longer', () => {
  expect(best('mark', ['Remark', 'Mark all as read', 'Mark'])).toEqual(['Mark', 'Mark all as read', 'Remark']);
});

test('letters in their order are enough, and those that begin words come first', () => {
  expect(best('mar', ['Camera', 'Mark as read', 'My art, all red'])[0]).toBe('Mark as read');
  expect(best('mkrd', ['Mark all as read', 'Bookmarks'])).toEqual(['Mark all as read']);
});

test('forms of Arabic letters, accents and case do not matter', () => {
  expect(best('كتابخانه', ['کتابخانه'])).toHaveLength(1);
  expect(best('روزنامه', ['روزنامهٔ خاوران'])).toHaveLength(1);
  expect(best('elysee', ['Élysée'])).toHaveLength(1);
});

test('nothing typed answers to everything, and a name answers to itself and to its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (name) => {
      const whole = folded(name);
      expect(match('', whole)).toBe(0);
      expect(match(whole, whole)).not.toBeNull();
      expect(match(`${whole}\u0001`, whole)).toBeNull();
    }),
  );
});

test('a name of any length takes no time to speak of', () => {
  const name = folded('a'.repeat(1_000_000));
  const before = performance.now();
  for (let times = 0; times < 1_000; times++) match(`${'a'.repeat(199)}b`, name);
  expect(performance.now() - before).toBeLessThan(1_000);
});
