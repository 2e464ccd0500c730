import type { Part } from './layout';
import type { LibraryFile } from './library-file';

/** Opens a part's file; one that must exist and does not is damage. */
export type OpenSegment<Segment extends object> = (part: Part, mustExist: boolean) => Promise<LibraryFile<Segment>>;

interface Held<Segment extends object> {
  file: Promise<LibraryFile<Segment>>;
  users: number;
}

const MOST_UNUSED = 20;

const keyOf = ({ feedId, n }: Part): string => `${feedId}-${n}`;

/** The parts' files in memory: those in use and the ones used last. There is never a second copy of one. */
export class SegmentCache<Segment extends object> {
  readonly #open: OpenSegment<Segment>;
  /** By name, the one used last at the end. */
  readonly #held = new Map<string, Held<Segment>>();

  constructor(open: OpenSegment<Segment>) {
    this.#open = open;
  }

  /** Opens a segment and holds it until `use` is done. Throws what opening throws. */
  async use<T>(part: Part, mustExist: boolean, use: (file: LibraryFile<Segment>) => T | Promise<T>): Promise<T> {
    const name = keyOf(part);
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
    this.#held.delete(keyOf(part));
  }

  /** A segment that cannot be opened is tried anew the next time. */
  async #opened(name: string, held: Held<Segment>): Promise<LibraryFile<Segment>> {
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
