import { expect, test } from 'vitest';
import { directionOf } from '../../renderer/words/direction';

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
