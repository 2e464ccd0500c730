import { expect, test } from 'vitest';
import { directionOf } from '../../renderer/words/direction';
import { isRightToLeft } from '../../renderer/words/words';

test.each([
  ['بازارچه‌های مرزی', 'rtl'],
  ['«نقل قول»', 'rtl'],
  ['2026: سال تازه', 'rtl'],
  ['שלום', 'rtl'],
  ['BBC: سلام', 'ltr'],
  ['(1) Two crossings', 'ltr'],
  ['山口两侧', 'ltr'],
  ['12 – 14 (!)', undefined],
  ['', undefined],
])('%s reads %s', (text, direction) => expect(directionOf(text)).toBe(direction));

test.each(['fa', 'fa-AF', 'ar-EG', 'ckb', 'ug', 'sd', 'yi', 'dv', 'ps', 'ur-PK', 'ku-Arab', 'pa-Arab', 'az-Arab-IR'])(
  '%s is written from right to left',
  (language) => expect(isRightToLeft(language)).toBe(true),
);

test.each(['en', 'ku', 'tg', 'pa', 'sd-Deva', 'ug-Cyrl', 'zh-Hant'])('%s is not', (language) =>
  expect(isRightToLeft(language)).toBe(false),
);
