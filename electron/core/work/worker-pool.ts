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

/** Pictures fill memory that WebAssembly never gives back: their thread ends when none has come for so long. */
const REST_MS = 5_000;

const MOST_WORKERS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** Tasks in some threads, first come, first served. */
class Crew {
  readonly #hands: Hand[];
  readonly #idle: Hand[];
  readonly #waiting: ((hand: Hand) => void)[] = [];

  constructor(hands: Hand[]) {
    this.#hands = hands;
    this.#idle = [...hands];
  }

  async take(): Promise<Hand> {
    return this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(hand: Hand): void {
    const next = this.#waiting.shift();
    if (next) next(hand);
    else this.#idle.push(hand);
  }

  /** Ends the threads that have nothing to do. */
  rest(): void {
    for (const hand of this.#idle) hand.rest();
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.close()));
  }
}

/**
 * Work in threads, first come, first served; pictures in one of their own, since a large one takes a second, and whoever
 * clicks must not wait for it. `script` is the built {@link ./worker.ts}. A task that takes too long or
 * kills its thread fails alone, with the Fault `malformed` (`not-opml` for a list, `no-article` for a page).
 */
export function startWorkers(script: URL, options: WorkerOptions = {}): Work {
  const { workers = MOST_WORKERS, timeoutMs = 10_000 } = options;
  const crew = new Crew(Array.from({ length: workers }, () => new Hand(script, timeoutMs)));
  const picturesCrew = new Crew([new Hand(script, timeoutMs)]);
  let resting: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function run<Name extends keyof Tasks>(
    task: Name,
    input: Parameters<Tasks[Name]>,
    broken: (reason: string) => Failure,
    by = crew,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    const hand = await by.take();
    try {
      if (isClosed) throw new Fault('cancelled');
      const outcome = await hand.perform({ task, input } satisfies Order, broken);
      if (outcome.ok) return (await whole(outcome.value, outcome.items)) as Awaited<ReturnType<Tasks[Name]>>;
      throw new Fault(isClosed ? 'cancelled' : outcome.failure.code, outcome.failure.detail);
    } finally {
      by.release(hand);
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
    findPictures: (html) => run('findPictures', [html], malformed(null)),
    findIcons: (bytes, options) => run('findIcons', [bytes, options], malformed(options.url)),
    async preparePicture(bytes, options) {
      clearTimeout(resting);
      try {
        const broken = () => failure('not-a-picture', { url: options.url });
        return await run('preparePicture', [bytes, options], broken, picturesCrew);
      } finally {
        resting = setTimeout(() => picturesCrew.rest(), REST_MS).unref();
      }
    },
    readOpml: (bytes) => run('readOpml', [bytes], (reason) => failure('not-opml', { reason })),
    sanitise: (html, base) => run('sanitise', [html, base], malformed(base)),
    async close() {
      isClosed = true;
      clearTimeout(resting);
      await Promise.all([crew.close(), picturesCrew.close()]);
    },
  };
}
