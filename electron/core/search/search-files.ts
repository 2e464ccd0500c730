import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchIndex } from './search-index';
import { BadSegment } from './segment';

const NAME = /^segment-(\d{1,9})\.bin$/;

/**
 * Where the words of the articles lie on the disk. All of it is made of the articles and made again where it is missing or
 * damaged, so nothing here is as careful as the store: a checksum tells what is whole.
 */
export class SearchFiles {
  readonly #folder: string;
  #last = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads what is there into an index; what is damaged is deleted. Rejects with the system's error. */
  async load(index: SearchIndex): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.#folder);
    const numbers = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
    this.#last = Math.max(0, ...numbers);
    const known = new Set(numbers.map(nameOf));
    for (const stray of names.filter((name) => !known.has(name))) await this.#remove(stray);
    // The newest first: what an older one holds of the same article is no longer so.
    for (const number of numbers.sort((one, other) => other - one)) await this.#loadOne(index, nameOf(number));
  }

  /** Writes what is new and deletes what it replaces. Rejects with the system's error; then the old is still there. */
  async save(index: SearchIndex): Promise<void> {
    index.seal();
    for (const { bytes, part } of index.unwritten()) {
      const name = nameOf(++this.#last);
      const temporary = path.join(this.#folder, `${name}.tmp`);
      await writeFile(temporary, bytes, { mode: 0o600 });
      await rename(temporary, path.join(this.#folder, name));
      index.written(part, name);
    }
    const current = new Set(index.files());
    for (const name of await readdir(this.#folder)) if (!current.has(name)) await this.#remove(name);
  }

  async #loadOne(index: SearchIndex, name: string): Promise<void> {
    try {
      index.load(await readFile(path.join(this.#folder, name)), name);
    } catch (error) {
      if (!(error instanceof BadSegment)) throw error;
      await this.#remove(name);
    }
  }

  #remove(name: string): Promise<void> {
    return rm(path.join(this.#folder, name), { force: true, recursive: true });
  }
}

const nameOf = (number: number): string => `segment-${number}.bin`;
