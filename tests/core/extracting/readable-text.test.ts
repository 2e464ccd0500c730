import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readableText } from '../../../electron/core/extracting/readable-text';

it.each([
  ['paragraphs', '<p>One.</p>\n<p>Two.</p>', 'One.\n\nTwo.'],
  ['lines', 'One<br>two<br />three', 'One\ntwo\nthree'],
  ['lists', '<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['words within a line', '<p>A <b>bold</b>\n  word &amp; <a href="#">more</a></p>', 'A bold word & more'],
  ['nothing', '', ''],
])('makes lines of %s', (_, html, text) => {
  expect(readableText(html)).toBe(text);
});

it('leaves no tag, and ends, whatever it is given', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<br', '>', '<', '&amp', 'x', ' ', '\n')), (pieces) => {
      expect(readableText(pieces.join(''))).not.toMatch(/<\/?(?:p|br)>/);
    }),
  );
});
