import { describe, expect, it } from 'vitest';
import { pageText as textOf } from '../../../electron/core/extracting/page-text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** “سلام” in windows-1256. */
const SALAM_1256 = [0xd3, 0xe1, 0xc7, 0xe3];
const followedBy = (text: string, bytes: number[]): Uint8Array => new Uint8Array([...utf8(text), ...bytes]);

describe('pageText', () => {
  it('reads UTF-8, whatever is claimed', () => {
    expect(textOf(utf8('<p>سلام'), null)).toBe('<p>سلام');
    expect(textOf(utf8('<meta charset=windows-1252>سلام'), 'text/html; charset=iso-8859-1')).toMatch(/سلام$/);
  });

  it('reads by a byte order mark', () => {
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), null)).toBe('a');
    expect(textOf(new Uint8Array([0xff, 0xfe, 0x33, 0x06]), 'text/html; charset=utf-8')).toBe('س');
    expect(textOf(new Uint8Array([0xfe, 0xff, 0x06, 0x33]), null)).toBe('س');
  });

  it('reads by the header, then by the meta element', () => {
    expect(textOf(followedBy('', SALAM_1256), 'text/html; charset="windows-1256"')).toBe('سلام');
    expect(textOf(followedBy('<meta charset="windows-1256">', SALAM_1256), 'text/html')).toMatch(/سلام$/);
    expect(
      textOf(followedBy('<META http-equiv=content-type content="text/html; charset=windows-1256">', SALAM_1256), null),
    ).toMatch(/سلام$/);
  });

  it('reads as windows-1252 what nobody knows', () => {
    expect(textOf(new Uint8Array([0x61, 0xe9]), null)).toBe('aé');
    expect(textOf(new Uint8Array([0x61, 0xe9]), 'text/html; charset=x-no-such-thing')).toBe('aé');
  });
});
