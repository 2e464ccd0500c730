import { type Failure, Fault, failure, isOfOneArticle, toFailure } from '../../contract/failures';
import type { OfflineLevel } from '../../contract/model';
import type { TripPause } from '../../contract/trips';
import type { Log } from '../log';
import { allDone } from '../store/all-done';
import type { Store } from '../store/store';
import { type PackedArticle, type TripRecord, tripRecord, withTrip } from '../store/trips-data';

/** What of one article is here. */
interface KeptArticle {
  level: OfflineLevel;
  /** Of its pictures. */
  bytes: number;
  pictures: number;
  /** Why it is not as it was wanted. */
  failure: Failure | null;
}

/** Keeps one article. Throws only what stands in the way of every article, and 'unknown-article'. */
export type KeepArticle = (id: string, level: 'text' | 'full', signal: AbortSignal) => Promise<KeptArticle>;

export interface PackerPorts {
  store: Store;
  log: Log;
  keepArticle: KeepArticle;
  isOnline: () => boolean;
  /** Of a trip something became known. */
  progress(id: string): void;
  /** All of a trip was tried. */
  packed(id: string): Promise<void>;
}

interface Run {
  trip: TripRecord;
  stop: AbortController;
  articles: Map<string, PackedArticle>;
  done: Promise<void>;
}

/** More than the keeper asks for at once, so that a slow host does not hold up the others. */
const AT_ONCE = 32;
/** So often an article is tried again when others stopped what was asked for. */
const MOST_STOPPED = 5;
const SAVE_MS = 1_000;

/**
 * Packs one trip after the other. What is to be done is told by the trips themselves: after a crash the last few articles
 * are looked at again, and what is here is not fetched.
 */
export class Packer {
  readonly #ports: PackerPorts;
  #run: Run | null = null;
  #waitsFor: TripPause | null = null;
  #isClosed = false;

  constructor(ports: PackerPorts) {
    this.#ports = ports;
  }

  /** Why packing stands still; null while it goes on, or nothing is to be packed. */
  get waitsFor(): TripPause | null {
    return this.#waitsFor;
  }

  /** A trip as far as it has come. */
  latest(trip: TripRecord): TripRecord {
    return trip.phase !== 'packed' && this.#run?.trip.id === trip.id
      ? { ...trip, articles: [...this.#run.articles.values()] }
      : trip;
  }

  /** Goes on with what is to be packed, if anything is. */
  wake(): void {
    const { store, isOnline, progress } = this.#ports;
    if (this.#isClosed || this.#run || store.isReadOnly) return;
    const trip = store.trips.data.trips.findLast(({ phase }) => phase === 'packing');
    if (!trip) return;
    this.#waitsFor = isOnline() ? null : 'offline';
    if (this.#waitsFor) {
      progress(trip.id);
      return;
    }
    const stop = new AbortController();
    const articles = new Map(trip.articles.map((article) => [article.id, article]));
    const run: Run = { trip, stop, articles, done: Promise.resolve() };
    this.#run = run;
    run.done = this.#pack(run).finally(() => {
      this.#run = null;
      progress(trip.id);
      if (this.#waitsFor === null) this.wake();
    });
  }

  /** Stops packing this trip, and waits until nothing of it runs. */
  async stop(id: string): Promise<void> {
    if (this.#run?.trip.id !== id) return;
    this.#run.stop.abort(new Fault('cancelled'));
    await this.#run.done;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#run) await this.stop(this.#run.trip.id);
  }

  async #pack(run: Run): Promise<void> {
    const { store, log, packed } = this.#ports;
    const { id } = run.trip;
    const began = performance.now();
    try {
      // Without it nobody knows whether there is room.
      if (store.pictures.bytes === null) await store.collectPictures();
      const fetched = await this.#articles(run);
      const ms = performance.now() - began;
      const isDone = ![...run.articles.values()].some(({ is }) => is === 'waiting');
      await this.#save(run, ms, isDone && fetched > 0 ? (fetched / ms) * 1000 : null);
      if (!isDone) return;
      await store.trips.change((data) => withTrip(data, id, () => ({ phase: 'packed' })));
      await packed(id);
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      log.error(message, { code });
      // It would fail again at once; the reader goes on with it.
      store.trips.note((data) => withTrip(data, id, () => ({ phase: 'paused' })));
    }
  }

  /** Tries all that waits; answers how many bytes were fetched. */
  async #articles(run: Run): Promise<number> {
    const { headers } = this.#ports.store;
    const { plan } = run.trip;
    const queue = inTurns(
      [...run.articles.values()].filter(({ is }) => is === 'waiting'),
      (id) => headers.get(id)?.feedId,
    );
    const stopped = new Map<string, number>();
    let taken = [...run.articles.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    let fetched = 0;
    let saved = performance.now();
    const fatal: Fault[] = [];
    const note = (article: PackedArticle): void => {
      run.articles.set(article.id, article);
      taken += article.bytes;
      this.#ports.progress(run.trip.id);
    };
    const halt = (fault: Fault): void => {
      const { code } = fault.failure;
      const isOffline = code === 'offline' || code === 'working-offline';
      if (!run.stop.signal.aborted) {
        this.#waitsFor = isOffline ? 'offline' : code === 'pictures-full' ? 'full' : null;
        if (this.#waitsFor === null) fatal.push(fault);
      }
      run.stop.abort(new Fault('cancelled'));
    };
    const each = async (): Promise<void> => {
      for (let next = queue.shift(); next && !run.stop.signal.aborted; next = queue.shift()) {
        if (plan.bytes !== null && taken >= plan.bytes) {
          note({ ...next, is: 'failed', failure: { code: 'trip-is-full', detail: {} } });
          continue;
        }
        try {
          const before = headers.get(next.id)?.offline;
          const article = await this.#one(next, plan.level, run.stop.signal);
          if (before !== article.level) fetched += article.bytes;
          note(article);
        } catch (thrown) {
          const times = (stopped.get(next.id) ?? 0) + 1;
          stopped.set(next.id, times);
          const fault =
            thrown instanceof Fault ? thrown : new Fault(toFailure(thrown).code, toFailure(thrown).detail, thrown);
          // Whoever else uses the same queue may have stopped it; that says nothing of this article.
          if (fault.failure.code === 'cancelled' && !run.stop.signal.aborted && times < MOST_STOPPED) queue.push(next);
          else halt(fault);
        }
        if (performance.now() - saved > SAVE_MS) {
          saved = performance.now();
          await this.#save(run, 0, null);
        }
      }
    };
    await allDone(Array.from({ length: AT_ONCE }, each));
    const [worst] = fatal;
    if (worst) throw worst;
    return fetched;
  }

  async #one(article: PackedArticle, wanted: 'text' | 'full', signal: AbortSignal): Promise<PackedArticle> {
    const { id } = article;
    try {
      const kept = await this.#ports.keepArticle(id, wanted, signal);
      const isReady =
        kept.level === wanted || kept.level === 'full' || (kept.failure === null && kept.level !== 'feed');
      const why = isReady ? null : (kept.failure ?? failure('trip-text-missing'));
      return {
        id,
        is: isReady ? 'ready' : 'failed',
        level: kept.level,
        pictures: kept.pictures,
        bytes: kept.bytes + (await this.#textBytes(id)),
        failure: why && { code: why.code, detail: why.detail },
      };
    } catch (thrown) {
      const { code } = toFailure(thrown);
      if (!isOfOneArticle(code)) throw thrown;
      const why = failure(code === 'unknown-article' ? 'trip-article-gone' : 'trip-text-damaged');
      return { ...article, is: 'failed', failure: { code: why.code, detail: why.detail } };
    }
  }

  async #textBytes(id: string): Promise<number> {
    const { headers, bodies } = this.#ports.store;
    const header = headers.get(id);
    if (!header) return 0;
    return (await bodies.packed({ feedId: header.feedId, n: header.segment }, id)).byteLength;
  }

  async #save({ trip: { id }, articles }: Run, ms: number, speed: number | null): Promise<void> {
    const { trips } = this.#ports.store;
    await trips.change((data) => ({
      ...withTrip(data, id, (trip) => ({ articles: [...articles.values()], ms: trip.ms + ms })),
      speed: speed ?? data.speed,
    }));
  }
}

/** The same articles, one of each feed in turn, so that the first of them are not all of one host. */
function inTurns(articles: readonly PackedArticle[], feedOf: (id: string) => string | undefined): PackedArticle[] {
  const rounds = new Map<string, number>();
  const placed = articles.map((article) => {
    const feed = feedOf(article.id) ?? '';
    const round = rounds.get(feed) ?? 0;
    rounds.set(feed, round + 1);
    return { article, round };
  });
  return placed.sort((a, b) => a.round - b.round).map(({ article }) => article);
}

/** The trip of this identifier. Throws the Fault 'unknown-trip'. */
export function tripIn(store: Store, id: string): TripRecord {
  const trip = tripRecord(store.trips.data, id);
  if (!trip) throw new Fault('unknown-trip', { id });
  return trip;
}
