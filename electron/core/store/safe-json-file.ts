import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { Fault } from '../../contract/failures';
import { Damage, type Framed, frame, unframe } from './frame';
import { QUARANTINE_FOLDER } from './layout';
import { keptGeneration, type Previous, replaceFile } from './replace-file';
import { isCode, reasonOf } from './system-error';
import type { Turns } from './turns';

/** What a file says: one JSON value, and bytes behind it. */
export interface Content {
  value: unknown;
  bytes: Uint8Array;
}

export const NO_BYTES = new Uint8Array(0);

/** How one kind of file looks on disk. `decode` throws with the reason when the content is not of this kind. */
export interface Shape<T> {
  version: number;
  /** Whether a second generation is kept beside it. */
  keepsPrevious: boolean;
  /** Whether the journal has each change until both generations have it. */
  isJournaled?: boolean;
  encode(data: T): Content;
  decode(content: Content): T;
  /** The way from each earlier version to the next: the first is from version 1 to 2. Pure. */
  migrations?: readonly ((content: Content) => Content)[];
  /** Another value after each change, for data that is changed in its place. */
  stamp?(data: T): unknown;
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
  /** Told when the file was written by a newer Caravan and could be read all the same. Without it such a file is refused. */
  newer?: (file: string) => void;
  /** Told when what is on the disk has changed, or may have: the second generation is behind then. */
  touched?: () => void;
  /** Throws when nothing may be written. */
  mayWrite?: () => void;
}

type Attempt<T> = { found: T; version: number } | { found?: undefined; missing: boolean; reason: string };

const NEVER = Symbol('never written');

/**
 * lowdb's adapter for a file that must survive: checksum and shape checked on reading, replaced whole and synced on
 * writing, one generation kept. `write` resolves once the data given to it is durable; calls that come while a write
 * runs share the next one, and when a write fails they fail with it, since their data builds on what was refused.
 */
export class SafeJSONFile<T> implements Adapter<T> {
  readonly #options: SafeFileOptions<T>;
  readonly #path: string;
  #kept: T | null = null;
  #keptStamp: unknown = NEVER;
  #latest: T | null = null;
  #running: Promise<void> | null = null;
  #queued: Promise<void> | null = null;
  #previous: Previous;
  #versionFound: number | null = null;
  /** Whether the kept generation says the same as the file. */
  #mirrored = false;

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
    const { shape } = this.#options;
    const current = await this.#attempt(this.#path);
    if ('reason' in current) {
      this.#kept = await this.#readKept(current.missing, current.reason);
      return this.#kept;
    }
    this.#kept = current.found;
    this.#versionFound = current.version;
    // A migrated file differs from what is on disk.
    if (current.version !== shape.version) return current.found;
    this.#keptStamp = this.#stampOf(current.found);
    this.#mirrored = shape.isJournaled === true;
    return current.found;
  }

  write(data: T): Promise<void> {
    if (!this.isDirty(data) && this.#running === null && this.#queued === null) return Promise.resolve();
    this.#latest = data;
    if (this.#running === null) return this.#queued ?? this.#start();
    this.#queued ??= this.#running.then(() => this.#start());
    return this.#queued;
  }

  /** The version that was read; null when there was no file, or only a damaged one. */
  get versionFound(): number | null {
    return this.#versionFound;
  }

  /** True when what is on disk is not this. */
  isDirty(data: T): boolean {
    return this.#keptStamp !== this.#stampOf(data);
  }

  /** True when there is such a file. */
  get isWritten(): boolean {
    return this.#keptStamp !== NEVER || this.#kept !== null;
  }

  get isMirrored(): boolean {
    return this.#mirrored || !this.#options.shape.keepsPrevious;
  }

  /**
   * Makes the kept generation say the same as the file, so that either alone is enough. A file that has gone bad
   * meanwhile is written again. Throws the Fault 'library-unwritable'.
   */
  async mirror(): Promise<void> {
    // A write that waits for its turn goes first: it would begin in the middle of this.
    while (this.#running || this.#queued) await (this.#queued ?? this.#running)?.catch(() => {});
    if (this.isMirrored || this.#keptStamp === NEVER) return;
    const mirroring = this.#options.turns.take(() => this.#mirrorFile());
    // A write that comes meanwhile waits for it, whatever becomes of it.
    const over = (): void => {
      this.#running = null;
    };
    this.#running = mirroring.then(over, over);
    await mirroring;
  }

  async #mirrorFile(): Promise<void> {
    const { folder, file } = this.#options;
    try {
      const bytes = await readFile(this.#path);
      unframe(bytes);
      await replaceFile(keptGeneration(this.#path), bytes, 'drop');
      this.#mirrored = true;
    } catch (error) {
      if (error instanceof Damage) {
        this.#previous = { setAside: setAsidePath(folder, file) };
        this.#keptStamp = NEVER;
      }
      throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
    }
  }

  #stampOf(data: T): unknown {
    const { stamp } = this.#options.shape;
    return stamp ? stamp(data) : data;
  }

  #start(): Promise<void> {
    this.#queued = null;
    // Never within this call: what is thrown at once would be taken for a write that still runs.
    this.#running = this.#options.turns.take(async () => {
      await Promise.resolve();
      await this.#writeLatest();
    });
    return this.#running;
  }

  async #writeLatest(): Promise<void> {
    const { folder, shape, refused, mayWrite, touched } = this.#options;
    const data = this.#latest as T;
    const stamp = this.#stampOf(data);
    try {
      // A write that waited for its turn may have taken the data of the next one along.
      if (this.isDirty(data)) {
        mayWrite?.();
        const bytes = frame({ version: shape.version, ...shape.encode(data) });
        // A second generation that says the same as the file is the one to keep.
        const previous = this.#mirrored && this.#previous === 'keep' ? 'drop' : this.#previous;
        this.#mirrored = false;
        await replaceFile(this.#path, bytes, previous);
      }
    } catch (error) {
      this.#running = null;
      this.#queued = null;
      // It may be there all the same: then what is kept must be written over it.
      this.#keptStamp = NEVER;
      touched?.();
      refused(this.#kept);
      if (error instanceof Fault) throw error;
      throw new Fault('library-unwritable', { folder, reason: reasonOf(error) }, error);
    }
    this.#running = null;
    this.#kept = data;
    this.#keptStamp = stamp;
    this.#previous = shape.keepsPrevious ? 'keep' : 'drop';
    touched?.();
  }

  async #readKept(missing: boolean, reason: string): Promise<T | null> {
    const { folder, file, shape, recovered } = this.#options;
    const kept: Attempt<T> = shape.keepsPrevious
      ? await this.#attempt(keptGeneration(this.#path))
      : { missing: true, reason };
    if ('reason' in kept) {
      if (missing && kept.missing) return null;
      throw new Fault('library-damaged', { file, reason });
    }
    // The good generation must not be replaced by the bad one at the next write.
    this.#previous = missing ? 'drop' : { setAside: setAsidePath(folder, file) };
    recovered(file, `${reason}; its second copy was used`);
    return kept.found;
  }

  async #attempt(file: string): Promise<Attempt<T>> {
    const { shape } = this.#options;
    try {
      const bytes = await readIfThere(file, this.#options.file);
      if (bytes === null) return { missing: true, reason: 'it is missing' };
      const framed = unframe(bytes);
      const { version, value, bytes: attached = NO_BYTES } = framed;
      if (version > shape.version) return { found: this.#readNewer({ value, bytes: attached }), version };
      return { found: decodeFile(shape, framed), version };
    } catch (error) {
      if (error instanceof Fault) throw error;
      return { missing: false, reason: reasonOf(error) };
    }
  }

  /** What a newer Caravan wrote, as far as this one understands it. */
  #readNewer(content: Content): T {
    const { folder, file, shape, newer } = this.#options;
    const refusal = new Fault('library-newer', { folder });
    if (!newer) throw refusal;
    try {
      const found = shape.decode(content);
      newer(file);
      return found;
    } catch {
      throw refusal;
    }
  }
}

/** Where a damaged file goes, so that whoever can read more out of it than Caravan still has it. */
export const setAsidePath = (folder: string, file: string): string =>
  path.join(folder, QUARANTINE_FOLDER, `${path.basename(file)}.${Date.now()}`);

/** What a file of this or an earlier version says. Throws with the reason when it is not of this kind. */
export function decodeFile<T>(shape: Shape<T>, { version, value, bytes = NO_BYTES }: Framed): T {
  const migrations = (shape.migrations ?? []).slice(version - 1, shape.version - 1);
  const content = migrations.reduce((earlier, migrate) => migrate(earlier), { value, bytes });
  return shape.decode(content);
}

async function readIfThere(file: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    // A bad sector is damage: there may be another generation.
    if (isCode(error, 'EIO')) throw error;
    throw new Fault('file-unreadable', { file: name, reason: reasonOf(error) }, error);
  }
}
