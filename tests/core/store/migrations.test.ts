import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listBackups } from '../../../electron/core/store/backup/kept-backups';
import { restoreLibrary } from '../../../electron/core/store/backup/restore';
import { unframe } from '../../../electron/core/store/frame';
import { openStore, type Store } from '../../../electron/core/store/store';
import type { StoredHeader } from '../../../electron/core/store/stored-header';
import { temporaryFolder } from '../library/temporary';

const LIBRARIES = fileURLToPath(new URL('../../fixtures/libraries/', import.meta.url));

/** What a library held when the Caravan of its time had written it. */
interface State {
  core: { feeds: { id: string }[] };
  settings: object;
  headers: StoredHeader[];
  bodies: Record<string, object>;
}

const stateOf = async (version: number): Promise<State> =>
  JSON.parse(await readFile(path.join(LIBRARIES, `version-${version}.state.json`), 'utf8'));

async function copyOf(version: number): Promise<string> {
  const folder = await temporaryFolder();
  await cp(path.join(LIBRARIES, `version-${version}`), folder, { recursive: true });
  return folder;
}

const open = (folder: string) => openStore({ folder, recovered: (file, reason) => expect.fail(`${file}: ${reason}`) });

async function expectState({ core, settings, headers, bodies }: Store, state: State): Promise<void> {
  expect(core.data).toMatchObject(state.core);
  expect(settings.data).toMatchObject(state.settings);
  // What came to a header since then is as where nothing was kept yet.
  const now = state.headers.map((header) => ({ ...header, thumbnail: false }));
  expect(state.core.feeds.flatMap(({ id }) => [...headers.ofFeed(id)])).toEqual(now);
  for (const [id, body] of Object.entries(state.bodies)) {
    const header = headers.get(id);
    expect(await bodies.read({ feedId: header?.feedId ?? '', n: header?.segment ?? 0 }, id)).toMatchObject(body);
  }
}

it.each([1])(
  'a library of version %i opens with all that is in it, and is written as the present one',
  async (version) => {
    const folder = await copyOf(version);
    const state = await stateOf(version);
    const store = await open(folder);
    await expectState(store, state);
    await store.close();
    const core = unframe(await readFile(path.join(folder, 'core.json')));
    expect(core.version).toBe(2);
    const [feed] = state.core.feeds;
    expect(unframe(await readFile(path.join(folder, 'index', `${feed?.id}-0.json`))).version).toBe(2);
    const again = await open(folder);
    await expectState(again, state);
    await again.close();
    // What was there before can still be gone back to.
    const backups = await listBackups(folder);
    expect(backups).toMatchObject([{ reason: 'before-migration', articles: state.headers.length }]);
    await restoreLibrary({ folder, recovered: () => {} }, backups[0]?.name ?? '', Date.now());
    const restored = await open(folder);
    await expectState(restored, state);
    await restored.close();
  },
);
