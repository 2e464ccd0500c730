import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../electron/core/extracting/excerpt';

describe('excerpt', () => {
  it.each([
    ['<p>Snow &amp; ice</p><p>on the pass</p>', 'Snow & ice on the pass', 5],
    ['one<br>two<hr>three', 'one two three', 3],
    ['un<b>broken</b> wo<i>rd</i>s', 'unbroken words', 2],
    ['<ul><li>one<li>two</ul><table><tr><td>three<td>four</table>', 'one two three four', 4],
    ['a<script>b</script><style>c</style><svg><text>d</text></svg><!-- e --> f', 'a f', 2],
    ['<video src=x>No video here.</video><select><option>one</select>text', 'text', 1],
    ['  many \n\t   spaces\u00a0here ', 'many spaces here', 3],
    ['&lt;b&gt; is bold', '<b> is bold', 3],
    ['<p title="not > this">this', 'this', 1],
    ['— … !', '— … !', 0],
    ['', '', 0],
  ])('of %s', (html, text, words) => {
    expect(excerpt(html)).toEqual({ text, words });
  });

  it.each([
    ['Persian, with joiners inside words', 'می‌خواهم به خانه بروم', 4],
    ['Urdu', 'برف باری جاری ہے', 4],
    ['Hindi', 'पहाड़ों पर बर्फ़', 3],
    ['Chinese', '山口今天下雪', 3],
    ['Thai', 'หิมะตกบนภูเขา', 4],
    ['Chinese within English', 'The word 下雪 means snowing', 5],
  ])('counts the words of %s', (_script, html, words) => {
    expect(excerpt(html).words).toBe(words);
  });

  it('is cut at a word, with an ellipsis', () => {
    const { text, words } = excerpt('<p>winter </p>'.repeat(100));
    expect(text).toBe(`${'winter '.repeat(22).trimEnd()}…`);
    expect(words).toBe(100);
  });

  it('is cut at a word where there are no spaces', () => {
    const { text, words } = excerpt('山口今天下雪。'.repeat(50));
    expect(text).toMatch(/^(?:山口今天下雪。)+(?:山口|山口今天|山口今天下|山口今天下雪)?…$/);
    expect(words).toBe(150);
  });

  it('is cut within a word that is longer than all', () => {
    expect(excerpt('x'.repeat(500)).text).toBe(`${'x'.repeat(159)}…`);
    expect(excerpt('😀'.repeat(500)).text).toMatch(/^(?:😀)+…$/u);
  });

  it('reckons how long a very long text without spaces is', () => {
    const { words } = excerpt('山口今天下雪。'.repeat(20_000));
    expect(words).toBeGreaterThan(59_000);
    expect(words).toBeLessThan(61_000);
  });

  it('never exceeds its length, throws, or has markup or a broken line in it', () => {
    const html = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<p>', '</p>', '<b>', '<script>', '&amp;', '雪')),
    );
    fc.assert(
      fc.property(html, (pieces) => {
        const { text, words } = excerpt(pieces.join(''));
        expect(text.length).toBeLessThanOrEqual(160);
        expect(text).not.toMatch(/<\/?(?:p|b|script)>|[\r\n\t]/);
        expect(words).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
