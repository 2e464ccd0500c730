import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../electron/contract/fold';

it.each([
  ['Arabic and Persian yeh and kaf', 'كتاب ايراني', 'کتاب ایرانی'],
  ['the two hehs and the teh marbuta', 'مدرسة', 'مدرسه'],
  ['an Urdu heh', 'ہوا', 'هوا'],
  ['heh with yeh above', 'خانۀ', 'خانه'],
  ['hamza on its carriers and alone', 'أخبار إيران، شهداء', 'اخبار ایران، شهدا'],
  ['vowel signs and tatweel', 'عُمَـــان', 'عمان'],
  ['the zero-width non-joiner', 'می\u200cشود', 'میشود'],
  ['Persian, Arabic and Devanagari digits', '۱۲۳ ٤٥٦ ७८९', '123 456 789'],
  ['accents and case', 'Perú CÔTE d’Ivoire', "peru cote d'ivoire"],
  ['Turkish capitals', 'İRAN ılık', 'iran ilik'],
  ['letters that do not come apart', 'Łódź Ørsted', 'lodz orsted'],
  ['full width and ligatures', 'ＩＲＡＮ ﬁre', 'iran fire'],
  ['direction marks', '\u200fایران\u200e', 'ایران'],
  ['spaces of all kinds', '  a\u00a0\n b ', 'a b'],
])('makes one of %s', (_, written, folded) => {
  expect(fold(written)).toBe(folded);
});

it.each([
  ['हिंदी', 'हदी'],
  ['مصر', 'عصر'],
  ['ヘ', 'ベ'.normalize('NFC')],
])('keeps apart what is different: %s and %s', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

it('folds what is folded to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

it('takes a long hostile text in no time', () => {
  const started = performance.now();
  fold('\u0301\u200c ﷺ'.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
