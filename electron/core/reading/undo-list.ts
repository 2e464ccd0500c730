import { randomBytes } from 'node:crypto';
import { Fault } from '../../contract/failures';

/** A change with the way back; both tell how many articles or feeds they changed. */
export interface Undoing {
  changed: number;
  takeBack(): Promise<number>;
}

const MOST = 50;

/** The last changes that can be undone, until Caravan is closed. */
export class UndoList {
  readonly #changes = new Map<string, Undoing['takeBack']>();

  /** Remembers the way back; answers its name beside the number of what changed. */
  remember({ changed, takeBack }: Undoing): { changed: number; undo: string } {
    const undo = randomBytes(8).toString('hex');
    this.#changes.set(undo, takeBack);
    for (const oldest of [...this.#changes.keys()].slice(0, -MOST)) this.#changes.delete(oldest);
    return { changed, undo };
  }

  /** Takes one change back, once. Throws the Fault 'unknown-undo' when it is not remembered. */
  async undo(name: string): Promise<number> {
    const takeBack = this.#changes.get(name);
    if (!takeBack) throw new Fault('unknown-undo');
    this.#changes.delete(name);
    try {
      return await takeBack();
    } catch (error) {
      // It did not happen, so it can be tried again.
      this.#changes.set(name, takeBack);
      throw error;
    }
  }
}
