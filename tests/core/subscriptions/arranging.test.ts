import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Overview } from '../../../electron/contract/model';
import type { Library } from '../../../electron/core/library';
import { EMPTY_CORE } from '../../../electron/core/store/core-data';
import type { Store } from '../../../electron/core/store/store';
import { type Move, movePlaces } from '../../../electron/core/subscriptions/arranging';
import { startFeed } from '../../../electron/core/subscriptions/feed-record';
import { openLibrary, temporaryFolder } from '../library/temporary';
import { importing, overview } from './set-up';

const OPML = `<opml version="2.0"><body>
  <outline text="World"><outline text="Near"><outline text="A" xmlUrl="https://a.example/"/></outline>
    <outline text="B" xmlUrl="https://b.example/"/><outline text="C" xmlUrl="https://c.example/"/></outline>
  <outline text="Sport"/><outline text="Far"><outline text="D" xmlUrl="https://d.example/"/></outline>
  <outline text="E" xmlUrl="https://e.example/"/><outline text="F" xmlUrl="https://f.example/"/>
</body></opml>`;

/** The tree as it is shown, on one line: “World(Near(A) B C) Far(D) E F”. */
function drawn({ folders, feeds }: Pick<Overview, 'folders' | 'feeds'>, into: string | null = null): string {
  const inside = folders
    .filter(({ parentId }) => parentId === into)
    .map(({ id, name }) => `${name}(${drawn({ folders, feeds }, id)})`);
  return [...inside, ...feeds.filter(({ folderId }) => folderId === into).map(({ title }) => title)].join(' ');
}

async function arranged() {
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  await importing(library, OPML);
  const { feeds, folders } = await overview(library);
  const named = [...feeds.map(({ id, title: name }) => ({ id, name })), ...folders];
  const ids = new Map(named.map(({ id, name }) => [name, id]));
  const id = (name: string) => ids.get(name) ?? '';
  const move = (names: string[], into: string | null, before: string | null = null) =>
    library.handlers['places.move']({
      feeds: names.filter((name) => name.length === 1).map(id),
      folders: names.filter((name) => name.length > 1).map(id),
      into: into && id(into),
      before: before && id(before),
    });
  return { library, folder, id, move };
}

const shown = async (library: Library) => drawn(await overview(library));

describe('moving', () => {
  it('files feeds and folders in the order given, before what lies there', async () => {
    const { library, folder, move } = await arranged();
    expect(await shown(library)).toBe('World(Near(A) B C) Far(D) E F');
    await move(['F', 'A'], 'World', 'C');
    expect(await shown(library)).toBe('World(Near() B F A C) Far(D) E');
    await move(['Far'], 'World', 'Near');
    expect(await shown(library)).toBe('World(Far(D) Near() B F A C) E');
    await move(['C', 'Near'], null);
    expect(await shown(library)).toBe('World(Far(D) B F A) Near() E C');
    await library.close();
    expect(await shown(await openLibrary(folder))).toBe('World(Far(D) B F A) Near() E C');
  });

  it('keeps folders above feeds', async () => {
    const { library, move } = await arranged();
    await move(['F'], null, 'World');
    expect(await shown(library)).toBe('World(Near(A) B C) Far(D) F E');
    await move(['World'], null, 'E');
    expect(await shown(library)).toBe('Far(D) World(Near(A) B C) F E');
  });

  it('puts last what was to stand before something that is not there any more', async () => {
    const { library, move } = await arranged();
    await move(['B'], null, 'D');
    expect(await shown(library)).toBe('World(Near(A) C) Far(D) E F B');
  });

  it('is refused where it makes no sense, and then changes nothing', async () => {
    const { library, move } = await arranged();
    const before = await shown(library);
    for (const [moving, code] of [
      [move(['World'], 'World'), 'folder-in-itself'],
      [move(['World'], 'Near'), 'folder-in-itself'],
      [move(['A'], 'Nowhere'), 'unknown-folder'],
      [move(['X'], 'World'), 'unknown-feed'],
      [move(['Nowhere'], null), 'unknown-folder'],
    ] as const)
      await expect(moving).rejects.toMatchObject({ failure: { code } });
    expect(await shown(library)).toBe(before);
  });

  it('can be undone, though the folder that it came from is gone or has moved in here', async () => {
    const { library, id, move } = await arranged();
    const first = await shown(library);
    const { changed, undo } = await move(['Near', 'B', 'E'], 'Far', 'D');
    expect(changed).toBe(3);
    expect(await library.handlers['changes.undo']({ undo })).toEqual({ changed: 3 });
    expect(await shown(library)).toBe(first);

    const out = await move(['B'], null);
    await library.handlers['folders.remove']({ id: id('World') });
    await library.handlers['changes.undo'](out);
    expect(await shown(library)).toBe('Far(D) Near(A) B C E F');

    const inner = await move(['Near'], 'Far');
    const back = await move(['Near'], null);
    await move(['Far'], 'Near');
    await expect(library.handlers['changes.undo'](back)).rejects.toMatchObject({
      failure: { code: 'folder-in-itself' },
    });
    await library.handlers['changes.undo'](inner);
    expect(await shown(library)).toContain('Near(Far(D) A)');
  });

  it('of a removed folder: it comes back to where it was among the others', async () => {
    const { library, id } = await arranged();
    const before = await shown(library);
    const { undo } = await library.handlers['folders.remove']({ id: id('World') });
    expect(await shown(library)).toBe('Near(A) Far(D) B C E F');
    await library.handlers['changes.undo']({ undo });
    expect(await shown(library)).toBe(before);
  });
});

/** As much of a store as moving needs. */
function coreInMemory() {
  const feeds = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
    ...startFeed(
      undefined,
      { address: `https://${id}.example`, title: id, ownTitle: null, site: null, folderId: null },
      0,
    ),
    id,
  }));
  const folders = ['1', '2', '3', '4'].map((id) => ({ id, name: id, parentId: null }));
  const core: Pick<Store['core'], 'data' | 'change'> & { data: Core } = {
    data: { ...EMPTY_CORE, feeds, folders },
    change: async (change) => {
      core.data = change(core.data);
    },
  };
  return core;
}

const into = fc.option(fc.constantFrom('1', '2', '3', '4'));
const anyMove: fc.Arbitrary<Move> = fc.record({
  feeds: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']),
  folders: fc.shuffledSubarray(['1', '2', '3', '4'], { maxLength: 2 }),
  into,
  before: fc.option(fc.constantFrom('a', 'c', 'e', '1', '3', 'gone')),
});

type Core = Store['core']['data'];
const seen = ({ feeds, folders }: Core): string =>
  drawn({ folders, feeds: feeds.map(({ id, folderId }) => ({ title: id, folderId })) as Overview['feeds'] });
const inFolder = (core: Core, at: string | null): string[] => [
  ...core.folders.filter(({ parentId }) => parentId === at).map(({ id }) => id),
  ...core.feeds.filter(({ folderId }) => folderId === at).map(({ id }) => id),
];

test('after any moves everything is there once, the others stand as they stood, and all can be undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 12 }), async (moves) => {
      const core = coreInMemory();
      const undos: { before: string; takeBack(): Promise<number> }[] = [];
      for (const move of moves) {
        const was = core.data;
        const { takeBack } = await movePlaces({ core } as unknown as Store, move).catch(() => ({ takeBack: null }));
        if (!takeBack) {
          expect(core.data).toBe(was);
          continue;
        }
        undos.push({ before: seen(was), takeBack });
        expect([...seen(core.data)].filter((letter) => /\w/.test(letter)).sort()).toEqual([...'1234abcdef']);
        const moved = new Set([...move.feeds, ...move.folders]);
        for (const at of [null, '1', '2', '3', '4']) {
          const stay = (one: Core) => inFolder(one, at).filter((id) => !moved.has(id));
          expect(stay(core.data)).toEqual(stay(was));
        }
        const there = inFolder(core.data, move.into);
        for (const kind of [move.folders, move.feeds]) {
          const from = there.indexOf(kind[0] ?? '');
          if (kind.length > 0) expect(there.slice(from, from + kind.length)).toEqual(kind);
        }
        const kind = /\d/.test(move.before ?? '') ? move.folders : move.feeds;
        const isBefore = move.before !== null && there.includes(move.before) && !moved.has(move.before);
        if (isBefore && kind.length > 0)
          expect(there.indexOf(kind.at(-1) ?? '') + 1).toBe(there.indexOf(move.before ?? ''));
      }
      for (const { before, takeBack } of undos.reverse()) {
        await takeBack();
        expect(seen(core.data)).toBe(before);
      }
    }),
  );
});
