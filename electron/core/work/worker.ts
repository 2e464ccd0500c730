import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/failures';
import { packed } from './batches';
import type { Order, Outcome } from './order';
import { type Tasks, tasks } from './tasks';
import type { ReadArticles, ReadFeed } from './work';

async function perform({ task, input }: Order): Promise<Outcome> {
  try {
    const run = tasks[task] as (...input: unknown[]) => Promise<unknown>;
    const value = await run(...input);
    return HAS_ITEMS.has(task) ? withItemsBeside(value as ReadFeed | ReadArticles) : { ok: true, value };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

const HAS_ITEMS: ReadonlySet<keyof Tasks> = new Set(['readFeed', 'readArticles']);

const withItemsBeside = (feed: ReadFeed | ReadArticles): Outcome => ({
  ok: true,
  value: { ...feed, items: [] },
  items: packed(feed.items),
});

// perform() turns every error into its outcome, so nothing is lost by not waiting.
parentPort?.on('message', (order: Order) => void perform(order).then(answer));

function answer(outcome: Outcome): void {
  parentPort?.postMessage(outcome, outcome.items?.map(({ buffer }) => buffer) ?? []);
}
