import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleHeader, EVERYTHING, type Filter, type Term } from '../../../electron/contract/model';
import { dateOf, startOfDay } from '../../../electron/core/articles/dates';
import { type FilterContext, passes } from '../../../electron/core/articles/filter';

const NOW = new Date(2026, 10, 24, 12).getTime();
const HOUR = 3_600_000;
const TAGS = ['Iran', 'IRAN', 'Pakistan', 'ايران', 'ایران'];
const FOLDED: Record<string, string> = {
  Iran: 'iran',
  IRAN: 'iran',
  Pakistan: 'pakistan',
  ايران: 'ایران',
  ایران: 'ایران',
};

const header = (change: Partial<ArticleHeader> = {}): ArticleHeader => ({
  id: 'a',
  feedId: 'f1',
  title: '',
  link: null,
  author: null,
  summary: '',
  picture: null,
  published: null,
  updated: null,
  arrived: NOW,
  language: null,
  words: 0,
  tags: [],
  ownTags: [],
  regions: [],
  regionTags: 0,
  read: false,
  bookmarked: false,
  offline: 'feed',
  thumbnail: false,
  ...change,
});

const FEEDS: Record<string, string[]> = { north: ['f1', 'f2'], south: ['f3'] };
const context = (keep: string[] = []): FilterContext => ({
  now: NOW,
  keep: new Set(keep),
  feedsIn: (id) => new Set(FEEDS[id]),
  packedFor: (id) => new Set(id === 'north' ? ['a'] : []),
});

const headers = fc
  .record({
    feedId: fc.constantFrom('f1', 'f2', 'f3'),
    tags: fc.subarray(TAGS),
    ownTags: fc.subarray(TAGS),
    regions: fc.subarray(['IR', 'PK']),
    language: fc.constantFrom(null, 'fa', 'fa-IR', 'fas', 'ur'),
    read: fc.boolean(),
    bookmarked: fc.boolean(),
    published: fc.option(fc.integer({ min: NOW - 48 * HOUR, max: NOW + HOUR })),
  })
  .map(header);

const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constant('tag' as const), value: fc.constantFrom(...TAGS) }),
  fc.record({ kind: fc.constant('region' as const), value: fc.constantFrom('IR', 'PK', 'AF') }),
  fc.record({ kind: fc.constant('feed' as const), value: fc.constantFrom('f1', 'f3') }),
  fc.record({ kind: fc.constant('folder' as const), value: fc.constantFrom('north', 'south', 'nowhere') }),
  fc.record({ kind: fc.constant('trip' as const), value: fc.constantFrom('north', 'nowhere') }),
  fc.record({ kind: fc.constant('language' as const), value: fc.constantFrom('fa', 'FA-ir', 'ur') }),
  fc.record({ kind: fc.constant('state' as const), value: fc.constantFrom('unread', 'bookmarked', 'today') }),
);
const terms = fc.array(term, { maxLength: 3 });

/** What a term says, in the plainest words. */
function meets(article: ArticleHeader, { kind, value }: Term): boolean {
  const has = (tag: string): boolean => FOLDED[tag] === FOLDED[value];
  switch (kind) {
    case 'tag':
      return [...article.tags, ...article.ownTags].some(has);
    case 'region':
      return article.regions.includes(value);
    case 'feed':
      return article.feedId === value;
    case 'trip':
      return value === 'north' && article.id === 'a';
    case 'folder':
      return (FEEDS[value] ?? []).includes(article.feedId);
    case 'language':
      return value === 'FA-ir' ? article.language === 'fa-IR' : (article.language ?? '').split('-')[0] === value;
    case 'state': {
      if (value === 'today') return dateOf(article) >= startOfDay(NOW);
      return value === 'unread' ? !article.read : article.bookmarked;
    }
  }
}

describe('a filter', () => {
  it('means all of, any of and none of', () => {
    fc.assert(
      fc.property(headers, terms, terms, terms, (article, all, any, none) => {
        const expected =
          all.every((each) => meets(article, each)) &&
          (any.length === 0 || any.some((each) => meets(article, each))) &&
          !none.some((each) => meets(article, each));
        expect(passes({ ...EVERYTHING, all, any, none }, context())(article)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets a kept article pass whatever its state, and by nothing else', () => {
    fc.assert(
      fc.property(headers, terms, terms, terms, (article, all, any, none) => {
        const state = ({ kind }: Term): boolean => kind === 'state';
        const isKept = passes({ ...EVERYTHING, all, any, none }, context([article.id]))(article);
        const expected =
          all.every((each) => state(each) || meets(article, each)) &&
          (any.length === 0 || any.some((each) => state(each) || meets(article, each))) &&
          !none.some((each) => !state(each) && meets(article, each));
        expect(isKept).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  const finds = (filter: Partial<Filter>, change: Partial<ArticleHeader>): boolean =>
    passes({ ...EVERYTHING, ...filter }, context())(header(change));

  it.each([
    ['بازار مرز', true],
    ['بازار ۱۲', true],
    ['کوه', false],
    ['  ', true],
  ])('finds all words in the headline, however they are written: %s', (text, expected) => {
    expect(finds({ text }, { title: 'بازارهاي مرزي تا ١٢ شب' })).toBe(expected);
  });

  it('knows the date by which an article stands', () => {
    expect(finds({ since: NOW - HOUR }, { published: NOW - HOUR })).toBe(true);
    expect(finds({ since: NOW - HOUR }, { published: NOW - HOUR - 1 })).toBe(false);
    expect(finds({ since: NOW + 1 }, { published: NOW + HOUR, arrived: NOW })).toBe(false);
  });
});
