import { beforeAll, describe, expect, it } from 'vitest';
import { NAME_LANGUAGES } from '../../../electron/core/articles/region-names';
import { type RegionFinder, regionFinder, regionsIn } from '../../../electron/core/articles/regions';

let regionsOf: RegionFinder;
beforeAll(async () => {
  regionsOf = await regionFinder();
});

it('has the names of every language that it counts on', () => {
  expect(Intl.DisplayNames.supportedLocalesOf(NAME_LANGUAGES)).toEqual(NAME_LANGUAGES);
});

describe('a tag names a region', () => {
  it.each([
    ['Iran', 'IR'],
    ['Iran News', 'IR'],
    ['PAKISTAN NEWS', 'PK'],
    ['اخبار ایران', 'IR'],
    ['أخبار إيران', 'IR'],
    ['پاکستان نیوز', 'PK'],
    ['افغانستان', 'AF'],
    ['भारत समाचार', 'IN'],
    ['Noticias de México', 'MX'],
    ['Новости Казахстан', 'KZ'],
    ['伊朗新闻', 'IR'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['عُمان', 'OM'],
    ['US', 'US'],
    ['U.K. news', 'GB'],
    ['Sport / Iran', 'IR'],
    ["Cote d'Ivoire", 'CI'],
  ])('%s', (tag, code) => {
    expect(regionsOf([tag])).toEqual([code]);
  });

  it('once, however often and in whatever language it is named', () => {
    expect(regionsOf(['Pakistan', 'ایران', 'Iran', 'پاکستان'])).toEqual(['IR', 'PK']);
  });
});

describe('a tag names no region', () => {
  it.each([
    '',
    '/',
    'News',
    'us',
    'World',
    'Iranian cinema',
    'New Iran',
    'Georgia',
    'Congo',
    'China shop',
    '__proto__',
    'constructor',
  ])('%s', (tag) => {
    expect(regionsOf([tag])).toEqual([]);
  });
});

it('tells which tags say nothing but a region', () => {
  expect(regionsIn(['Iran News', 'Roads', 'Sport / Pakistan', 'ایران'], regionsOf)).toEqual({
    regions: ['IR', 'PK'],
    regionTags: 0b1001,
  });
});
