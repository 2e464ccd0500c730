/** A pause that doubles each time it is taken, for what may well fail again. Milliseconds. */
export class GrowingPause {
  readonly #firstMs: number;
  readonly #longestMs: number;
  #taken = 0;
  #until = 0;

  constructor(firstMs: number, longestMs: number) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
  }

  /** How many there have been since it last ended. */
  get taken(): number {
    return this.#taken;
  }

  /** False while it lasts. A clock that is set back does not make it longer. */
  isOver(now: number): boolean {
    return now >= this.#until || this.#until - now > this.#longestMs;
  }

  /** Takes the next pause, from now on. */
  take(now: number): void {
    this.#until = now + Math.min(this.#firstMs * 2 ** this.#taken++, this.#longestMs);
  }

  /** The reason is gone: there is no pause, and the next one is short again. */
  end(): void {
    this.#taken = 0;
    this.#until = 0;
  }
}
