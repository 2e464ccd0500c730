import { expect, test } from 'vitest';
import { EVERYTHING_KEY, filterOfKeys, keysOfFilter } from '../../renderer/state/places';

test('tags and regions narrow, feeds and folders add up', () => {
  expect(filterOfKeys(['region:IR', 'tag:Energy']).all).toHaveLength(2);
  const sources = filterOfKeys(['feed:a', 'folder:b', 'state:unread']);
  expect(sources.any.map(({ kind }) => kind)).toEqual(['feed', 'folder']);
  expect(sources.all).toEqual([{ kind: 'state', value: 'unread' }]);
});

test('a place is marked as long as it is what the list shows', () => {
  for (const keys of [
    [EVERYTHING_KEY],
    ['state:unread'],
    ['region:IR', 'region:PK'],
    ['tag:10:30 news'],
    ['feed:a', 'feed:b'],
  ]) {
    expect(keysOfFilter(filterOfKeys(keys))).toEqual(keys);
  }
  expect(keysOfFilter({ ...filterOfKeys([]), text: 'border' })).toEqual([]);
});
