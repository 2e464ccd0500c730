import { expect, it } from 'vitest';
import { NO_RHYTHM } from '../../../electron/core/parsing/rhythm';
import { withLanguages } from '../../../electron/core/work/feed-languages';
import type { ReadFeed, ReadItem } from '../../../electron/core/work/work';

const PERSIAN = 'شهردار گفت که ساخت پل تازه از هفته آینده آغاز می‌شود';
const RUSSIAN = 'Мэр заявил, что строительство нового моста начнётся на неделе';
const ENGLISH = 'The mayor said that work on the new bridge will begin next week';

const item = (title: string, language: string | null = null): ReadItem => ({
  id: null,
  title,
  link: null,
  published: null,
  updated: null,
  author: null,
  summary: null,
  content: null,
  categories: [],
  language,
  enclosures: [],
  picture: null,
  excerpt: '',
  words: 0,
});

function languages(declared: string | null, ...items: ReadItem[]): (string | null)[] {
  const feed: ReadFeed = {
    title: null,
    link: null,
    description: null,
    language: declared,
    format: 'rss',
    rhythm: NO_RHYTHM,
    items,
  };
  const read = withLanguages(feed);
  return [read.language, ...read.items.map(({ language }) => language)];
}

it.each([
  ['is guessed where none is declared', [null, item(PERSIAN)], ['fa', 'fa']],
  ['stays as declared where the script agrees', ['fa-AF', item(PERSIAN, 'fa-AF')], ['fa-AF', 'fa-AF']],
  ['is guessed against a declaration in another script', ['en', item(PERSIAN, 'en')], ['fa', 'fa']],
  [
    'stays the feed’s where some items are foreign',
    ['en', item(ENGLISH, 'en'), item(RUSSIAN, 'en')],
    ['en', 'en', 'ru'],
  ],
  [
    'is what nearly all say, for an unclear headline',
    [null, item(PERSIAN), item('زلزله بندرعباس')],
    ['fa', 'fa', 'fa'],
  ],
  ['is each item’s own in a mixed feed', [null, item(PERSIAN), item(RUSSIAN)], ['fa', 'fa', 'ru']],
  ['is none where nothing says it', [null, item('2024')], [null, null]],
] as [string, Parameters<typeof languages>, (string | null)[]][])('the language %s', (_, feed, expected) => {
  expect(languages(...feed)).toEqual(expected);
});
