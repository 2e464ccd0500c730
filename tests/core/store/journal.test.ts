import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/core/store/journal';
import { linesIn, toLine } from '../../../electron/core/store/journal-lines';
import type { JournalRecord } from '../../../electron/core/store/journal-records';
import { temporaryFolder } from '../library/temporary';

const record = (n: number): JournalRecord => ({
  is: 'ownTags',
  id: n.toString(16).padStart(16, '0'),
  tags: [`سفر ${n}`],
});
const open = (folder: string) => Journal.open({ folder, mayWrite: () => {}, committed: () => {} });
const journals = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('journal-')).sort();
const nothing = (): void => {};

describe('lines', () => {
  const values = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 });
  const bytesOf = (all: unknown[]) => Buffer.concat(all.map(toLine));
  const plain = (all: unknown[]): unknown => JSON.parse(JSON.stringify(all));

  it('give back what was written', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(linesIn(bytesOf(all))).toEqual({ records: plain(all), damaged: 0, torn: 0 });
      }),
    );
  });

  it('cut anywhere are good up to the last that is whole', () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, at) => {
        const bytes = bytesOf(all);
        const length = bytes.length === 0 ? 0 : at % bytes.length;
        const { records, damaged, torn } = linesIn(bytes.subarray(0, length));
        expect(damaged).toBe(0);
        expect(records).toEqual(plain(all.slice(0, records.length)));
        expect(bytesOf(all.slice(0, records.length)).length + torn).toBe(length);
        // The next one would not have fitted.
        if (records.length < all.length) {
          expect(bytesOf(all.slice(0, records.length + 1)).length).toBeGreaterThan(length);
        }
      }),
    );
  });

  it('flipped anywhere lose one record, or two that ran together, and never take a wrong one for good', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(7), (all, at, bit) => {
        const bytes = bytesOf(all);
        if (bytes.length === 0) return;
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        const { records } = linesIn(bytes);
        expect(records.length).toBeGreaterThanOrEqual(all.length - 2);
        const written = all.map((value) => JSON.stringify(value));
        for (const found of records) expect(written).toContain(JSON.stringify(found));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a journal', () => {
  it('has what was committed, in order, also after a torn end', async () => {
    const folder = await temporaryFolder();
    const { journal } = await open(folder);
    await Promise.all(Array.from({ length: 50 }, (_, n) => journal.commit(record(n), nothing)));
    await journal.close();
    const [file = ''] = await journals(folder);
    const bytes = await readFile(path.join(folder, file));
    await truncate(path.join(folder, file), bytes.length - 3);
    const { found } = await open(folder);
    expect(found.records).toEqual(Array.from({ length: 49 }, (_, n) => record(n)));
    expect(found.damaged).toEqual([]);
  });

  it('says how much of it cannot be read, and reads all the rest', async () => {
    const folder = await temporaryFolder();
    const { journal } = await open(folder);
    for (const n of [1, 2, 3]) await journal.commit(record(n), nothing);
    await journal.close();
    const [file = ''] = await journals(folder);
    const text = await readFile(path.join(folder, file), 'utf8');
    await writeFile(path.join(folder, file), text.replace('سفر 2', 'سفر 7'));
    const { found } = await open(folder);
    expect(found.records).toEqual([record(1), record(3)]);
    expect(found.damaged).toEqual([{ file, records: 1 }]);
  });

  it('takes back what it cannot write, newest first, with all that waits; then goes on', async () => {
    const folder = path.join(await temporaryFolder(), 'library');
    await mkdir(folder);
    const { journal } = await open(folder);
    const undone: number[] = [];
    await rm(folder, { recursive: true });
    const refused = await Promise.allSettled([1, 2, 3].map((n) => journal.commit(record(n), () => undone.push(n))));
    expect(refused).toMatchObject([1, 2, 3].map(() => ({ reason: { failure: { code: 'library-unwritable' } } })));
    expect(undone).toEqual([3, 2, 1]);
    await mkdir(folder);
    await journal.commit(record(4), nothing);
    expect((await open(folder)).found.records).toEqual([record(4)]);
  });

  it('begins a new file at each turn, and forgets the old ones when told to', async () => {
    const folder = await temporaryFolder();
    const { journal } = await open(folder);
    await journal.commit(record(1), nothing);
    const first = await journal.rotate();
    await journal.commit(record(2), nothing);
    const second = await journal.rotate();
    await journal.commit(record(3), nothing);
    expect((await open(folder)).found.records).toEqual([1, 2, 3].map(record));
    await journal.forget(first);
    expect((await open(folder)).found.records).toEqual([2, 3].map(record));
    await journal.forget(second);
    expect((await open(folder)).found.records).toEqual([3].map(record));
  });
});
