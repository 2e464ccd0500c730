import { Fault } from '../../contract/failures';
import { allDone } from './all-done';
import type { Core } from './core-data';
import { withFeeds } from './feed-records';
import type { IndexFiles } from './index-files';
import type { Journal } from './journal';
import type { LibraryFile } from './library-file';
import { reasonOf } from './system-error';

const QUIET_MS = 5_000;
const AGAIN_MS = 30_000;
/** Half a million articles marked at once; read again in a tenth of a second. */
const MOST_JOURNALED = 8_000_000;

/** A file that knows whether it is up to date. */
interface Saved {
  readonly isDirty: boolean;
  readonly isMirrored: boolean;
  save(): Promise<void>;
  mirror(): Promise<void>;
}

interface Checkpointed {
  folder: string;
  journal: Journal;
  index: IndexFiles;
  core: LibraryFile<Core>;
  /** The other files that have a second generation. */
  others: readonly Saved[];
  /** Told of what could not be written; the journal still has it, and it is tried again. */
  failed(error: unknown): void;
}

/**
 * Writes what the journal holds into the index files, when nothing has happened for a while or much has. A journal is
 * deleted only when both generations of every file know what it says, so that any one damaged file loses nothing.
 */
export class Checkpoints {
  readonly #parts: Checkpointed;
  /** The journal that was ended by the checkpoint before. */
  #before = 0;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #isDue = false;

  constructor(parts: Checkpointed) {
    this.#parts = parts;
  }

  /** Something was journaled: a checkpoint comes when it is quiet, or now when there is much. */
  due(): void {
    this.#isDue = true;
    if (this.#running) return;
    if (this.#parts.journal.length > MOST_JOURNALED) this.#runLater(0);
    else this.#runLater(QUIET_MS);
  }

  /** Writes everything now. Throws the Fault 'library-unwritable'. */
  async run(): Promise<void> {
    while (this.#running) await this.#running.catch(() => {});
    this.#isDue = false;
    this.#running = this.#write();
    try {
      await this.#running;
    } finally {
      this.#running = null;
      // What came meanwhile is in the journal only.
      if (this.#isDue) this.due();
    }
  }

  /** Writes everything, twice: nothing is left for the journal. Throws the Fault 'library-unwritable'. */
  async runTwice(): Promise<void> {
    await this.run();
    // The second makes the other generations of what the first has written, and deletes the journals before it.
    await this.run();
  }

  /** No more checkpoints come by themselves. */
  stop(): void {
    this.#cancel();
    this.#isStopped = true;
  }

  #runLater(ms: number): void {
    this.#cancel();
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.run().catch((error: unknown) => {
        this.#parts.failed(error);
        this.#runLater(AGAIN_MS);
      });
    }, ms);
    this.#timer.unref();
  }

  #cancel(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    try {
      await this.#writeFiles();
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault('library-unwritable', { folder: this.#parts.folder, reason: reasonOf(error) }, error);
    }
  }

  async #writeFiles(): Promise<void> {
    const { journal, index, core, others } = this.#parts;
    const ended = await journal.rotate();
    const files = this.#files();
    const stale = files.filter((file) => !file.isMirrored && !file.isDirty);
    const saves = [...others, ...index.all()].filter((file) => file.isDirty);
    await allDone(saves.map((file) => file.save()));
    this.#listFiles(index.written());
    await core.save();
    // Also of those that have changed meanwhile: what the journal before says of them is on the disk.
    for (const file of stale) await file.mirror();
    await journal.forget(this.#before);
    this.#before = ended;
  }

  #files(): Saved[] {
    return [this.#parts.core, ...this.#parts.others, ...this.#parts.index.all()];
  }

  /** The list of files in core is there to tell a missing file from one that never was: it follows the files. */
  #listFiles(written: ReadonlyMap<string, number>): void {
    const isListed = this.#parts.core.data.feeds.every(({ id, shards }) => shards >= (written.get(id) ?? 0));
    if (isListed) return;
    this.#parts.core.note((core) =>
      withFeeds(core, (feed) => ({ ...feed, shards: Math.max(feed.shards, written.get(feed.id) ?? 0) })),
    );
  }
}
