import path from 'node:path';
import { Low } from 'lowdb';
import { Fault } from '../../contract/failures';
import { setAside } from './replace-file';
import { type SafeFileOptions, SafeJSONFile, setAsidePath } from './safe-json-file';

export interface OpenOptions<T> extends Omit<SafeFileOptions<T>, 'refused'> {
  /** What a file that is not there yet holds. */
  initial: T;
  /** Whether its absence is damage: something else says that it was written. */
  mustExist: boolean;
  /** Told when a change that was already visible had to be taken back. */
  refused?: () => void;
}

/**
 * One file of the library as a lowdb database. Its data is immutable: a change puts new data in its place, is visible
 * at once, and is taken back, with every change made on top of it, when it cannot be written. (The blocks of the index are
 * changed in place and taken back by the journal; they are only saved here.)
 */
export class LibraryFile<T extends object> {
  readonly #low: Low<T>;
  readonly #adapter: SafeJSONFile<T>;
  /** What need not be on the disk, because its absence says the same. */
  #nothing: T | null = null;

  private constructor({ initial, mustExist: _, refused, ...options }: OpenOptions<T>) {
    const takeBack = (kept: T | null): void => {
      this.#low.data = kept ?? initial;
      refused?.();
    };
    this.#adapter = new SafeJSONFile<T>({ ...options, refused: takeBack });
    this.#low = new Low(this.#adapter, initial);
  }

  /** Reads the file, or starts it with `initial`. Throws what {@link SafeJSONFile.read} throws. */
  static async open<T extends object>(options: OpenOptions<T>): Promise<LibraryFile<T>> {
    const file = new LibraryFile(options);
    await file.#low.read();
    // lowdb keeps the initial data when there is no file, and would write it over what was lost.
    if (options.mustExist && file.data === options.initial) {
      throw new Fault('library-damaged', { file: options.file, reason: 'it is missing' });
    }
    return file;
  }

  /**
   * Opens a file that the reader can do without: one that cannot be read is put aside, told to `recovered`, and started
   * anew. Throws the Fault 'file-unreadable'.
   */
  static async openOrStart<T extends object>(options: Omit<OpenOptions<T>, 'mustExist'>): Promise<LibraryFile<T>> {
    try {
      const file = await LibraryFile.open({ ...options, mustExist: false });
      file.#nothing = options.initial;
      return file;
    } catch (error) {
      if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
      const { folder, file, mayWrite, recovered } = options;
      mayWrite?.();
      await setAside(path.join(folder, file), setAsidePath(folder, file));
      recovered(file, `${error.failure.detail.reason}; it was put aside and started anew`);
      return LibraryFile.start(options);
    }
  }

  /** Starts a file that is known not to be there. */
  static start<T extends object>(options: Omit<OpenOptions<T>, 'mustExist'>): LibraryFile<T> {
    return new LibraryFile({ ...options, mustExist: false });
  }

  get data(): T {
    return this.#low.data;
  }

  /** The version that was read; null when there was no file, or only a damaged one. */
  get versionFound(): number | null {
    return this.#adapter.versionFound;
  }

  /** True when the file does not say what the data says. */
  get isDirty(): boolean {
    if (this.data === this.#nothing && !this.isWritten) return false;
    return this.#adapter.isDirty(this.#low.data);
  }

  /** Changes the data and resolves once it is durable. Throws the Fault 'library-unwritable', then nothing has changed. */
  change(next: (data: T) => T): Promise<void> {
    this.note(next);
    return this.save();
  }

  /** Changes the data in memory only: for what a crash may lose. The next {@link change} writes it too. */
  note(next: (data: T) => T): void {
    this.#low.data = next(this.#low.data);
  }

  /** Writes what was changed. Throws the Fault 'library-unwritable'. */
  save(): Promise<void> {
    return this.#low.write();
  }

  /** True when the file is there, and not only in memory. */
  get isWritten(): boolean {
    return this.#adapter.isWritten;
  }

  /** Whether the kept generation says the same as the file. */
  get isMirrored(): boolean {
    return this.#adapter.isMirrored;
  }

  /** Makes it so. Throws the Fault 'library-unwritable'. */
  mirror(): Promise<void> {
    return this.#adapter.mirror();
  }
}
