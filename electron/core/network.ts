import type { NetworkState } from '../contract/model';
import type { Core } from './store/core-data';
import type { LibraryFile } from './store/library-file';

/** Whether there is a network, and since when there is none: kept, so that it survives a restart. */
export class Network {
  readonly #core: LibraryFile<Core>;
  readonly #now: () => number;
  readonly #changed: () => void;
  readonly #isShut: () => boolean;
  #lastAnswer = Number.NEGATIVE_INFINITY;

  /** `isShut` tells whether the reader wants none at all. */
  constructor(core: LibraryFile<Core>, now: () => number, changed: () => void, isShut: () => boolean) {
    this.#core = core;
    this.#now = now;
    this.#changed = changed;
    this.#isShut = isShut;
  }

  get state(): NetworkState {
    const { offlineSince } = this.#core.data;
    const byHand = this.#isShut();
    return { online: offlineSince === null && !byHand, byHand, offlineSince };
  }

  /** Whether any server answered within the last `ms`. */
  answeredWithin(ms: number): boolean {
    return this.#now() - this.#lastAnswer < ms;
  }

  /** A server answered, whatever it said. */
  answered(): void {
    this.#lastAnswer = this.#now();
    this.returned();
  }

  /** There is a network again. */
  returned(): void {
    if (this.state.offlineSince !== null) this.#set(null);
  }

  /** There is none. */
  lost(): void {
    if (this.state.offlineSince === null) this.#set(this.#now());
  }

  #set(offlineSince: number | null): void {
    this.#core.note((core) => ({ ...core, offlineSince }));
    this.#changed();
  }
}
