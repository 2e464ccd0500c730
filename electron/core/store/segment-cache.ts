import type { BodySegment } from './body-segment';
import { bodyFile, type Part } from './layout';
import type { LibraryFile } from './library-file';

export type SegmentFile = LibraryFile<BodySegment>;

/** Opens a body file; one that must exist and does not is damage. */
export type OpenSegment = (part: Part, mustExist: boolean) => Promise<SegmentFile>;

interface Held {
  file: Promise<SegmentFile>;
  users: number;
}

const MOST_UNUSED = 20;

/** The body files in memory: those in use and the ones used last. There is never a second copy of one. */
export class SegmentCache {
  readonly #open: OpenSegment;
  /** By name, the one used last at the end. */
  readonly #held = new Map<string, Held>();

  constructor(open: OpenSegment) {
    this.#open = open;
  }

  /** Opens a segment and holds it until `use` is done. Throws what opening throws. */
  async use<T>(part: Part, mustExist: boolean, use: (file: SegmentFile) => T | Promise<T>): Promise<T> {
    const name = bodyFile(part);
    const held = this.#held.get(name) ?? { file: this.#open(part, mustExist), users: 0 };
    this.#held.delete(name);
    this.#held.set(name, held);
    held.users++;
    try {
      return await use(await this.#opened(name, held));
    } finally {
      held.users--;
      this.#letGo();
    }
  }

  forget(part: Part): void {
    this.#held.delete(bodyFile(part));
  }

  /** A segment that cannot be opened is tried anew the next time. */
  async #opened(name: string, held: Held): Promise<SegmentFile> {
    try {
      return await held.file;
    } catch (error) {
      if (this.#held.get(name) === held) this.#held.delete(name);
      throw error;
    }
  }

  #letGo(): void {
    const unused = [...this.#held].filter(([, { users }]) => users === 0);
    for (const [name] of unused.slice(0, Math.max(0, unused.length - MOST_UNUSED))) this.#held.delete(name);
  }
}
