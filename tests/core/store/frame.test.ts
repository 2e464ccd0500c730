import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../../electron/core/store/crc32';
import { Damage, frame, unframe } from '../../../electron/core/store/frame';

const framed = fc.record({
  version: fc.integer({ min: 1, max: 1_000 }),
  value: fc.jsonValue(),
  bytes: fc.uint8Array(),
});

it('knows the sum that everybody knows, with and without zlib', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (first, then) => {
      expect(crc32ByTable(then, crc32ByTable(first))).toBe(crc32(Buffer.concat([first, then])));
    }),
  );
});

it('gives back any JSON value with its bytes, and its version', () => {
  fc.assert(
    fc.property(framed, ({ version, value, bytes }) => {
      // What JSON itself makes of the value: it has no negative zero.
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const found = unframe(frame({ version, value, bytes }));
      expect({ ...found, bytes: [...(found.bytes ?? [])] }).toEqual({ version, value: plain, bytes: [...bytes] });
    }),
  );
});

it('finds every cut', () => {
  fc.assert(
    fc.property(framed, fc.nat(), (data, at) => {
      const bytes = frame(data);
      expect(() => unframe(bytes.subarray(0, at % bytes.length))).toThrow(Damage);
    }),
  );
});

it('finds every flipped bit', () => {
  fc.assert(
    fc.property(framed, fc.nat(), fc.nat(7), (data, at, bit) => {
      const bytes = frame(data);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      expect(() => unframe(bytes)).toThrow(Damage);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ['nothing', ''],
  ['zeroes', '\0'.repeat(200)],
  ['other JSON', '{"feeds":[]}\n[]'],
  ['a text', 'Dear reader,\n'],
])('takes %s for no file of its own', (_, text) => {
  expect(() => unframe(Buffer.from(text))).toThrow(Damage);
});
