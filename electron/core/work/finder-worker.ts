import { parentPort } from 'node:worker_threads';
import { type Result, toFailure } from '../../contract/failures';
import type { Finder } from './finder';
import { finderHere } from './finder-here';

/** One call of a finder, and the answer to it. */
export interface FinderOrder {
  n: number;
  call: keyof Finder;
  input: unknown[];
}
export interface FinderAnswer {
  n: number;
  result: Result<unknown>;
}

const finder = finderHere();

async function perform({ call, input }: FinderOrder): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await (finder[call] as (...input: unknown[]) => Promise<unknown>)(...input) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

// One after the other, as they come: what was added is found by whoever asks next.
let turn: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (order: FinderOrder) => {
  turn = turn.then(async () =>
    parentPort?.postMessage({ n: order.n, result: await perform(order) } satisfies FinderAnswer),
  );
});
