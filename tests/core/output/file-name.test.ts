import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../electron/core/output/file-name';

describe('the name of a file', () => {
  it.each([
    ['Snow on the pass', 'Snow on the pass.pdf'],
    ['می‌خواهم بروم', 'می‌خواهم بروم.pdf'],
    ['برف: راه بسته است', 'برف راه بسته است.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\system32', 'C Windows system32.pdf'],
    ['con', '_con.pdf'],
    ['LPT1.txt', '_LPT1.txt.pdf'],
    ['Controls', 'Controls.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['a\u0000b\nc\u2028d', 'a b c d.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['Who? What* “Why”…', 'Who What “Why”….pdf'],
    ['ends in dots...', 'ends in dots.pdf'],
    ['', 'article.pdf'],
    ['???', 'article.pdf'],
  ])('of “%s” is “%s”', (title, name) => expect(fileName(title, 'pdf')).toBe(name));

  it('is cut between characters, never longer than a file system takes', () => {
    const name = fileName('👩‍👩‍👧'.repeat(100), 'html');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.replace('.html', '').replaceAll('👩‍👩‍👧', '')).toBe('');
  });

  it('is safe on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' })), (title) => {
        const name = fileName(title, 'epub');
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]|^[.\s]|^(?:con|nul|prn|aux)\./iu);
        expect(name).toMatch(/[^.\s]\.epub$/);
        expect(Buffer.byteLength(name)).toBeLessThan(220);
      }),
    );
  });
});
