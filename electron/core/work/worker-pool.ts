import { availableParallelism } from 'node:os';
import { type Failure, Fault, failure } from '../../contract/failures';
import { unpacked } from './batches';
import { Hand } from './hand';
import type { Order, Outcome } from './order';
import type { Tasks } from './tasks';
import type { ReadArticle, ReadFeed, ReadItem, Work } from './work';

export interface WorkerOptions {
  /** How many threads at most; one fewer than there are cores, and no more than two, unless told otherwise. */
  workers?: number;
  /** For each task, once it runs. */
  timeoutMs?: number;
}

/** A feed with the items that came beside it; any other answer as it is. */
const whole = async (value: unknown, items: Outcome['items']): Promise<unknown> =>
  items === undefined ? value : { ...(value as ReadFeed), items: await unpacked<ReadItem | ReadArticle>(items) };

const MOST_WORKERS = Math.max(1, Math.min(2, availableParallelism() - 1));

/**
 * Work in threads, first come, first served. `script` is the built {@link ./worker.ts}. A task that takes too long or
 * kills its thread fails alone, with the Fault `malformed` (`not-opml` for a list, `no-article` for a page).
 */
export function startWorkers(script: URL, options: WorkerOptions = {}): Work {
  const { workers = MOST_WORKERS, timeoutMs = 10_000 } = options;
  const hands = Array.from({ length: workers }, () => new Hand(script, timeoutMs));
  const idle = [...hands];
  const waiting: ((hand: Hand) => void)[] = [];
  let isClosed = false;

  const freeHand = async (): Promise<Hand> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve));

  function release(hand: Hand): void {
    const next = waiting.shift();
    if (next) next(hand);
    else idle.push(hand);
  }

  async function run<Name extends keyof Tasks>(
    task: Name,
    input: Parameters<Tasks[Name]>,
    broken: (reason: string) => Failure,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    const hand = await freeHand();
    try {
      if (isClosed) throw new Fault('cancelled');
      const outcome = await hand.perform({ task, input } satisfies Order, broken);
      if (outcome.ok) return (await whole(outcome.value, outcome.items)) as Awaited<ReturnType<Tasks[Name]>>;
      throw new Fault(isClosed ? 'cancelled' : outcome.failure.code, outcome.failure.detail);
    } finally {
      release(hand);
    }
  }

  const malformed = (url: string | null) => (reason: string) =>
    failure('malformed', { url: url ?? 'This text', reason });

  return {
    readFeed: (bytes, options) => run('readFeed', [bytes, options], malformed(options.url)),
    readArticles: (bytes, options, origin) => run('readArticles', [bytes, options, origin], malformed(options.url)),
    findFeedLinks: (bytes, options) => run('findFeedLinks', [bytes, options], malformed(options.url)),
    extractPage: (bytes, options, memory) =>
      run('extractPage', [bytes, options, memory], (reason) =>
        failure('no-article', { url: options.url ?? 'This page', reason }),
      ),
    readOpml: (bytes) => run('readOpml', [bytes], (reason) => failure('not-opml', { reason })),
    sanitise: (html, base) => run('sanitise', [html, base], malformed(base)),
    async close() {
      isClosed = true;
      await Promise.all(hands.map((hand) => hand.close()));
    },
  };
}
