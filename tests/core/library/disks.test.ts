import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/core/store/store';
import { act } from '../../support/library/act';
import { articlesOf, type Change } from '../../support/library/change';
import { Ledger } from '../../support/library/ledger';
import { lookInto } from '../../support/library/look';
import { followFeeds } from '../../support/library/made-article';
import { mountAgain, mountDisk, mountReadOnly, whyNoMounts } from '../../support/library/mounts';
import { openLibrary, temporaryFolder } from './temporary';

const BATCHES = 6;
const DISK_KB = 2_048;

/** A store, and a ledger of what it has refused and acknowledged. */
async function opened(folder: string) {
  const store = await openStore({ folder, recovered: (file) => expect.fail(`${file} is damaged`) });
  const ledger = new Ledger();
  let refused = 0;
  /** Tries a change; one that is refused must be for the one reason that the reader can do something about. */
  async function attempt(change: Change): Promise<boolean> {
    const asked = ledger.ask(change);
    try {
      await act(store, change);
    } catch (error) {
      expect(error).toMatchObject({ failure: { code: 'library-unwritable', detail: { folder } } });
      refused++;
      return false;
    }
    ledger.acknowledge(asked);
    return true;
  }
  async function succeed(changes: readonly Change[]): Promise<void> {
    for (const change of changes) expect(await attempt(change), change.kind).toBe(true);
  }
  return { store, ledger, attempt, succeed, refused: () => refused };
}

const stock: readonly Change[] = Array.from({ length: BATCHES }, (_, batch) => ({ kind: 'keep', batch, version: 1 }));
const stocked = stock.flatMap((_, batch) => articlesOf(batch));

/** Everything that a reader and a refresh do, anew in every round. */
const round = (n: number): Change[] => [
  { kind: 'keep', batch: BATCHES + n, version: 1 },
  { kind: 'keep', batch: n % BATCHES, version: n + 2 },
  { kind: 'bookmark', articles: [stocked[n % stocked.length] ?? 0], bookmarked: true },
  { kind: 'tag', articles: [0, 1, 2], tag: `round ${n}`, given: true },
  { kind: 'folder', name: `round ${n}` },
  n % 2 === 0 ? { kind: 'markAll', articles: stocked } : { kind: 'mark', articles: stocked, read: false },
  { kind: 'textSize', size: 14 + (n % 10) },
  { kind: 'checkpoint' },
];

/** Goes on with a disk that is as it should be again, and looks whether all is there after a restart. */
async function expectRecovered(folder: string, { store, ledger, succeed }: Awaited<ReturnType<typeof opened>>) {
  await succeed([...round(50), ...round(51)]);
  await store.close();
  const { found, damaged } = await lookInto(folder);
  expect([...ledger.lostIn(found), ...damaged]).toEqual([]);
}

describe.skipIf(whyNoMounts)(`a disk ${whyNoMounts && `(skipped: ${whyNoMounts})`}`, () => {
  it('that is full refuses, loses nothing, and takes what comes as soon as there is space', async () => {
    const disk = await temporaryFolder();
    mountDisk(disk, DISK_KB);
    const folder = path.join(disk, 'library');
    const library = await opened(folder);
    await followFeeds(library.store);
    await library.succeed(stock);
    const filler = path.join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(DISK_KB * 1_024)).catch((error) => expect(error.code).toBe('ENOSPC'));
    // What is small may still find room in the last page of a file: it is tried until that is used up.
    for (let n = 0; n < 40; n++) for (const change of round(n)) await library.attempt(change);
    expect(library.refused()).toBeGreaterThan(40);
    await rm(filler);
    await expectRecovered(folder, library);
  }, 60_000);

  it('that becomes full while it is closed leaves a library that opens, or says why it cannot', async () => {
    const disk = await temporaryFolder();
    mountDisk(disk, DISK_KB);
    const folder = path.join(disk, 'library');
    const { store, ledger, succeed } = await opened(folder);
    await followFeeds(store);
    await succeed([...stock, ...round(0)]);
    const filler = path.join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(DISK_KB * 1_024)).catch((error) => expect(error.code).toBe('ENOSPC'));
    await store.close().catch((error) => expect(error).toMatchObject({ failure: { code: 'library-unwritable' } }));
    await openLibrary(folder)
      .then((library) => library.close())
      .catch((error) => expect(error).toMatchObject({ failure: { code: 'library-unwritable', detail: { folder } } }));
    await rm(filler);
    const { found, damaged } = await lookInto(folder);
    expect([...ledger.lostIn(found), ...damaged]).toEqual([]);
  });

  it('that can only be read is said to be so, when it is opened and when it becomes so', async () => {
    const folder = await temporaryFolder();
    const library = await opened(folder);
    await followFeeds(library.store);
    await library.succeed(stock);
    const writable = mountReadOnly(folder);
    for (let n = 0; n < 5; n++) for (const change of round(n)) await library.attempt(change);
    expect(library.refused()).toBeGreaterThan(5);
    writable();
    await expectRecovered(folder, library);

    mountReadOnly(folder);
    await expect(openLibrary(folder)).rejects.toMatchObject({
      failure: { code: 'library-unwritable', message: expect.stringContaining('read-only'), detail: { folder } },
    });
  });

  it('that goes away and comes back is gone on with', async () => {
    const [server, drive] = [await temporaryFolder(), await temporaryFolder()];
    mountDisk(server, DISK_KB * 4);
    const away = mountAgain(server, drive);
    const folder = path.join(drive, 'library');
    await mkdir(folder);
    const library = await opened(folder);
    await followFeeds(library.store);
    await library.succeed(stock);
    away();
    for (let n = 0; n < 5; n++) for (const change of round(n)) await library.attempt(change);
    expect(library.refused()).toBeGreaterThan(5);
    mountAgain(server, drive);
    await expectRecovered(folder, library);
  });
});
