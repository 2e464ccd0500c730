import { Worker } from 'node:worker_threads';
import type { Failure } from '../../contract/failures';
import type { Order, Outcome } from './order';

/** A thread's share of memory: many times what the largest feed needs. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/**
 * One thread, which does one task at a time. It starts with its first task and stays; when it overran or died, the next
 * task gets a new one.
 */
export class Hand {
  readonly #script: URL;
  readonly #timeoutMs: number;
  #worker: Worker | null = null;

  constructor(script: URL, timeoutMs: number) {
    this.#script = script;
    this.#timeoutMs = timeoutMs;
  }

  /** Does the task; `broken` says what it means that the thread could not, and is given the reason in words. */
  perform(order: Order, broken: (reason: string) => Failure): Promise<Outcome> {
    const worker = this.#ready();
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', die).off('exit', exit);
        // A thread that waits for work must not hold up the end of the program.
        worker.unref();
        resolve(outcome);
      };
      const fail = (reason: string): void => {
        this.#drop(worker);
        settle({ ok: false, failure: broken(reason) });
      };
      const die = (error: Error): void => fail(`reading it failed: ${error.message}`);
      const exit = (): void => fail('reading it was broken off');
      const timer = setTimeout(() => fail('it took too long to read'), this.#timeoutMs);
      worker.on('message', settle).on('error', die).on('exit', exit);
      worker.ref();
      send(worker, order);
    });
  }

  /** Ends the thread, and with it all the memory that it took; the next task gets a new one. Only between tasks. */
  rest(): void {
    if (this.#worker) this.#drop(this.#worker);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ready(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#script, { resourceLimits: LIMITS });
    worker.on('exit', () => this.#drop(worker));
    // Without a listener an error between two tasks would end the program; the exit that follows says enough.
    worker.on('error', () => this.#drop(worker));
    this.#worker = worker;
    return worker;
  }

  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}

/** Bytes are handed over; copied before where the caller may still want to look at them in another way. */
function send(worker: Worker, { task, input }: Order): void {
  const isGiven = task === 'readArticles';
  const owned: ArrayBuffer[] = [];
  const given = input.map((value) => {
    if (!(value instanceof Uint8Array)) return value;
    const isWhole = isGiven && value.byteLength === value.buffer.byteLength;
    const copy = isWhole && value.buffer instanceof ArrayBuffer ? new Uint8Array(value.buffer) : new Uint8Array(value);
    owned.push(copy.buffer);
    return copy;
  });
  worker.postMessage({ task, input: given } satisfies Order, owned);
}
