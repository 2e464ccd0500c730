import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../../../electron/core/store/store';
import { act } from '../../support/library/act';
import { articlesOf, type Change } from '../../support/library/change';
import { crashedCopy } from '../../support/library/crashed-copy';
import { faults, WAYS, type Way } from '../../support/library/faulty-files';
import { Ledger } from '../../support/library/ledger';
import { lookInto } from '../../support/library/look';
import { followFeeds } from '../../support/library/made-article';
import { memoryFolder } from '../../support/library/memory-folder';

vi.mock('node:fs/promises', async (actual) =>
  (await import('../../support/library/faulty-files')).faulty(await actual()),
);

const SCRIPT: readonly Change[] = [
  { kind: 'keep', batch: 3, version: 1 },
  { kind: 'mark', articles: [0, 7, 15], read: true },
  { kind: 'bookmark', articles: [1, 16], bookmarked: true },
  { kind: 'tag', articles: [2, 16], tag: 'شهر', given: true },
  { kind: 'folder', name: 'Morning' },
  { kind: 'keep', batch: 0, version: 2 },
  { kind: 'checkpoint' },
  { kind: 'markAll', articles: [0, 1, 2, 3].flatMap(articlesOf) },
  { kind: 'mark', articles: [0], read: false },
  { kind: 'textSize', size: 21 },
  { kind: 'keep', batch: 4, version: 1 },
];
const MOST_OPERATIONS = 2_000;
const refusal = { failure: { code: 'library-unwritable' } };

const open = (folder: string): Promise<Store> => openStore({ folder, recovered: (file) => expect.fail(file) });

const STOCK: readonly Change[] = [0, 1, 2].map((batch) => ({ kind: 'keep', batch, version: 1 }));

/** A closed library with some articles. */
async function stocked(): Promise<string> {
  // Copies lie beside it, and go with it whatever comes.
  const folder = path.join(await memoryFolder(), 'stock');
  const store = await open(folder);
  await followFeeds(store);
  for (const change of STOCK) await act(store, change);
  await store.close();
  return folder;
}

async function expectWhole(folder: string, ledger: Ledger, what: string): Promise<void> {
  const { found, damaged } = await lookInto(folder);
  expect([...ledger.lostIn(found), ...damaged], what).toEqual([]);
}

async function expectCrashHarmless(folder: string, ledger: Ledger, what: string): Promise<void> {
  const copy = `${folder}-crashed`;
  crashedCopy(folder, copy);
  await expectWhole(copy, ledger, `${what}, then a crash`);
  await rm(copy, { recursive: true });
}

/** Does the script on a copy of `stock` with one operation failing. False when there are not so many operations. */
async function survives(stock: string, at: number, way: Way): Promise<boolean> {
  const folder = `${stock}-copy`;
  await cp(stock, folder, { recursive: true });
  const ledger = new Ledger();
  for (const change of STOCK) ledger.acknowledge(ledger.ask(change));
  faults.plan(at, way);
  const what = () => `${way} at operation ${at}, ${faults.failed}`;
  const store = await open(folder).catch((error) => {
    expect(error, what()).toMatchObject(refusal);
    return open(folder);
  });
  for (const change of SCRIPT) {
    const asked = ledger.ask(change);
    try {
      await act(store, change);
    } catch (error) {
      expect(error, `${what()} while ${change.kind}`).toMatchObject(refusal);
      expect(faults.failed, 'only what failed is refused').not.toBeNull();
      await expectCrashHarmless(folder, ledger, what());
      await act(store, change);
    }
    ledger.acknowledge(asked);
  }
  await store.close().catch((error) => expect(error, what()).toMatchObject(refusal));
  const [reached, then] = [faults.failed !== null, what()];
  faults.plan(0, way);
  await expectWhole(folder, ledger, then);
  await rm(folder, { recursive: true });
  return reached;
}

describe.each(Object.keys(WAYS) as Way[])('when a file operation fails with %s', (way) => {
  it('whichever it is, nothing acknowledged is lost, nothing is damaged, and trying again succeeds', async () => {
    const stock = await stocked();
    let at = 1;
    while (at < MOST_OPERATIONS && (await survives(stock, at, way))) at++;
    // A writer that has no operation which could write less than it was given has nothing to survive there.
    if (way !== 'partial') expect(at).toBeGreaterThan(10);
    expect(at).toBeLessThan(MOST_OPERATIONS);
  }, 120_000);
});
