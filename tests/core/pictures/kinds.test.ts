import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../electron/core/pictures/kinds';
import { AVIF, DRAWING, JPEG, PIXEL, painted, WEBP } from '../../support/picture-files';

const SIZE = { width: 240, height: 160 };

describe('the kind of a picture', () => {
  it.each([
    ['a JPEG', JPEG, { type: 'image/jpeg', size: SIZE }],
    ['a WebP', WEBP, { type: 'image/webp', size: SIZE }],
    ['an AVIF', AVIF, { type: 'image/avif', size: SIZE }],
    ['a PNG', painted(1, 30, 20), { type: 'image/png', size: { width: 30, height: 20 } }],
    ['a GIF', PIXEL, { type: 'image/gif', size: { width: 1, height: 1 } }],
    ['a drawing', DRAWING, { type: 'image/svg+xml', size: null }],
    [
      'a drawing after what XML allows before it',
      Buffer.from(`\ufeff<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n${DRAWING}`),
      { type: 'image/svg+xml', size: null },
    ],
  ])('is told by its bytes: %s', (_, bytes, kind) => {
    expect(kindOf(bytes)).toEqual(kind);
  });

  it('of an icon file is that of its largest picture', () => {
    const icon = Buffer.alloc(6 + 2 * 16);
    icon.writeUInt16LE(1, 2);
    icon.writeUInt16LE(2, 4);
    icon.set([16, 16], 6);
    icon.set([0, 0], 22);
    expect(kindOf(icon)).toEqual({ type: 'image/x-icon', size: { width: 256, height: 256 } });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!DOCTYPE html><html><svg></svg></html>')],
    ['a page that begins like a comment', Buffer.from('<!-- --><p>')],
    ['a comment that never ends', Buffer.from('<!-- <svg>')],
    ['a script', Buffer.from('alert(1)')],
    ['a JPEG that is cut off before its size', JPEG.subarray(0, 20)],
    ['a PNG without a size', Buffer.concat([painted(1).subarray(0, 16), Buffer.alloc(20)])],
    ['a document', Buffer.from('%PDF-1.7')],
  ])('is none for %s', (_, bytes) => {
    expect(kindOf(bytes)).toBeNull();
  });

  it('of whatever bytes is found without a throw, also where a picture is damaged', () => {
    const any = fc.uint8Array({ maxLength: 200 });
    const whole = fc.constantFrom(JPEG, WEBP, AVIF, painted(1, 9, 9), PIXEL, DRAWING);
    const damaged = fc.tuple(whole, fc.nat(400), any).map(([picture, at, bytes]) => {
      const copy = Buffer.from(picture);
      copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
      return copy;
    });
    fc.assert(
      fc.property(fc.oneof(any, damaged), (bytes) => {
        const kind = kindOf(bytes);
        expect(kind === null || kind.size === null || kind.size.width * kind.size.height > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
