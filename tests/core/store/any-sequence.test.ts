import { open, readdir, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore, type Store } from '../../../electron/core/store/store';
import { act } from '../../support/library/act';
import { articlesOf, type Change } from '../../support/library/change';
import { crashedCopy } from '../../support/library/crashed-copy';
import { lookInto } from '../../support/library/look';
import { followFeeds } from '../../support/library/made-article';
import { memoryFolder } from '../../support/library/memory-folder';

/** What may come between two changes; a torn end is one that a crash leaves of a change that was never acknowledged. */
type Interruption = 'nothing' | 'restart' | 'crash' | { cut: number } | { garbled: number };
interface Step {
  change: Change;
  after: Interruption;
}

const BATCHES = 6;
const STOCK = [0, 1, 2];
const stocked = fc.shuffledSubarray(STOCK.flatMap(articlesOf), { minLength: 1 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('keep' as const),
    batch: fc.nat(BATCHES - 1),
    version: fc.integer({ min: 2, max: 9 }),
  }),
  fc.record({ kind: fc.constant('mark' as const), articles: stocked, read: fc.boolean() }),
  fc.record({ kind: fc.constant('bookmark' as const), articles: stocked, bookmarked: fc.boolean() }),
  fc.record({
    kind: fc.constant('tag' as const),
    articles: stocked,
    tag: fc.constantFrom('a', 'شهر'),
    given: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('markAll' as const), articles: fc.constant(STOCK.flatMap(articlesOf)) }),
  fc.record({ kind: fc.constant('folder' as const), name: fc.constantFrom('Morning', 'Evening') }),
  fc.record({ kind: fc.constant('textSize' as const), size: fc.integer({ min: 14, max: 24 }) }),
  fc.record({ kind: fc.constant('checkpoint' as const) }),
);
const after: fc.Arbitrary<Interruption> = fc.oneof(
  { arbitrary: fc.constant('nothing' as const), weight: 4 },
  fc.constantFrom('restart' as const, 'crash' as const),
  fc.record({ cut: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ garbled: fc.integer({ min: 1, max: 5_000 }) }),
);
const steps = fc.array(fc.record({ change, after }), { minLength: 1, maxLength: 15 });

interface Journal {
  file: string;
  size: number;
}

/** The newest journal of the library; null in a library that has none. */
async function newestJournal(folder: string): Promise<Journal | null> {
  const file = (await readdir(folder, { recursive: true }))
    .filter((name) => /journal-\d+\.log$/.test(name))
    .sort()
    .pop();
  return file === undefined ? null : { file, size: (await stat(path.join(folder, file))).size };
}

/** A library that is crashed by going on with a copy of its folder; what was abandoned is closed in the end. */
class Subject {
  #folder: string;
  #store: Store | null = null;
  readonly #abandoned: Store[] = [];
  #crashes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(): Promise<Store> {
    this.#store ??= await openStore({ folder: this.#folder, recovered: (file) => expect.fail(`${file} is damaged`) });
    return this.#store;
  }

  async step({ change, after }: Step): Promise<void> {
    const before = await newestJournal(this.#folder);
    await act(await this.open(), change);
    if (after === 'nothing') return;
    if (after === 'restart') return this.#restart();
    this.#crash();
    if (after === 'crash') return;
    await this.#tear(after, before);
    // What the crash cut off counts as never acknowledged: the reader does it again.
    await act(await this.open(), change);
  }

  /** Closes the library and whatever was abandoned; answers where it lies. */
  async end(): Promise<string> {
    await this.#restart();
    for (const store of this.#abandoned) await store.close();
    return this.#folder;
  }

  async #restart(): Promise<void> {
    await this.#store?.close();
    this.#store = null;
  }

  #crash(): void {
    const copy = `${this.#folder.replace(/-crash-\d+$/, '')}-crash-${++this.#crashes}`;
    crashedCopy(this.#folder, copy);
    if (this.#store) this.#abandoned.push(this.#store);
    this.#store = null;
    this.#folder = copy;
  }

  /** Takes from the newest journal what the last change added, in part or whole, or writes rubbish over its end. */
  async #tear(how: { cut: number } | { garbled: number }, before: Journal | null): Promise<void> {
    const now = await newestJournal(this.#folder);
    if (now === null) return;
    const file = path.join(this.#folder, now.file);
    const kept = now.file === before?.file ? before.size : now.size;
    if ('cut' in how) return truncate(file, now.size - Math.floor((now.size - kept) * how.cut));
    const handle = await open(file, 'a');
    await handle.writeFile(Buffer.alloc(how.garbled, '\0{"7'));
    await handle.close();
  }
}

async function resultOf(folder: string, all: readonly Step[]) {
  const subject = new Subject(folder);
  await followFeeds(await subject.open());
  for (const batch of STOCK) await act(await subject.open(), { kind: 'keep', batch, version: 1 });
  for (const step of all) await subject.step(step);
  return lookInto(await subject.end());
}

it('any changes with crashes in between come to the same as without', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const folder = await memoryFolder();
      const calm = await resultOf(
        path.join(folder, 'calm'),
        all.map(({ change }) => ({ change, after: 'nothing' })),
      );
      expect(calm.damaged).toEqual([]);
      expect(await resultOf(path.join(folder, 'crashed'), all)).toEqual(calm);
      await rm(folder, { recursive: true });
    }),
    { numRuns: 40 },
  );
}, 120_000);
