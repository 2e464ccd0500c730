import { Worker } from 'node:worker_threads';
import { Fault } from '../../contract/failures';
import type { Finder } from './finder';
import type { FinderAnswer, FinderOrder } from './finder-worker';

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/**
 * Finds in a thread of its own, which starts with the first call. `script` is the built {@link ./finder-worker.ts}. When
 * the thread dies, everything that waits is rejected, and so is what comes after it.
 */
export function startFinder(script: URL): Finder {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;
  let end: Error | null = null;

  const giveUp = (reason: Error): void => {
    end = reason;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const settle = ({ n, result }: FinderAnswer): void => {
    const one = waiting.get(n);
    waiting.delete(n);
    if (waiting.size === 0) worker?.unref();
    if (result.ok) one?.resolve(result.value);
    else one?.reject(new Fault(result.failure.code, result.failure.detail));
  };
  const started = (): Worker => {
    if (worker) return worker;
    worker = new Worker(script);
    worker
      .on('message', settle)
      .on('error', giveUp)
      .on('exit', () => giveUp(new Fault('cancelled')));
    return worker;
  };
  const call =
    <Name extends keyof Finder>(name: Name) =>
    (...input: Parameters<Finder[Name]>): ReturnType<Finder[Name]> =>
      new Promise<unknown>((resolve, reject) => {
        if (end) return reject(end);
        const n = ++count;
        waiting.set(n, { resolve, reject });
        started().ref();
        worker?.postMessage({ n, call: name, input } satisfies FinderOrder);
      }) as ReturnType<Finder[Name]>;

  return {
    open: call('open'),
    number: call('number'),
    add: call('add'),
    remove: call('remove'),
    find: call('find'),
    havePhrases: call('havePhrases'),
    snippets: call('snippets'),
    save: call('save'),
    async close() {
      end = new Fault('cancelled');
      await worker?.terminate();
    },
  };
}
