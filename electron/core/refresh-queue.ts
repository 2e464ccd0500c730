import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import { Fault } from '../contract/failures';

const AT_ONCE = 16;
const AT_ONCE_A_HOST = 2;

/** Runs tasks by host: a few at a time on each, so that no server is stormed, and not too many in all. */
export class RefreshQueue {
  readonly #all = new PQueue({ concurrency: AT_ONCE });
  readonly #hosts = new Map<string, PQueue>();
  #stop = stopOfAll();

  /** Runs a task in its turn. Rejects with the Fault 'cancelled' when {@link cancel} comes first. */
  run<T>(host: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#stop;
    const unlessStopped = async (): Promise<T> => {
      signal.throwIfAborted();
      return task(signal);
    };
    // The host's turn comes first: a task that waits for its host must not take a place from the others.
    return this.#queueOf(host).add(() => this.#all.add(unlessStopped));
  }

  /** Stops what runs and what waits. Later tasks are not touched. */
  cancel(): void {
    this.#stop.abort(new Fault('cancelled'));
    this.#stop = stopOfAll();
  }

  #queueOf(host: string): PQueue {
    let queue = this.#hosts.get(host);
    if (!queue) {
      queue = new PQueue({ concurrency: AT_ONCE_A_HOST });
      queue.once('idle', () => this.#hosts.delete(host));
      this.#hosts.set(host, queue);
    }
    return queue;
  }
}

/** Heard by each task that runs; more than ten of them are no leak. */
function stopOfAll(): AbortController {
  const stop = new AbortController();
  setMaxListeners(AT_ONCE, stop.signal);
  return stop;
}
