import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITION_FIELDS, parseQuery, type Query, writeQuery } from '../../electron/contract/query';

const word = (text: string, more: object = {}) => ({
  text,
  isPhrase: false,
  isPrefix: false,
  inTitle: false,
  isNot: false,
  ...more,
});

describe('what is typed to search', () => {
  it.each<[string, Query]>([
    ['', { words: [], conditions: [] }],
    ['  border  post ', { words: [word('border'), word('post')], conditions: [] }],
    [
      '"border post" -visa',
      { words: [word('border post', { isPhrase: true }), word('visa', { isNot: true })], conditions: [] },
    ],
    [
      '«مرز ایران» кордон*',
      { words: [word('مرز ایران', { isPhrase: true }), word('кордон', { isPrefix: true })], conditions: [] },
    ],
    [
      'title:iran title:"two words"',
      {
        words: [word('iran', { inTitle: true }), word('two words', { inTitle: true, isPhrase: true })],
        conditions: [],
      },
    ],
    [
      'tag:"Iran News" -region:PK is:unread LANG:fa',
      {
        words: [],
        conditions: [
          { field: 'tag', value: 'Iran News', isNot: false },
          { field: 'region', value: 'PK', isNot: true },
          { field: 'is', value: 'unread', isNot: false },
          { field: 'lang', value: 'fa', isNot: false },
        ],
      },
    ],
    // No field of ours, a dash alone, a phrase that is still being typed.
    ['http://a.example 10:30', { words: [word('http://a.example'), word('10:30')], conditions: [] }],
    ['- * -', { words: [word('-'), word('*'), word('-')], conditions: [] }],
    ['"border po', { words: [word('border po', { isPhrase: true })], conditions: [] }],
    ['tag: title:', { words: [], conditions: [] }],
  ])('%s', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });

  it('reads anything, and what it has read it reads the same again', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...CONDITION_FIELDS.map((field) => `${field}:`), 'title:', '"', '«', '»', '-', '*', ' ', '“'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const query = parseQuery(parts.join(''));
        for (const { text } of query.words) expect(text).not.toBe('');
        expect(parseQuery(writeQuery(query))).toEqual(query);
      }),
      { numRuns: 1_000 },
    );
  });
});
