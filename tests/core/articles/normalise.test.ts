import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, type Origin, type ReadableItem } from '../../../electron/core/articles/normalise';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;
const origin: Origin = { feedId: 'f00d', address: 'https://paper.example/news/feed.xml', language: 'fa_IR', now: NOW };

const item = (change: Partial<ReadableItem> = {}): ReadableItem => ({
  id: 'guid-1',
  title: 'A bridge opens',
  link: 'https://paper.example/bridge',
  published: '2026-11-23T08:00:00.000Z',
  updated: null,
  author: 'The desk',
  summary: null,
  content: '<p>It opened.</p>',
  categories: ['Roads'],
  language: null,
  enclosures: [],
  picture: null,
  excerpt: 'It opened.',
  words: 2,
  ...change,
});

const header = (change: Partial<ReadableItem> = {}, from = origin) => normalise(item(change), from).header;

describe('the identifier', () => {
  it('is 16 hexadecimal digits of feed and guid, whatever else changes', () => {
    expect(header().id).toMatch(/^[0-9a-f]{16}$/);
    expect(header({ title: 'Another', link: null, published: null }).id).toBe(header().id);
    expect(header({ id: 'guid-2' }).id).not.toBe(header().id);
    expect(header({}, { ...origin, feedId: 'beef' }).id).not.toBe(header().id);
  });

  it('is made of the link, else of title and date, else of the text', () => {
    const bare = { id: null, link: null };
    expect(header({ id: null }).id).toBe(header({ id: null, title: 'Another' }).id);
    expect(header(bare).id).toBe(header({ ...bare, content: 'changed' }).id);
    expect(header(bare).id).not.toBe(header({ ...bare, published: null }).id);
    const untitled = { ...bare, title: null, published: null };
    expect(header(untitled).id).not.toBe(header({ ...untitled, content: 'another' }).id);
  });
});

describe('dates', () => {
  it.each([
    ['as the publisher says', '2026-11-23T08:00:00.000Z', Date.UTC(2026, 10, 23, 8)],
    ['up to a day ahead', '2026-11-25T11:00:00.000Z', Date.UTC(2026, 10, 25, 11)],
    ['further ahead: the arrival', '2026-12-25T11:00:00.000Z', NOW],
    ['before 1990: none', '1404-11-07T11:32:06.000Z', null],
    ['nonsense: none', 'yesterday', null],
    ['none', null, null],
  ])('%s', (_, published, expected) => {
    expect(header({ published }).published).toBe(expected);
  });

  it('are never wilder than a day after the arrival', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        const { published, arrived } = header({ published: date.toISOString() });
        expect(published === null || (published >= Date.UTC(1990, 0, 1) && published <= arrived + DAY)).toBe(true);
      }),
    );
  });
});

describe('what is shown', () => {
  it.each([
    ['relative to the feed', '/bridge', 'https://paper.example/bridge'],
    ['a script', 'javascript:alert(1)', null],
    ['nothing', null, null],
    ['longer than any link', `https://paper.example/${'a'.repeat(3_000)}`, null],
  ])('a link that is %s', (_, link, expected) => {
    expect(header({ link }).link).toBe(expected);
    expect(header({ picture: link }).picture).toBe(expected);
  });

  it('takes stray direction marks and line breaks out of a title, and leaves those within', () => {
    expect(header({ title: '\u200f \u202bپل\n باز\u200cشد\u200e، A\u200eB\u202c\u200f' }).title).toBe(
      'پل باز\u200cشد\u200e، A\u200eB',
    );
    expect(header({ title: null }).title).toBe('');
  });

  it('has the language of the item, else of the feed, as a proper tag, else none', () => {
    expect(header({ language: 'zh-hans-cn' }).language).toBe('zh-Hans-CN');
    expect(header().language).toBe('fa-IR');
    expect(header({ language: 'not a language' }).language).toBe('fa-IR');
    expect(header({}, { ...origin, language: '' }).language).toBeNull();
  });

  it('has each tag once, as it is first spelt, and not too many', () => {
    const spellings = ['Pakistan', 'PAKISTAN', ' ايران ', 'ایران', '', '\u200c'];
    expect(header({ categories: spellings }).tags).toEqual(['Pakistan', 'ايران']);
    const many = Array.from({ length: 1_000 }, (_, n) => `${n}`.padEnd(500, '.'));
    const { tags } = header({ categories: many });
    expect(tags).toHaveLength(30);
    expect(Math.max(...tags.map(({ length }) => length))).toBe(100);
  });

  it('is capped, and never cut within a character', () => {
    const { header: long, body } = normalise(
      item({ title: `a${'😀'.repeat(2_000)}`, content: 'x'.repeat(5_000_000) }),
      origin,
    );
    expect(long.title.length).toBe(999);
    expect(() => encodeURIComponent(long.title)).not.toThrow();
    expect(body.html.length).toBe(1_048_576);
  });
});

describe('the hash', () => {
  it('changes with what the publisher wrote', () => {
    const changes: Partial<ReadableItem>[] = [
      { title: 'A bridge closes' },
      { content: '<p>It closed.</p>' },
      { link: 'https://paper.example/other' },
      { author: null },
      { categories: ['Rivers'] },
      { enclosures: [{ url: 'https://paper.example/a.mp3', type: null, length: null }] },
    ];
    expect(new Set([...changes, {}].map((change) => header(change).hash)).size).toBe(changes.length + 1);
  });

  it('does not change with dates and tracking, which are new each time', () => {
    const later = { ...origin, now: NOW + DAY };
    const same = {
      published: null,
      updated: '2026-11-24T00:00:00.000Z',
      link: 'https://paper.example/bridge?utm_source=feed',
    };
    expect(header(same, later).hash).toBe(header().hash);
  });
});
