import { type Failure, Fault, failure, toFailure } from '../contract/failures';
import type { RefreshReport, RefreshState } from '../contract/model';
import type { RefreshChoice } from '../contract/settings';
import type { ActivityLog } from './activity-log';
import type { Announcer } from './announcer';
import { printable } from './fetching/address';
import { GrowingPause } from './growing-pause';
import type { Log } from './log';
import type { Network } from './network';
import { type RefreshPorts, refreshFeed } from './refresh';
import { blameFor, bytesOf, isAnswer, isNetworkLost, isStopped, type Outcome, reportOn } from './refresh-outcome';
import { RefreshQueue } from './refresh-queue';
import { allDone } from './store/all-done';
import type { FeedRecord } from './store/core-data';
import { feedRecord, followed, titleOf, withFeed } from './store/feed-records';
import { afterFailure, healthiest, holdFor } from './subscriptions/health';
import { heldUntil, hostOf, withHeldHost } from './subscriptions/held-hosts';
import { isDue } from './subscriptions/schedule';
import { followedFeed } from './subscriptions/subscriptions';

export interface RefresherPorts extends RefreshPorts {
  network: Network;
  announcer: Announcer;
  log: Log;
  activity: ActivityLog;
  /** What the system says of the network; undefined when it says nothing. */
  isOnline: () => boolean | undefined;
  /** What follows a round in which a feed answered. */
  afterAnswers: () => Promise<void>;
}

/** Whether any server answered, and else why none did. */
interface Verdict {
  hasAnswer: boolean;
  failed: Failure | null;
  /** Whether something that came could not be kept. */
  isUnkept: boolean;
}

const IDLE: RefreshState = { running: false, done: 0, total: 0, failed: 0, newArticles: 0, bytes: 0 };
const PROBES = 3;
const MINUTE_MS = 60_000;
const RECENTLY_MS = MINUTE_MS;

/** Refreshes many feeds: in turn, with progress, and with a verdict on who is to blame for what failed. */
export class Refresher {
  readonly #ports: RefresherPorts;
  readonly #queue = new RefreshQueue();
  readonly #inFlight = new Map<string, Promise<Outcome>>();
  readonly #rounds = new Set<Promise<RefreshReport>>();
  /** Shorter than a minute at first, which is how often the schedule calls. */
  readonly #betweenProbes = new GrowingPause(50_000, 15 * MINUTE_MS);
  /** While nothing can be kept, what is fetched comes in vain, and what is noted of feeds is lost. */
  readonly #whileUnwritable = new GrowingPause(5 * MINUTE_MS, 60 * MINUTE_MS);
  #state = IDLE;

  constructor(ports: RefresherPorts) {
    this.#ports = ports;
  }

  get state(): RefreshState {
    return this.#state;
  }

  /**
   * Refreshes these feeds, or all that have not ended. Throws the Fault 'working-offline', 'unknown-feed' or
   * 'library-unwritable'.
   */
  async start(feedIds: readonly string[] | null): Promise<RefreshReport> {
    const { data: core } = this.#ports.store.core;
    if (this.#ports.network.state.byHand) throw new Fault('working-offline');
    const chosen = feedIds && [...new Set(feedIds)].map((id) => followedFeed(core, id));
    return this.#begin(chosen ?? followed(core).filter(({ ended }) => !ended));
  }

  /** Refreshes what is due. While there is no network, a few of the healthiest feeds find out whether there is again. */
  async refreshDue(): Promise<void> {
    const { store, network, now } = this.#ports;
    const { refreshMinutes } = store.settings.data;
    if (this.#rounds.size > 0 || network.state.byHand || !this.#whileUnwritable.isOver(now())) return;
    if (!network.state.online) await this.#probe(refreshMinutes);
    if (!network.state.online) return;
    this.#betweenProbes.end();
    const due = followed(store.core.data).filter((feed) => isDue(store.core.data, feed, refreshMinutes, now()));
    if (due.length > 0) await this.#begin(due);
  }

  /** Asks a few of the feeds that are asked by themselves, less and less often: no network may also mean dead servers. */
  async #probe(choice: RefreshChoice): Promise<void> {
    const { store, now } = this.#ports;
    const { data: core } = store.core;
    const asked = followed(core).filter(
      (feed) => (feed.minutes ?? choice) !== 0 && heldUntil(core, hostOf(feed), now()) === null,
    );
    if (asked.length === 0 || !this.#betweenProbes.isOver(now())) return;
    // Others each time: those that answered last may be the ones that are gone.
    const hosts = healthiest(asked, asked.length);
    const from = (this.#betweenProbes.taken * PROBES) % hosts.length;
    await this.#begin([...hosts.slice(from), ...hosts.slice(0, from)].slice(0, PROBES));
    this.#betweenProbes.take(now());
  }

  /** Stops what runs and what waits; what is done stays. */
  cancel(): void {
    this.#queue.cancel();
  }

  /** Resolves once nothing runs. */
  async untilIdle(): Promise<void> {
    while (this.#rounds.size > 0) await Promise.allSettled(this.#rounds);
  }

  /** Cancels, and waits until nothing runs. */
  async close(): Promise<void> {
    this.cancel();
    await Promise.allSettled(this.#rounds);
  }

  #begin(feeds: readonly FeedRecord[]): Promise<RefreshReport> {
    const round = this.#round(feeds);
    this.#rounds.add(round);
    const end = (): boolean => this.#rounds.delete(round);
    round.then(end, end);
    return round;
  }

  async #round(feeds: readonly FeedRecord[]): Promise<RefreshReport> {
    const started = performance.now();
    const own = new Set(feeds.map(({ id }) => id).filter((id) => !this.#inFlight.has(id)));
    const { running, total } = this.#state;
    this.#progress(running ? { total: total + own.size } : { ...IDLE, running: true, total: own.size });
    const outcomes = await Promise.all(
      goodFirst(feeds).map((feed) => this.#inFlight.get(feed.id) ?? this.#enqueue(feed)),
    );
    this.#judge(outcomes.filter(({ feed }) => own.has(feed.id)));
    const report = reportOn(outcomes, Math.round(performance.now() - started));
    const hasAnswer = outcomes.some(isAnswer);
    const failed = hasAnswer ? null : (outcomes.find((outcome) => outcome.failure)?.failure ?? null);
    const isUnkept = outcomes.some((outcome) => blameFor(outcome) === 'library');
    await this.#finish(report, { hasAnswer, failed, isUnkept });
    if (hasAnswer) await this.#ports.afterAnswers();
    return report;
  }

  #enqueue(feed: FeedRecord): Promise<Outcome> {
    const outcome = this.#queue
      .run(hostOf(feed), (signal) => this.#ask(feed.id, signal))
      .catch((thrown: unknown) => ({ feed, asked: false, refreshed: null, failure: toFailure(thrown), ms: 0 }))
      .then((settled) => this.#settle(settled));
    this.#inFlight.set(feed.id, outcome);
    return outcome;
  }

  /** Asks one feed, as its record is now: it may have waited long for its turn. */
  async #ask(id: string, signal: AbortSignal): Promise<Outcome> {
    const { store, now } = this.#ports;
    const feed = followedFeed(store.core.data, id);
    if (heldUntil(store.core.data, hostOf(feed), now()) !== null) {
      const held = failure('too-many-requests', { host: hostOf(feed), status: 429 });
      return { feed, asked: false, refreshed: null, failure: held, ms: 0 };
    }
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    try {
      const refreshed = await refreshFeed(this.#ports, feed, signal);
      return { feed, asked: true, refreshed, failure: null, ms: ms() };
    } catch (thrown) {
      return { feed, asked: true, refreshed: null, failure: toFailure(thrown), ms: ms() };
    }
  }

  /** Takes note of one outcome. What the network may be to blame for waits for the end of the round. */
  #settle(outcome: Outcome): Outcome {
    const { network, announcer, log } = this.#ports;
    const { feed, refreshed, failure: failed } = outcome;
    const blame = blameFor(outcome);
    this.#inFlight.delete(feed.id);
    if (isAnswer(outcome)) network.answered();
    if (blame === 'feed') this.#mark(outcome);
    if (refreshed) this.#note(outcome);
    if (blame === 'library' || failed?.code === 'unexpected') log.error(failed?.message ?? '', { feed: feed.id });
    const news = refreshed ? refreshed.added + refreshed.changed : 0;
    if (news > 0) announcer.announce('articles.changed', {});
    if (news > 0 || (refreshed && feed.trouble)) announcer.announce('feeds.changed', {});
    this.#progress({
      done: this.#state.done + 1,
      failed: this.#state.failed + (failed && !isStopped(failed) ? 1 : 0),
      newArticles: this.#state.newArticles + (refreshed?.added ?? 0),
      bytes: this.#state.bytes + bytesOf(outcome),
    });
    return outcome;
  }

  /** Decides whether feeds that could not be reached are failing or the network is gone. */
  #judge(outcomes: readonly Outcome[]): void {
    const { store, network, isOnline } = this.#ports;
    const unreached = outcomes.filter((outcome) => blameFor(outcome) === 'network');
    const wasStopped = outcomes.some(({ failure: failed }) => failed && isStopped(failed));
    if (unreached.length === 0 || wasStopped) return;
    const isLost = isNetworkLost(outcomes, {
      feeds: followed(store.core.data).filter(({ ended }) => !ended).length,
      isOnline: isOnline(),
      hasJustAnswered: network.answeredWithin(RECENTLY_MS),
    });
    if (isLost) network.lost();
    else for (const outcome of unreached) this.#mark(outcome);
  }

  #mark({ feed: { id }, failure: failed, ms }: Outcome): void {
    const { store, now, random, announcer, activity } = this.#ports;
    if (!failed) return;
    store.core.note((core) => withFeed(core, id, (feed) => afterFailure(feed, failed, now(), random())));
    const feed = feedRecord(store.core.data, id);
    if (feed) {
      const kind = feed.ended ? 'ended' : 'failed';
      activity.add({ at: now(), kind, feedId: id, title: titleOf(feed), failed: 1, ms, failure: failed });
      const hold = holdFor(failed);
      // Who answered, after all redirects, is who wants peace.
      const host = typeof failed.detail.host === 'string' ? failed.detail.host : hostOf(feed);
      if (hold !== null) store.core.note((core) => withHeldHost(core, host, now() + hold, now()));
    }
    announcer.announce('feeds.changed', {});
  }

  /** Notes what a feed brought, and that it works again or has moved. */
  #note({ feed: before, refreshed, ms }: Outcome): void {
    const { store, now, activity } = this.#ports;
    const feed = feedRecord(store.core.data, before.id);
    if (!feed || !refreshed) return;
    const of = { at: now(), feedId: feed.id, title: titleOf(feed), ms, bytes: refreshed.bytes };
    if (before.trouble) activity.add({ ...of, kind: 'works-again' });
    if (feed.address !== before.address) {
      const moved = failure('moved', { url: printable(feed.address) });
      activity.add({ ...of, kind: 'moved', failure: moved });
    }
    const { added, changed } = refreshed;
    if (added + changed > 0) activity.add({ ...of, kind: 'news', newArticles: added, changedArticles: changed });
  }

  /** Keeps what was noted of the feeds, and says that it is over when no other round runs. `reason` is why nobody answered. */
  async #finish(report: RefreshReport, { hasAnswer, failed: reason, isUnkept }: Verdict): Promise<void> {
    const { store, now, announcer, activity } = this.#ports;
    const { feeds, failed, newArticles, changedArticles, bytes, ms } = report;
    const round = { feeds, failed: failed.length, newArticles, changedArticles, bytes, ms };
    if (feeds > 1) activity.add({ at: now(), kind: 'refreshed', feedId: null, title: null, ...round, failure: reason });
    if (hasAnswer) store.core.note((core) => ({ ...core, lastRefresh: now() }));
    try {
      await allDone([store.core.change((core) => core), activity.save()]);
      if (isUnkept) this.#whileUnwritable.take(now());
      else this.#whileUnwritable.end();
    } catch (thrown) {
      this.#whileUnwritable.take(now());
      throw thrown;
    } finally {
      if (this.#rounds.size <= 1) this.#progress({ running: false });
      announcer.announce('feeds.changed', {});
    }
  }

  #progress(change: Partial<RefreshState>): void {
    this.#state = { ...this.#state, ...change };
    this.#ports.announcer.announce('refresh.progress', this.#state);
  }
}

/** Those that fail may well hang again, and would keep the others waiting. */
const goodFirst = (feeds: readonly FeedRecord[]): FeedRecord[] =>
  feeds.toSorted((one, other) => Number(one.trouble !== null) - Number(other.trouble !== null));
