import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import { linesIn, toLine } from './journal-lines';
import type { JournalRecord } from './journal-records';
import { journalFile, journalsIn } from './layout';
import { syncFolder } from './replace-file';
import { isCode, reasonOf } from './system-error';

const NOTHING = Buffer.alloc(0);

/** A change that is visible already and not yet durable. */
interface Pending {
  line: Buffer;
  /** Takes it back; called newest first, since each builds on the ones before. */
  undo: () => void;
  settle: (error: Fault | null) => void;
}

export interface JournalOptions {
  /** The library's. */
  folder: string;
  /** Throws when nothing may be written. */
  mayWrite(): void;
  /** Told of every change that has become durable. */
  committed(): void;
}

/** What was found in the journals of a library. */
export interface Journaled {
  records: unknown[];
  /** Records that can no longer be read, by file. */
  damaged: { file: string; records: number }[];
}

/**
 * The small changes since the index files were last written, in files of one line a change. A change resolves when it is
 * synced; those that come while others are being synced go together. One that cannot be written is taken back.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #folder: string;
  #number: number;
  #handle: FileHandle | null = null;
  /** How much of the file is good. */
  #length = 0;
  /** False after an error: what is in the file beyond `#length` is unknown, and a sync proves nothing any more. */
  #isSound = true;
  #waiting: Pending[] = [];
  #writing: Promise<void> | null = null;

  private constructor(options: JournalOptions, number: number) {
    this.#options = options;
    this.#folder = options.folder;
    this.#number = number;
  }

  /** Reads the journals of a library; new changes go to a file of their own. Throws the Fault 'file-unreadable'. */
  static async open(options: JournalOptions): Promise<{ journal: Journal; found: Journaled }> {
    const { folder } = options;
    const found: Journaled = { records: [], damaged: [] };
    const numbers = await journalsIn(folder);
    for (const number of numbers) {
      const { records, damaged } = linesIn(await read(folder, journalFile(number)));
      for (const record of records) found.records.push(record);
      if (damaged > 0) found.damaged.push({ file: journalFile(number), records: damaged });
    }
    return { journal: new Journal(options, (numbers.at(-1) ?? 0) + 1), found };
  }

  /** How many bytes of changes lie in the file at hand. */
  get length(): number {
    return this.#length;
  }

  /** Makes a change durable that is visible already. Throws the Fault 'library-unwritable', then it was taken back. */
  commit(record: JournalRecord, undo: () => void): Promise<void> {
    return this.#enqueue(toLine(record), undo);
  }

  /** Resolves when every change so far is durable; rejects when one of them is taken back. */
  async barrier(): Promise<void> {
    if (this.#writing) await this.#enqueue(NOTHING, () => {});
  }

  /** Resolves when everything that was committed before is durable or refused. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** Begins a new file; answers the number of the one before, which changes no more. */
  rotate(): Promise<number> {
    return this.#betweenWrites(async () => {
      if (!this.#isSound) await this.#mend();
      const before = this.#number++;
      await this.#close();
      return before;
    });
  }

  /** Deletes the files up to a number: what they say is in the index files, twice. */
  async forget(upTo: number): Promise<void> {
    for (const number of await journalsIn(this.#folder)) {
      if (number <= upTo) await rm(path.join(this.#folder, journalFile(number)), { force: true });
    }
  }

  close(): Promise<void> {
    return this.#betweenWrites(() => this.#close());
  }

  /** Does something to the file while nothing is written; what is committed meanwhile waits for it. */
  async #betweenWrites<T>(task: () => Promise<T>): Promise<T> {
    while (this.#writing) await this.#writing;
    const doing = task();
    this.#writing = doing.then(
      () => this.#writeAll(),
      () => this.#writeAll(),
    );
    return doing;
  }

  #enqueue(line: Buffer, undo: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, undo, settle: (error) => (error ? reject(error) : resolve()) });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    // Whatever comes in this turn of the loop goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#append(joined(group.map(({ line }) => line)));
        for (const { settle } of group) settle(null);
        this.#options.committed();
      } catch (error) {
        this.#takeBack([...group, ...this.#waiting], error);
      }
    }
    this.#writing = null;
  }

  /** All that waits was made on top of what failed. */
  #takeBack(changes: readonly Pending[], error: unknown): void {
    this.#waiting = [];
    for (const { undo } of [...changes].reverse()) undo();
    const reason = { folder: this.#folder, reason: reasonOf(error) };
    const fault = error instanceof Fault ? error : new Fault('library-unwritable', reason, error);
    for (const { settle } of changes) settle(fault);
  }

  async #append(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    this.#options.mayWrite();
    const handle = await this.#soundFile();
    this.#isSound = false;
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, this.#length + from);
      if (bytesWritten === 0) throw new Error('nothing more can be written');
      from += bytesWritten;
    }
    await handle.datasync();
    this.#isSound = true;
    this.#length += bytes.length;
  }

  async #soundFile(): Promise<FileHandle> {
    if (!this.#isSound) await this.#mend();
    if (this.#handle) return this.#handle;
    const handle = await open(this.#path, 'w', 0o600);
    try {
      // The file itself must be found again after a power cut, not only what is in it.
      await syncFolder(this.#folder);
    } catch (error) {
      await handle.close();
      throw error;
    }
    this.#length = 0;
    this.#handle = handle;
    return handle;
  }

  /** Cuts off what is left of a change that failed, and begins a new file. */
  async #mend(): Promise<void> {
    const [file, length] = [this.#path, this.#length];
    // The old handle may belong to a drive that was away meanwhile: whatever it says does not matter any more.
    await this.#handle?.close().catch(() => {});
    this.#handle = null;
    await cutOff(file, length);
    this.#number++;
    this.#length = 0;
    this.#isSound = true;
  }

  get #path(): string {
    return path.join(this.#folder, journalFile(this.#number));
  }

  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    this.#length = 0;
    await handle?.close();
  }
}

/** A copy only where there is more than one. */
const joined = ([first = NOTHING, ...more]: Buffer[]): Buffer =>
  more.length > 0 ? Buffer.concat([first, ...more]) : first;

async function cutOff(file: string, length: number): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    try {
      await handle.truncate(length);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

async function read(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, file));
  } catch (error) {
    throw new Fault('file-unreadable', { file, reason: reasonOf(error) }, error);
  }
}
