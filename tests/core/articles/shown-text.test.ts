import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllHere, shownText } from '../../../electron/core/articles/shown-text';

const text = (words: number, end = '.') => ({ html: `<p>${'word '.repeat(words)}${end}</p>`, words });
const page = (words: number, isCut = false) => ({ words, isCut });

describe('the text that an article is read in', () => {
  it.each([
    ['there is no page', text(10), null, 'feed'],
    ['the page has no words', text(10), page(0), 'feed'],
    ['the feed has no words', text(0), page(10), 'page'],
    ['the feed breaks off', text(200, '…'), page(900), 'page'],
    ['the feed breaks off and its junk makes it a little longer', text(200, '…'), page(180), 'page'],
    ['the page is hardly anything', text(200, '…'), page(20), 'feed'],
    ['both are whole and the page is longer', text(300), page(310), 'page'],
    ['both are whole and the feed is longer', text(300), page(290), 'feed'],
    ['the page is cut and the feed is not', text(300), page(350, true), 'feed'],
    ['the page is cut and still far more than the feed', text(130), page(900, true), 'page'],
    ['both are cut', text(50), page(90, true), 'page'],
    ['both are cut and the feed is longer', text(100), page(60, true), 'feed'],
  ] as const)('where %s', (_, feed, found, shown) => {
    expect(shownText(feed, found)).toBe(shown);
  });

  it('is never less than half of the other', () => {
    const count = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(count, count, fc.boolean(), fc.constantFrom('.', '…'), (words, found, isCut, end) => {
        const [feed, other] = [text(words, end), page(found, isCut)];
        const [shown, hidden] = shownText(feed, other) === 'page' ? [found, words] : [words, found];
        expect(shown * 2).toBeGreaterThanOrEqual(hidden);
      }),
    );
  });
});

describe('whether all of an article is here', () => {
  it('is told by its feed’s text or by its page', () => {
    expect(isAllHere(text(300), null)).toBe(true);
    expect(isAllHere(text(300, '…'), null)).toBe(false);
    expect(isAllHere(text(30), page(40))).toBe(true);
    expect(isAllHere(text(30), page(40, true))).toBe(false);
    expect(isAllHere(text(30), page(0))).toBe(false);
  });
});
