import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encode } from './charset';

it.each(['windows-1256', 'windows-1251'] as const)('%s keeps every letter, the foreign ones by number', (charset) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const decoded = new TextDecoder(charset).decode(encode(text.replaceAll('&', ''), charset));
      const restored = decoded.replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));
      expect(restored).toBe(text.replaceAll('&', ''));
    }),
  );
});

it('writes letters of the charset as single bytes', () => {
  expect([...encode('سلام', 'windows-1256')]).toEqual([0xd3, 0xe1, 0xc7, 0xe3]);
  expect(encode('ی', 'windows-1256').toString()).toBe('&#1740;');
});
