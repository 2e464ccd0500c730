import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/failures';
import { packed } from './batches';
import type { Order, Outcome } from './order';
import { type Tasks, tasks } from './tasks';
import type { ReadFeed } from './work';

async function perform({ task, input }: Order): Promise<Outcome> {
  try {
    if (task === 'readFeed') return withItemsBeside(await tasks.readFeed(...(input as Parameters<Tasks['readFeed']>)));
    const run = tasks[task] as (...input: unknown[]) => Promise<unknown>;
    return { ok: true, value: await run(...input) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

const withItemsBeside = (feed: ReadFeed): Outcome => ({
  ok: true,
  value: { ...feed, items: [] },
  items: packed(feed.items),
});

// perform() turns every error into its outcome, so nothing is lost by not waiting.
parentPort?.on('message', (order: Order) => void perform(order).then(answer));

function answer(outcome: Outcome): void {
  parentPort?.postMessage(outcome, outcome.items?.map(({ buffer }) => buffer) ?? []);
}
