import { expect, test } from 'vitest';
import type { Overview } from '../../electron/contract/model';
import { goalOfDrop, goalOfStep, type Step } from '../../renderer/state/arranging';
import { type Branch, branchesOf, feedTree, folderPath, talliesOf } from '../../renderer/state/branches';

const trouble = { code: 'timed-out', message: '', detail: {}, since: 0, nextTry: null };
const feed = (id: string, folderId: string | null, unread = 0, fails = false) =>
  ({ id, title: id, folderId, unread, trouble: fails ? trouble : null }) as Overview['feeds'][number];

const overview = {
  folders: [
    { id: 'world', name: 'World', parentId: null },
    { id: 'iran', name: 'Iran', parentId: 'world' },
    { id: 'sport', name: 'Sport', parentId: null },
  ],
  feeds: [feed('a', 'iran', 3, true), feed('b', 'world', 2), feed('c', null, 1), feed('d', null)],
} as Overview;
const tree = feedTree(overview);

test('in each folder stand the folders, then the feeds, each in the reader’s order', () => {
  expect(branchesOf(tree).map(({ id }) => id)).toEqual(['world', 'iran', 'a', 'b', 'sport', 'c', 'd']);
  expect(folderPath(overview.folders, 'iran')).toBe('World › Iran');
});

test('a folder counts what is unread and what fails in all that lies in it', () => {
  const tallies = talliesOf(overview);
  expect(tallies.get('folder:world')).toMatchObject({ unread: 5, feeds: ['a', 'b'], failing: [{ title: 'a' }] });
  expect(tallies.get('folder:sport')).toMatchObject({ unread: 0, feeds: [], failing: [] });
  expect(tallies.get('feed:c')).toMatchObject({ unread: 1, feeds: ['c'] });
});

const ids = (goal: { into: Branch | null; before: Branch | null } | null) =>
  goal && [goal.into?.id ?? null, goal.before?.id ?? null];

test.each([
  ['feed:d', 'up', [null, 'c']],
  ['feed:c', 'up', null],
  ['feed:c', 'down', [null, null]],
  ['folder:world', 'down', [null, null]],
  ['folder:sport', 'up', [null, 'world']],
  ['feed:d', 'in', ['sport', null]],
  ['folder:sport', 'in', ['world', null]],
  ['folder:world', 'in', null],
  ['feed:a', 'out', ['world', 'b']],
  ['folder:iran', 'out', [null, 'sport']],
  ['feed:c', 'out', null],
  ['feed:gone', 'up', null],
] satisfies [string, Step, (string | null)[] | null][])('one step of %s %s leads to %j', (key, step, goal) => {
  expect(ids(goalOfStep(tree, key, step))).toEqual(goal);
});

test('what is dropped lands in a folder, or before the next that stays where it is', () => {
  const drop = (moved: string[], key: string, dropPosition: 'on' | 'before' | 'after') =>
    ids(goalOfDrop(tree, new Set(moved), { key, dropPosition }));
  expect(drop(['feed:c'], 'folder:iran', 'on')).toEqual(['iran', null]);
  expect(drop(['feed:d'], 'feed:c', 'before')).toEqual([null, 'c']);
  expect(drop(['feed:c'], 'feed:c', 'before')).toEqual([null, 'd']);
  expect(drop(['feed:c', 'feed:d'], 'folder:sport', 'after')).toEqual([null, null]);
  expect(drop(['feed:c'], 'feed:a', 'after')).toEqual(['iran', null]);
  expect(drop(['feed:c'], 'feed:gone', 'on')).toBeNull();
});
