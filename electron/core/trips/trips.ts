import { Fault } from '../../contract/failures';
import { fold } from '../../contract/fold';
import type { Trip, TripEstimate, TripPlan, TripSummary } from '../../contract/trips';
import type { Announcer } from '../announcer';
import { digest } from '../articles/digest';
import type { Log } from '../log';
import { feedRecord, titleOf } from '../store/feed-records';
import type { Part } from '../store/layout';
import type { Store } from '../store/store';
import { type PackedArticle, type TripRecord, tripRecord, withTrip } from '../store/trips-data';
import { choose, estimateOf, type Matching } from './choose';
import { type KeepArticle, Packer, tripIn } from './packer';
import { readArticlesBack } from './read-back';
import { failureOf, summaryOf } from './trip-summary';

export interface TripsPorts {
  store: Store;
  now: () => number;
  log: Log;
  announcer: Announcer;
  matching: Matching;
  keepArticle: KeepArticle;
  isOnline: () => boolean;
}

/** What the reader packs for a time without a network. */
export class Trips {
  readonly #ports: TripsPorts;
  readonly #packer: Packer;
  #isClosed = false;
  #held: { of: object; ids: ReadonlySet<string> } | null = null;

  constructor(ports: TripsPorts) {
    this.#ports = ports;
    this.#packer = new Packer({
      ...ports,
      progress: (id) => this.#progress(id),
      packed: async (id) => void (await this.verify(id)),
    });
  }

  list(): TripSummary[] {
    return this.#ports.store.trips.data.trips.map((trip) => this.#summary(trip));
  }

  /** A trip with what could not be packed. Throws the Fault 'unknown-trip'. */
  open(id: string): Trip {
    const trip = this.#packer.latest(tripIn(this.#ports.store, id));
    const failed = trip.articles.filter(({ is }) => is === 'failed');
    return { ...this.#summary(trip), failures: failed.map((article) => this.#failure(article)) };
  }

  /** What a plan comes to. Asks nobody. */
  async estimate(plan: TripPlan): Promise<TripEstimate> {
    const { store, matching } = this.#ports;
    return estimateOf(await choose(store, matching, plan), this.#speed());
  }

  /** Writes a trip down and begins to pack it. Throws Fault 'trip-empty', 'trip-name-taken' or 'library-unwritable'. */
  async pack(name: string, plan: TripPlan): Promise<TripSummary> {
    const { store, matching, now } = this.#ports;
    const { shares } = await choose(store, matching, plan);
    if (shares.length === 0) throw new Fault('trip-empty');
    this.#checkName(name, null);
    const trip: TripRecord = {
      id: digest(name, String(now()), String(Math.random())),
      name,
      plan,
      made: now(),
      phase: 'packing',
      verified: null,
      ms: 0,
      articles: shares.map(({ id }) => waiting(id)),
    };
    await store.trips.change((data) => ({ ...data, trips: [trip, ...data.trips] }));
    return this.#goOn(trip.id);
  }

  async pause(id: string): Promise<TripSummary> {
    await this.#halt(id);
    return this.#told(id);
  }

  async resume(id: string): Promise<TripSummary> {
    await this.#change(id, ({ phase }) => (phase === 'paused' ? { phase: 'packing' } : {}));
    return this.#goOn(id);
  }

  /** What waits is no longer of the trip; null when there is nothing else. */
  async cancel(id: string): Promise<TripSummary | null> {
    await this.pause(id);
    await this.#change(id, ({ articles }) => ({
      articles: articles.filter(({ is }) => is !== 'waiting'),
      phase: 'packed',
    }));
    if (!tripIn(this.#ports.store, id).articles.some(({ is }) => is === 'ready')) {
      await this.release(id);
      return null;
    }
    return this.verify(id);
  }

  /** Packs again what failed: all, or these. */
  async retry(id: string, only: readonly string[] | null): Promise<TripSummary> {
    const chosen = only && new Set(only);
    const isAgain = (article: PackedArticle): boolean =>
      article.is === 'failed' && (chosen === null || chosen.has(article.id));
    const { phase: before } = tripIn(this.#ports.store, id);
    await this.pause(id);
    await this.#change(id, ({ articles }) => ({
      articles: articles.map((article) => (isAgain(article) ? waiting(article.id) : article)),
      phase: articles.some(isAgain) ? 'packing' : before,
    }));
    return this.#goOn(id);
  }

  /** Reads all that is packed back from the disk. What cannot be read is looked after, so that it can be packed again. */
  async verify(id: string): Promise<Trip> {
    const { store, now } = this.#ports;
    const { headers, folder } = store;
    // It is read back once it is packed.
    if (tripIn(store, id).phase === 'packing') return this.open(id);
    const partOf = (articleId: string): Part | null => {
      const header = headers.get(articleId);
      return header ? { feedId: header.feedId, n: header.segment } : null;
    };
    const ready = tripIn(store, id).articles.filter(({ is }) => is === 'ready');
    const wrong = await readArticlesBack({ folder, partOf, isOver: () => this.#isClosed }, ready);
    // The library is about to be another's.
    if (this.#isClosed) return this.open(id);
    const parts = new Map<string, Part>();
    for (const articleId of wrong.keys()) {
      const part = partOf(articleId);
      if (part) parts.set(`${part.feedId}-${part.n}`, part);
    }
    for (const part of parts.values()) await store.repair(part);
    await this.#change(id, ({ articles }) => ({
      verified: now(),
      articles: articles.map((article) => {
        const why = wrong.get(article.id);
        return why ? { ...article, is: 'failed', failure: { code: why.code, detail: why.detail } } : article;
      }),
    }));
    await this.#told(id);
    return this.open(id);
  }

  /** Throws the Fault 'trip-name-taken'. */
  async rename(id: string, name: string): Promise<TripSummary> {
    this.#checkName(name, id);
    await this.#change(id, () => ({ name }));
    return this.#told(id);
  }

  /** It ends when the reader says so. */
  async keep(id: string): Promise<TripSummary> {
    await this.#change(id, ({ plan }) => ({ plan: { ...plan, until: null } }));
    return this.#told(id);
  }

  /** Ends a trip: nothing of it is held any more. */
  async release(id: string): Promise<void> {
    const { store, announcer } = this.#ports;
    tripIn(store, id);
    await this.#halt(id);
    await store.trips.change((data) => ({ ...data, trips: data.trips.filter((trip) => trip.id !== id) }));
    announcer.announce('trips.changed', {});
  }

  /** Throws the Fault 'unknown-trip'. */
  nameOf(id: string): string {
    return tripIn(this.#ports.store, id).name;
  }

  /** The articles of a trip that are here, in their order. Throws the Fault 'unknown-trip'. */
  readyIn(id: string): string[] {
    return tripIn(this.#ports.store, id).articles.flatMap((article) => (article.is === 'ready' ? article.id : []));
  }

  /** Whether an article is packed for any trip: it is never cleaned up, and its pictures are never let go. */
  holds = (articleId: string): boolean => {
    const { data } = this.#ports.store.trips;
    if (this.#held?.of !== data) {
      const ids = data.trips.flatMap(({ articles }) => articles.map(({ id }) => id));
      this.#held = { of: data, ids: new Set(ids) };
    }
    return this.#held.ids.has(articleId);
  };

  /** Goes on with what is to be packed, if there is a way to the network. */
  wake(): void {
    this.#packer.wake();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#packer.close();
  }

  /** Stops at once; what is to be packed says so before anything else could begin with it again. */
  async #halt(id: string): Promise<void> {
    const { trips } = this.#ports.store;
    tripIn(this.#ports.store, id);
    trips.note((data) => withTrip(data, id, ({ phase }) => (phase === 'packing' ? { phase: 'paused' } : {})));
    await this.#packer.stop(id);
    await trips.save();
  }

  #goOn(id: string): Promise<TripSummary> {
    this.#packer.wake();
    return this.#told(id);
  }

  async #told(id: string): Promise<TripSummary> {
    this.#ports.announcer.announce('trips.changed', {});
    return this.#summary(tripIn(this.#ports.store, id));
  }

  #progress(id: string): void {
    const trip = tripRecord(this.#ports.store.trips.data, id);
    if (trip) this.#ports.announcer.announce('trip.progress', this.#summary(trip));
  }

  #summary(trip: TripRecord): TripSummary {
    return summaryOf(this.#packer.latest(trip), this.#ports.now(), this.#packer.waitsFor);
  }

  #failure(article: PackedArticle): Trip['failures'][number] {
    const { headers, core } = this.#ports.store;
    const header = headers.get(article.id);
    const feed = feedRecord(core.data, header?.feedId ?? '');
    return {
      id: article.id,
      title: header?.title ?? '',
      feedId: header?.feedId ?? '',
      feedTitle: feed ? titleOf(feed) : '',
      level: article.level,
      failure: failureOf(article),
    };
  }

  /** Of the last packing, else of the last refreshes; null where nothing was measured. */
  #speed(): number | null {
    const { trips, activity } = this.#ports.store;
    if (trips.data.speed !== null) return trips.data.speed;
    const [bytes, ms] = activity.data.events.reduce<[number, number]>(
      ([all, time], event) => (event.bytes > 0 ? [all + event.bytes, time + event.ms] : [all, time]),
      [0, 0],
    );
    return ms > 0 ? (bytes / ms) * 1000 : null;
  }

  #checkName(name: string, except: string | null): void {
    const { trips } = this.#ports.store.trips.data;
    const isTaken = trips.some((trip) => trip.id !== except && fold(trip.name) === fold(name));
    if (isTaken) throw new Fault('trip-name-taken', { name });
  }

  async #change(id: string, change: (trip: TripRecord) => Partial<TripRecord>): Promise<void> {
    tripIn(this.#ports.store, id);
    await this.#ports.store.trips.change((data) => withTrip(data, id, change));
  }
}

const waiting = (id: string): PackedArticle => ({
  id,
  is: 'waiting',
  level: 'feed',
  bytes: 0,
  pictures: 0,
  failure: null,
});
