import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, unframe } from '../../../electron/core/store/frame';
import { LibraryFile, type OpenOptions } from '../../../electron/core/store/library-file';
import { NO_BYTES, type Shape } from '../../../electron/core/store/safe-json-file';
import { Turns } from '../../../electron/core/store/turns';
import { temporaryFolder } from '../library/temporary';

interface Held {
  value: unknown;
}

const shape: Shape<Held> = {
  version: 2,
  keepsPrevious: true,
  encode: ({ value }) => ({ value: { value }, bytes: NO_BYTES }),
  decode({ value }) {
    if (!Object.hasOwn(Object(value), 'value')) throw new Error('there is no value in it');
    return value as Held;
  },
};

const NAME = 'held.json';

async function open(folder: string, options: Partial<OpenOptions<Held>> = {}): Promise<LibraryFile<Held>> {
  const recovered = (): void => {};
  const initial = { value: 'initial' };
  return LibraryFile.open({
    folder,
    file: NAME,
    shape,
    turns: new Turns(2),
    recovered,
    initial,
    mustExist: false,
    ...options,
  });
}

const set = (file: LibraryFile<Held>, value: unknown): Promise<void> => file.change(() => ({ value }));
const onDisk = async (folder: string): Promise<unknown> => unframe(await readFile(path.join(folder, NAME))).value;

describe('writing', () => {
  it('gives back any JSON value after reopening', async () => {
    const folder = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await set(await open(folder), value);
        expect((await open(folder)).data.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 40 },
    );
  });

  it('resolves each change once it is on the disk, and writes those that wait together', async () => {
    const folder = await temporaryFolder();
    const file = await open(folder);
    let written = 0;
    const seen: unknown[] = [];
    await Promise.all(
      Array.from({ length: 50 }, async (_, count) => {
        await file.change(({ value }) => ({ value: Array.isArray(value) ? [...value, count] : [count] }));
        written++;
        const { value } = (await onDisk(folder)) as { value: number[] };
        seen.push(value.includes(count));
      }),
    );
    expect(written).toBe(50);
    expect(seen).toEqual(seen.map(() => true));
  });

  it('is for the owner’s eyes, keeps one generation and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const file = await open(folder);
    for (const value of ['first', 'second', 'third']) await set(file, value);
    expect((await readdir(folder)).sort()).toEqual([NAME, `${NAME}.bak`]);
    expect(unframe(await readFile(path.join(folder, `${NAME}.bak`))).value).toEqual({ value: 'second' });
    expect((await stat(path.join(folder, NAME))).mode & 0o777).toBe(0o600);
  });

  it('takes back what cannot be written, with all that was built on it, and works again later', async () => {
    const parent = await temporaryFolder();
    const folder = path.join(parent, 'drive');
    await mkdir(folder);
    let refused = 0;
    const file = await open(folder, { refused: () => refused++ });
    await set(file, 'kept');
    await rename(folder, `${folder} taken away`);
    const changes = await Promise.allSettled([set(file, 'lost'), set(file, 'lost too')]);
    expect(changes).toMatchObject([
      { status: 'rejected', reason: { failure: { code: 'library-unwritable', detail: { folder } } } },
      { status: 'rejected', reason: { failure: { code: 'library-unwritable' } } },
    ]);
    expect(file.data.value).toBe('kept');
    expect(refused).toBe(1);
    await rename(`${folder} taken away`, folder);
    await set(file, 'kept again');
    expect((await open(folder)).data.value).toBe('kept again');
  });

  it('keeps what was only noted with the next change', async () => {
    const folder = await temporaryFolder();
    const file = await open(folder);
    await set(file, 1);
    file.note(() => ({ value: 2 }));
    expect(await onDisk(folder)).toEqual({ value: 1 });
    await file.change((data) => data);
    expect(await onDisk(folder)).toEqual({ value: 2 });
  });
});

describe('reading what is damaged', () => {
  const twoGenerations = async (): Promise<{ folder: string; file: string }> => {
    const folder = await temporaryFolder();
    const file = await open(folder);
    await set(file, 'older');
    await set(file, 'newer');
    return { folder, file: path.join(folder, NAME) };
  };

  it.each([
    ['cut short', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 30))],
    ['empty', (file: string) => writeFile(file, '')],
    ['zeroed', async (file: string) => writeFile(file, Buffer.alloc((await stat(file)).size))],
    ['of another shape', (file: string) => writeFile(file, frame({ version: 2, value: { other: 1 } }))],
    ['missing', (file: string) => rm(file)],
  ])('takes the kept generation of a file that is %s', async (_, damage) => {
    const { folder, file } = await twoGenerations();
    await damage(file);
    const reports: string[][] = [];
    const recovered = (...report: string[]): void => void reports.push(report);
    const reopened = await open(folder, { recovered, mustExist: true });
    expect(reopened.data.value).toBe('older');
    expect(reports).toEqual([[NAME, expect.any(String)]]);
  });

  it('does not let the damaged file replace the good generation', async () => {
    const { folder, file } = await twoGenerations();
    await writeFile(file, 'damaged');
    await set(await open(folder), 'newest');
    const [aside = ''] = await readdir(path.join(folder, 'quarantine'));
    expect(await readFile(path.join(folder, 'quarantine', aside), 'utf8')).toBe('damaged');
    expect(unframe(await readFile(`${file}.bak`)).value).toEqual({ value: 'older' });
    expect(await onDisk(folder)).toEqual({ value: 'newest' });
  });

  it('says so and leaves the file as it is when there is no good generation', async () => {
    const { folder, file } = await twoGenerations();
    for (const each of [file, `${file}.bak`]) await writeFile(each, 'damaged');
    await expect(open(folder)).rejects.toMatchObject({ failure: { code: 'library-damaged', detail: { file: NAME } } });
    expect(await readFile(file, 'utf8')).toBe('damaged');
  });

  it('never takes a file that must be there for a new one', async () => {
    await expect(open(await temporaryFolder(), { mustExist: true })).rejects.toMatchObject({
      failure: { code: 'library-damaged', detail: { reason: 'it is missing' } },
    });
  });

  it('does not touch what a newer Caravan wrote', async () => {
    const { folder, file } = await twoGenerations();
    await writeFile(file, frame({ version: 3, value: { value: 'from the future' } }));
    await expect(open(folder)).rejects.toMatchObject({ failure: { code: 'library-newer' } });
  });
});
