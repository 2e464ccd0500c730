import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../electron/contract/answer';
import type { InputOf } from '../../../electron/contract/calls';
import { EVERYTHING, type Filter } from '../../../electron/contract/model';
import { bytesOf, listed, openLibrary, temporaryFolder } from '../library/temporary';
import { rss, startScripted } from '../refresh/scripted';

const NOON = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;
const ALL = { filter: EVERYTHING, sort: 'newest', keep: [] as string[] } as const;

/** A library with a story an hour before noon, two hours before and so on. */
async function withStories(count: number) {
  const server = await startScripted();
  const stories = Array.from({ length: count }, (_, n) => ({
    slug: `${n}`,
    published: new Date(NOON - n * HOUR).toUTCString(),
  }));
  server.answer('/feed', { body: rss(stories) });
  const library = await openLibrary(await temporaryFolder(), { now: () => NOON + HOUR });
  const opml = `<opml version="2.0"><body><outline xmlUrl="${server.origin}/feed"/></body></opml>`;
  await library.handlers['feeds.import']({ opml: bytesOf(opml) });
  await library.handlers['refresh.start']({ feedIds: null });
  const ids = (await listed(library)).articles.map(({ id }) => id);
  return { library, ids, handlers: library.handlers };
}

describe('many articles at once', () => {
  it('those of a part of the list are marked but for some, and taken back without touching others', async () => {
    const { library, ids, handlers } = await withStories(6);
    const [first = '', , third = '', fourth = ''] = ids;
    await handlers['articles.mark']({ ids: [fourth], read: true });
    const which = { ...ALL, from: 1, to: 5, except: [third] };
    const { changed, undo } = await handlers['articles.change']({ which, read: true, bookmarked: true });
    expect(changed).toBe(3);
    const marks = async () => (await listed(library)).articles.map(({ read, bookmarked }) => [read, bookmarked]);
    const [no, both] = [
      [false, false],
      [true, true],
    ];
    expect(await marks()).toEqual([no, both, no, both, both, no]);
    await handlers['changes.undo']({ undo });
    expect(await marks()).toEqual([no, no, no, [true, false], no, no]);
    expect((await handlers['articles.ids']({ ...ALL, from: 0, to: 1 })).ids).toEqual([first]);
  });

  it('what was given since is not taken back with it', async () => {
    const { library, ids, handlers } = await withStories(2);
    const [first = '', second = ''] = ids;
    await handlers['articles.tag']({ ids: [first], add: ['x'], remove: [] });
    const { undo } = await handlers['articles.change']({ which: { ids }, add: ['x'] });
    await handlers['articles.tag']({ ids: [first, second], add: ['y'], remove: [] });
    await handlers['changes.undo']({ undo });
    expect((await listed(library)).articles.map(({ ownTags }) => ownTags)).toEqual([['x', 'y'], ['y']]);
  });

  it('tags are given to and taken from many, and each gets back what it had', async () => {
    const { library, ids, handlers } = await withStories(3);
    const [first = ''] = ids;
    await handlers['articles.tag']({ ids: [first], add: ['mine'], remove: [] });
    const { changed, undo } = await handlers['articles.change']({
      which: { ids },
      add: ['read later'],
      remove: ['Mine'],
    });
    const tags = async () => (await listed(library)).articles.map(({ ownTags }) => ownTags);
    expect(changed).toBe(3);
    expect(await tags()).toEqual([['read later'], ['read later'], ['read later']]);
    await handlers['changes.undo']({ undo });
    expect(await tags()).toEqual([['mine'], [], []]);
  });

  it('articles that are gone meanwhile are passed over', async () => {
    const { ids, handlers } = await withStories(2);
    const which = { ids: [...ids, 'ffffffffffffffff'] };
    expect(await handlers['articles.change']({ which, bookmarked: true })).toMatchObject({ changed: 2 });
  });
});

describe('the days of a list', () => {
  const daysIn = async (library: Awaited<ReturnType<typeof withStories>>, zone: string, sort = 'newest') =>
    (
      await library.handlers['articles.list']({
        ...{ ...ALL, sort: sort as InputOf<'articles.list'>['sort'] },
        ...{ offset: 0, limit: 0, zone },
      })
    ).days;

  it('begin at midnight of the zone that is asked for', async () => {
    const library = await withStories(30);
    // From the 24th, 12:00 back to the 23rd, 7:00, by UTC.
    expect(await daysIn(library, 'UTC')).toEqual([
      { day: Date.UTC(2026, 10, 24), count: 13 },
      { day: Date.UTC(2026, 10, 23), count: 17 },
    ]);
    expect(await daysIn(library, 'Asia/Tehran', 'oldest')).toEqual([
      { day: Date.UTC(2026, 10, 22, 20, 30), count: 14 },
      { day: Date.UTC(2026, 10, 23, 20, 30), count: 16 },
    ]);
  });

  it('are none for a list that was not asked about them, and no zone is an error', async () => {
    const library = await withStories(1);
    const asked = { ...ALL, offset: 0, limit: 0 };
    expect(await library.handlers['articles.list'](asked)).not.toHaveProperty('days');
    expect(await answer(library.handlers, 'articles.list', { ...asked, zone: 'Moon/Tranquility' })).toMatchObject({
      failure: { code: 'invalid-input' },
    });
  });
});

it('a list that is remembered is the list that is there, whatever is done in between', async () => {
  const { library, ids, handlers } = await withStories(8);
  const unread: Filter = { ...EVERYTHING, all: [{ kind: 'state', value: 'unread' }] };
  const tagged: Filter = { ...EVERYTHING, all: [{ kind: 'tag', value: 'x' }] };
  const at = fc.nat(ids.length - 1);
  const step = fc.oneof(
    fc.record({ is: fc.constant('read' as const), at, to: fc.boolean() }),
    fc.record({ is: fc.constant('tag' as const), at, to: fc.boolean() }),
    fc.record({ is: fc.constant('keep' as const), at, to: fc.boolean() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const keep = new Set<string>();
      for (const { is, at: place, to } of steps) {
        const id = ids[place] ?? '';
        if (is === 'read') await handlers['articles.mark']({ ids: [id], read: to });
        if (is === 'tag') {
          await handlers['articles.tag']({ ids: [id], add: to ? ['x'] : [], remove: to ? [] : ['x'] });
        }
        if (is === 'keep') to ? keep.add(id) : keep.delete(id);
        const all = (await listed(library)).articles;
        const expected = all.filter((one) => !one.read || keep.has(one.id)).map((one) => one.id);
        const shown = await listed(library, unread, 'newest', [...keep]);
        expect(shown.articles.map((one) => one.id)).toEqual(expected);
        expect(shown.unread).toBe(all.filter((one) => !one.read).length);
        const withTag = (await listed(library, tagged)).articles.map((one) => one.id);
        expect(withTag).toEqual(all.filter(({ ownTags }) => ownTags.includes('x')).map((one) => one.id));
      }
    }),
    { numRuns: 25 },
  );
});
