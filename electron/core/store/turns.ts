/** Lets some tasks run at once and the others wait in order, so that a hundred writes do not block in one go. */
export class Turns {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  readonly #tasks = new Set<Promise<unknown>>();
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs a task when it is its turn. */
  take<T>(task: () => Promise<T>): Promise<T> {
    const taken = this.#run(task);
    this.#tasks.add(taken);
    const done = (): boolean => this.#tasks.delete(taken);
    taken.then(done, done);
    return taken;
  }

  /** Resolves once nothing runs or waits. */
  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.allSettled(this.#tasks);
  }

  async #run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running < this.#most) this.#running++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      // The turn passes on without being given back, so that no newcomer slips in between.
      if (next) next();
      else this.#running--;
    }
  }
}
