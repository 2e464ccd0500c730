import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/contract/fold';
import { parseQuery } from '../../../electron/contract/query';
import type { Hits } from '../../../electron/core/search/match';
import { isNear } from '../../../electron/core/search/near';
import { SearchIndex } from '../../../electron/core/search/search-index';
import { BadSegment, Segment } from '../../../electron/core/search/segment';
import { eachWord } from '../../../electron/core/search/words';

interface Article {
  title: string;
  body: string;
}

/** Every identifier that a test uses; its number is its place here. */
const names: string[] = [];

function numberOf(id: string): number {
  const known = names.indexOf(id);
  return known < 0 ? names.push(id) - 1 : known;
}

function indexOf(articles: Record<string, Article>): SearchIndex {
  const index = new SearchIndex();
  for (const [id, article] of Object.entries(articles)) index.add({ id, stamp: 1 }, article, numberOf(id));
  return index;
}

const named = ({ numbers }: Hits): string[] => Array.from(numbers, (number) => names[number] ?? '');

const found = (index: SearchIndex, typed: string): string[] => named(index.search(parseQuery(typed).words)).sort();

const ranked = (index: SearchIndex, typed: string): string[] => {
  const hits = index.search(parseQuery(typed).words);
  const [ids, scores] = [named(hits), hits.scores];
  return ids.toSorted((one, other) => (scores[ids.indexOf(other)] ?? 0) - (scores[ids.indexOf(one)] ?? 0));
};

const wordsIn = (text: string): string[] => {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
};

describe('the words of a text', () => {
  it.each([
    ['The Border-Post’s “Élan”, 2026!', ['the', 'border', 'post', 's', 'elan', '2026']],
    ['مي‌خواهم كتاب', ['میخواهم', 'کتاب', 'می', 'خواهم']],
    ['中国经济 ok', ['中国', '国经', '经济', '济', 'ok']],
    ['प्रधानमंत्री ने', ['प्रधानमंत्री', 'ने']],
    ['', []],
    ['—…!', []],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words));

  it('of the longest line without a space come to an end, also beside a half joined word', () => {
    expect(wordsIn(`می‌روند ${'中'.repeat(200_000)}`)).toHaveLength(200_000 + 3);
  });

  it('of Thai are told apart without spaces', () => {
    expect(wordsIn('ตลาดชายแดนเปิด')).toEqual(['ตลาด', 'ชายแดน', 'เปิด']);
  });
});

describe('a search', () => {
  const index = indexOf({
    crossings: { title: 'Two new crossings', body: 'Lorries began rolling across the border with Iran.' },
    visas: { title: 'Border visas', body: 'Visas are issued again. The crossings stay closed.' },
    farsi: { title: 'گذرگاه‌های مرزی', body: 'كاميون‌ها از مرز ایران گذشتند.' },
    urdu: { title: 'سرحد کھل گئی', body: 'ٹرک ایران سے گزرے' },
    chinese: { title: '边境口岸', body: '中国与伊朗的贸易增长。' },
  });

  it.each([
    ['border', ['crossings', 'visas']],
    ['BORDER crossings', ['crossings', 'visas']],
    ['border -visas', ['crossings']],
    ['title:border', ['visas']],
    ['title:crossings', ['crossings']],
    ['cross*', ['crossings', 'visas']],
    ['کامیون', ['farsi']],
    ['گذرگاههای', ['farsi']],
    ['ایران', ['farsi', 'urdu']],
    ['伊朗', ['chinese']],
    ['贸', ['chinese']],
    ['伊朗的贸易', ['chinese']],
    // Slips of the hand: another letter, one too many, two the wrong way round, two slips in a long word.
    ['bordar', ['crossings', 'visas']],
    ['crosssings', ['crossings', 'visas']],
    ['broder', ['crossings', 'visas']],
    ['krossinks', ['crossings', 'visas']],
    ['zzzzzz', []],
    ['the -border -crossings', []],
  ])('%s', (typed, expected) => expect(found(index, typed)).toEqual(expected));

  it('puts a word of the title and a rare word first', () => {
    expect(ranked(index, 'crossings')).toEqual(['crossings', 'visas']);
    expect(ranked(index, 'border')).toEqual(['visas', 'crossings']);
  });

  it('finds a new version and not the old, and nothing that was removed', () => {
    const changing = indexOf({ a: { title: 'old headline', body: '' }, b: { title: 'old too', body: '' } });
    changing.add({ id: 'a', stamp: 2 }, { title: 'new headline', body: '' }, numberOf('a'));
    changing.remove('b');
    changing.remove('unknown');
    expect([found(changing, 'old'), found(changing, 'new'), changing.size, changing.stampOf('a')]).toEqual([
      [],
      ['a'],
      1,
      2,
    ]);
  });
});

describe('words with a slip', () => {
  it('are those that as few changes make of each other', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(1, 2), (one, other, most) => {
        expect(isNear(one, `xx${other}y`, 2, other.length, most)).toBe(distance(one, other) <= most);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Optimal string alignment, the plain way. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row) row[j] = cost;
    }
  }
  return at(one.length, other.length);
}

describe('an index', () => {
  const word = fc.constantFrom('iran', 'iraq', 'border', 'مرز', 'مرزی', '中国', '国经', 'water', 'waters', 'дом');
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const change = fc.oneof(
    { weight: 5, arbitrary: fc.record({ is: fc.constant('add' as const), id: fc.nat(8), title: text, body: text }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('remove' as const), id: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('seal' as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const) }) },
  );
  const typed = fc
    .array(fc.tuple(fc.constantFrom('', '-', 'title:'), word, fc.constantFrom('', '*')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.join('')).join(' '));

  it('finds what a look at every text finds, whatever was added, changed, removed and restarted before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.array(typed, { maxLength: 4 }), (changes, queries) => {
        let index = new SearchIndex();
        const texts = new Map<string, Article>();
        const disk = new Map<string, Uint8Array>();
        let stamp = 0;
        for (const change of changes) {
          if (change.is === 'add') {
            index.add({ id: `a${change.id}`, stamp: ++stamp }, change, numberOf(`a${change.id}`));
            texts.set(`a${change.id}`, change);
          } else if (change.is === 'remove') {
            index.remove(`a${change.id}`);
            texts.delete(`a${change.id}`);
          } else if (change.is === 'seal') index.seal();
          else index = restarted(index, disk);
        }
        expect([...index.ids()].sort()).toEqual([...texts.keys()].sort());
        for (const query of queries) {
          const expected = [...texts].filter(([, article]) => scan(query, article)).map(([id]) => id);
          // A word that nobody has is taken for a slip of another; that is tested by itself.
          if (expected.length > 0) expect(found(index, query)).toEqual(expected.sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  let files = 0;

  /** Writes what is new, deletes what is worth nothing any more, and reads all, as the library does. */
  function restarted(index: SearchIndex, disk: Map<string, Uint8Array>): SearchIndex {
    const stamps = new Map([...index.ids()].map((id) => [id, index.stampOf(id)]));
    index.seal();
    for (const { bytes, part } of index.unwritten()) {
      const file = `file-${++files}`;
      disk.set(file, bytes);
      index.written(part, file);
    }
    const current = new Set(index.files());
    for (const file of [...disk.keys()]) if (!current.has(file)) disk.delete(file);
    const again = new SearchIndex();
    for (const [file, bytes] of disk) again.load(bytes, file);
    for (const id of [...again.ids()]) {
      if (again.stampOf(id) === stamps.get(id)) again.number(id, numberOf(id));
      else again.remove(id);
    }
    return again;
  }

  const scan = (query: string, { title, body }: Article): boolean =>
    parseQuery(query).words.every(({ text: sought, inTitle, isPrefix, isNot }) => {
      const has = wordsIn(inTitle ? title : `${title} ${body}`).some((one) =>
        isPrefix ? one.startsWith(fold(sought)) : one === fold(sought),
      );
      return has !== isNot;
    });

  it('refuses bytes that are no segment of its own, and takes nothing of them', () => {
    const index = indexOf({ a: { title: 'one', body: 'two' } });
    index.seal();
    const [{ bytes } = { bytes: new Uint8Array() }] = index.unwritten();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ by;
        expect(() => new SearchIndex().load(damaged, 'file')).toThrow(BadSegment);
      }),
    );
    expect(() => new Segment(bytes.subarray(0, bytes.length - 1))).toThrow(BadSegment);
  });
});
