import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/failures';
import type { Order, Outcome } from './order';
import { tasks } from './tasks';

async function perform({ task, input }: Order): Promise<Outcome> {
  try {
    const run = tasks[task] as (...input: unknown[]) => Promise<unknown>;
    return { ok: true, value: await run(...input) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

// perform() turns every error into its outcome, so nothing is lost by not waiting.
parentPort?.on('message', (order: Order) => void perform(order).then((outcome) => parentPort?.postMessage(outcome)));
