import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { Fault } from '../../contract/failures';
import { frame, unframe } from './frame';
import { keptGeneration, type Previous, replaceFile } from './replace-file';
import { isCode, reasonOf } from './system-error';
import type { Turns } from './turns';

/** How one kind of file looks on disk. `decode` throws with the reason when the value is not of this kind. */
export interface Shape<T> {
  version: number;
  /** Whether the generation before the last is kept beside it. */
  keepsPrevious: boolean;
  encode(data: T): unknown;
  decode(value: unknown): T;
}

export interface SafeFileOptions<T> {
  /** The library's folder; `file` is within it. */
  folder: string;
  file: string;
  shape: Shape<T>;
  turns: Turns;
  /** Told when a damaged or missing file was read from its kept generation. */
  recovered(file: string, reason: string): void;
  /** Told at once when data could not be written, with what is on disk instead; null when there is nothing yet. */
  refused(kept: T | null): void;
}

type Attempt<T> = { found: T } | { found?: undefined; missing: boolean; reason: string };

/**
 * lowdb's adapter for a file that must survive: checksum and shape checked on reading, replaced whole and synced on
 * writing, one generation kept. `write` resolves once the data given to it is durable; calls that come while a write
 * runs share the next one, and when a write fails they fail with it, since their data builds on what was refused.
 */
export class SafeJSONFile<T> implements Adapter<T> {
  readonly #options: SafeFileOptions<T>;
  readonly #path: string;
  #kept: T | null = null;
  #latest: T | null = null;
  #running: Promise<void> | null = null;
  #queued: Promise<void> | null = null;
  #previous: Previous;

  constructor(options: SafeFileOptions<T>) {
    this.#options = options;
    this.#path = path.join(options.folder, options.file);
    this.#previous = options.shape.keepsPrevious ? 'keep' : 'drop';
  }

  /**
   * The file's data, from its kept generation if need be; null when there is neither. Throws Fault 'library-damaged'
   * with the file left as it is, 'library-newer' or 'file-unreadable'.
   */
  async read(): Promise<T | null> {
    const current = await this.#attempt(this.#path);
    const read = 'reason' in current ? await this.#readKept(current.missing, current.reason) : current.found;
    this.#kept = read;
    return read;
  }

  write(data: T): Promise<void> {
    if (data === this.#kept && this.#running === null && this.#queued === null) return Promise.resolve();
    this.#latest = data;
    if (this.#running === null) return this.#queued ?? this.#start();
    this.#queued ??= this.#running.then(() => this.#start());
    return this.#queued;
  }

  #start(): Promise<void> {
    this.#queued = null;
    this.#running = this.#options.turns.take(() => this.#writeLatest());
    return this.#running;
  }

  async #writeLatest(): Promise<void> {
    const { folder, shape, refused } = this.#options;
    const data = this.#latest as T;
    try {
      // A write that waited for its turn may have taken the data of the next one along.
      if (data !== this.#kept) {
        await replaceFile(this.#path, frame({ version: shape.version, value: shape.encode(data) }), this.#previous);
      }
    } catch (error) {
      this.#running = null;
      this.#queued = null;
      refused(this.#kept);
      throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
    }
    this.#running = null;
    this.#kept = data;
    this.#previous = shape.keepsPrevious ? 'keep' : 'drop';
  }

  async #readKept(missing: boolean, reason: string): Promise<T | null> {
    const { file, shape, recovered } = this.#options;
    const kept: Attempt<T> = shape.keepsPrevious
      ? await this.#attempt(keptGeneration(this.#path))
      : { missing: true, reason };
    if ('reason' in kept) {
      if (missing && kept.missing) return null;
      throw new Fault('library-damaged', { file, reason });
    }
    // The good generation must not be replaced by the bad one at the next write.
    this.#previous = missing ? 'drop' : 'set-aside';
    recovered(file, reason);
    return kept.found;
  }

  async #attempt(file: string): Promise<Attempt<T>> {
    const { folder, shape } = this.#options;
    const bytes = await readIfThere(file, this.#options.file);
    if (bytes === null) return { missing: true, reason: 'it is missing' };
    try {
      const { version, value } = unframe(bytes);
      if (version > shape.version) throw new Fault('library-newer', { folder });
      return { found: shape.decode(value) };
    } catch (error) {
      if (error instanceof Fault) throw error;
      return { missing: false, reason: reasonOf(error) };
    }
  }
}

async function readIfThere(file: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new Fault('file-unreadable', { file: name, reason: reasonOf(error) }, error);
  }
}
