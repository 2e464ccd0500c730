import { expect, test } from 'vitest';
import type { Overview } from '../../electron/contract/model';
import { EVERYTHING_KEY, filterOfKeys, folderTree, keysOfFilter } from '../../renderer/state/places';

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

test('folders hold folders and feeds, and count what is unread in all of them', () => {
  const feed = (id: string, folderId: string | null, unread: number) =>
    ({ id, folderId, unread }) as Overview['feeds'][number];
  const { folders, feeds } = folderTree({
    folders: [
      { id: 'world', name: 'World', parentId: null },
      { id: 'iran', name: 'Iran', parentId: 'world' },
    ],
    feeds: [feed('a', 'iran', 3), feed('b', 'world', 2), feed('c', null, 1)],
  } as Overview);
  expect(folders).toHaveLength(1);
  expect(folders[0]).toMatchObject({ unread: 5, feeds: [{ id: 'b' }], folders: [{ unread: 3, feeds: [{ id: 'a' }] }] });
  expect(feeds.map(({ id }) => id)).toEqual(['c']);
});
