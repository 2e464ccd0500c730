import { setImmediate } from 'node:timers/promises';

const LONG_MS = 10;

/** Long work cut into slices, so that whoever clicks in between is not kept waiting. */
export class Slices {
  readonly #longMs: number;
  #began = performance.now();

  constructor(longMs = LONG_MS) {
    this.#longMs = longMs;
  }

  /** True when the slice at hand has lasted long enough. */
  get isLong(): boolean {
    return performance.now() - this.#began > this.#longMs;
  }

  /** Lets everything else run first. */
  async next(): Promise<void> {
    await setImmediate();
    this.#began = performance.now();
  }
}
