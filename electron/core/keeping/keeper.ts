import { isDeepStrictEqual } from 'node:util';
import { type FailureCode, Fault, failure, toFailure } from '../../contract/failures';
import type { KeepingPause, KeepingState, OfflineLevel } from '../../contract/model';
import type { ArticlePicture, MissedPage } from '../../contract/reading';
import type { Announcer } from '../announcer';
import type { Log } from '../log';
import type { Network } from '../network';
import { RefreshQueue } from '../refresh-queue';
import { allDone } from '../store/all-done';
import type { FeedRecord } from '../store/core-data';
import { feedRecord, followed } from '../store/feed-records';
import type { StoredHeader } from '../store/stored-header';
import { pictureAt } from './article-pictures';
import { FeedKeeper } from './feed-keeper';
import type { PicturePorts } from './feed-pictures';
import type { FetchingPorts } from './fetch-picture';
import type { KeptArticle } from './keep-article';
import { makeRoom } from './room';

export interface KeeperPorts extends FetchingPorts {
  log: Log;
  network: Network;
  announcer: Announcer;
  /** What the system says of the network; undefined when it says nothing. */
  isOnline: () => boolean | undefined;
  isOpen: (id: string) => boolean;
  /** Packed for a trip: its pictures stay whatever the room. */
  isPinned: (id: string) => boolean;
  /** Told which articles have more text or pictures than before. */
  kept: (ids: readonly string[]) => void;
  /** Resolves once no refresh runs: what is new goes first. */
  untilQuiet: () => Promise<void>;
}

const IDLE: KeepingState = { running: false, done: 0, total: 0, pictures: 0, bytes: 0, pause: null };
const FEEDS_AT_ONCE = 6;
/** So long ago a server may have answered for the network to be there still. */
const RECENTLY_MS = 60_000;

/** How much of a feed's articles is kept by itself. */
const levelFor = (feed: FeedRecord, forAll: OfflineLevel): OfflineLevel => feed.keep ?? forAll;

/**
 * Fetches what belongs to the articles, behind all else: after a refresh, for what is opened, and for what was missed. What
 * is missing is told by the library itself, so a restart or a crash goes on where it was.
 */
export class Keeper {
  readonly #ports: KeeperPorts;
  readonly #queue = new RefreshQueue();
  readonly #feeds: FeedKeeper;
  readonly #waiting = new Set<string>();
  #state = IDLE;
  #running: Promise<void> | null = null;
  #isStarted = false;
  #isStopped = false;
  #isClosed = false;
  /** One feed found that all must stop. */
  #room: Promise<void> = Promise.resolve();
  #isHalted = false;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#feeds = new FeedKeeper(this.#picturePorts(), {
      isOpen: ports.isOpen,
      found: (articles) => this.#tell({ running: true, total: this.#state.total + articles }),
      kept: (ids) => this.#kept(ids),
      iconCame: () => ports.announcer.announce('feeds.changed', {}),
    });
  }

  get state(): KeepingState {
    return this.#state;
  }

  /** Begins, and goes on by itself from then on. */
  start(): void {
    this.#isStarted = true;
    this.wake();
  }

  /** Looks after these feeds, or all: something may be missing there now. */
  wake(feedIds = followed(this.#ports.store.core.data).map(({ id }) => id)): void {
    if (!this.#isStarted || this.#isClosed || this.#isStopped || this.#ports.store.isReadOnly) return;
    for (const id of feedIds) this.#waiting.add(id);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#waiting.size > 0 && !this.#isHeld && this.#state.pause === null) this.wake([]);
    });
  }

  /** The network is there again: what it was to blame for is asked for at once. */
  networkReturned(): void {
    this.#feeds.tryAllAgain();
    this.wake();
  }

  /** Stops what runs and what waits, until {@link resume}. */
  stop(): void {
    this.#isStopped = true;
    this.#queue.cancel();
    this.#tell({ pause: 'stopped' });
  }

  resume(): void {
    this.#isStopped = false;
    this.#tell({ pause: null });
    this.wake();
  }

  /** An article is being read: its pictures are the first that are wanted. */
  opened({ id, feedId }: StoredHeader): void {
    this.#feeds.wantFirst(id);
    const others = [...this.#waiting].filter((other) => other !== feedId);
    this.#waiting.clear();
    this.wake([feedId, ...others]);
  }

  /** The pictures of an article as the window shows it: those of its sanitised text, else its lead picture. */
  async picturesOf({ feedId, segment, picture }: StoredHeader, html: string): Promise<ArticlePicture[]> {
    const { store, work } = this.#ports;
    const inText = html.includes('<img') ? await work.findPictures(html) : [];
    const part = await store.pictures.part({ feedId, n: segment });
    const feed = feedRecord(store.core.data, feedId);
    const isWanted = feed !== undefined && levelFor(feed, store.settings.data.keep) === 'full';
    const comes = isWanted && this.#isStarted && this.#state.pause === null;
    const shown = inText.length === 0 && picture !== null ? [picture] : inText;
    return shown.map((url) => pictureAt(part, url, comes));
  }

  /**
   * Fetches one picture of an article, or all that are not here, and keeps them. Answers how many came. Throws the Fault of
   * the first that did not, 'unknown-article', or 'pictures-full'.
   */
  async load(id: string, url: string | null): Promise<number> {
    const { kept, failure } = await this.#feeds.load(id, url);
    this.#kept([id]);
    if (kept === 0 && failure) throw new Fault(failure.code, failure.detail);
    return kept;
  }

  /**
   * Keeps one article whole, its pictures too where the level is 'full', and says what is here then. What its page or a
   * server does is the `failure`; only what stands in the way of every article is thrown: the Faults 'unknown-article',
   * 'cancelled', 'offline', 'working-offline', 'pictures-full' and those of the library.
   */
  async keepArticle(id: string, level: 'text' | 'full', signal: AbortSignal): Promise<KeptArticle> {
    const kept = await this.#feeds.keepArticle(id, { level }, signal);
    this.#kept([id]);
    return kept;
  }

  /**
   * Fetches the page of one article anew and keeps what it says, and its pictures where those of its feed are kept. Throws
   * the Fault of the page, and those of {@link keepArticle}.
   */
  async getWhole(id: string, signal: AbortSignal): Promise<void> {
    const { store, network } = this.#ports;
    const header = store.headers.get(id);
    const feed = feedRecord(store.core.data, header?.feedId ?? '');
    if (!header || !feed) throw new Fault('unknown-article', { id });
    if (network.state.byHand) throw new Fault('working-offline');
    if (!network.state.online) throw new Fault('offline', { url: header.link ?? '' });
    const level = levelFor(feed, store.settings.data.keep) === 'full' ? 'full' : 'text';
    await this.#feeds.keepArticle(id, { level, anew: true }, signal);
    this.#kept([id]);
    const missed = (await store.pictures.part({ feedId: feed.id, n: header.segment })).missedPages.get(id);
    if (missed) throw new Fault(missed.code as FailureCode, missed.detail);
  }

  /** What of an article's texts is not here and why, as the window hears of it; null when nothing was in the way. */
  async missedPage({ id, feedId, segment, hash }: StoredHeader): Promise<MissedPage | null> {
    const missed = (await this.#ports.store.pictures.part({ feedId, n: segment })).missedPages.get(id);
    if (missed?.hash !== hash) return null;
    return { ...failure(missed.code as FailureCode, missed.detail), next: missed.next };
  }

  /** A file that was asked for is missing or damaged: it is asked for again. */
  async lost(id: string): Promise<void> {
    const { store } = this.#ports;
    const header = store.headers.get(id);
    if (!header || store.isReadOnly) return;
    await store.repair({ feedId: header.feedId, n: header.segment });
    this.opened(header);
  }

  /** Stops, and waits until nothing runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#queue.cancel();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { store, log, network } = this.#ports;
    this.#tell({ done: 0, total: 0, pictures: 0, bytes: 0 });
    let pause: KeepingPause | null = null;
    this.#isHalted = false;
    try {
      if (store.pictures.bytes === null) await store.collectPictures();
      if (!network.state.online) throw new Fault('offline', { url: '' });
      // Others may have come while the last of them was being written.
      while (this.#waiting.size > 0 && !this.#isHeld) {
        await allDone(Array.from({ length: FEEDS_AT_ONCE }, () => this.#eachFeed()));
        await store.core.change((core) => core);
      }
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      pause = code === 'offline' || code === 'working-offline' ? 'offline' : code === 'pictures-full' ? 'full' : null;
      if (pause === null && code !== 'cancelled') log.error(message, { code });
    }
    this.#tell({ running: false, pause: this.#isStopped ? 'stopped' : pause });
  }

  get #isHeld(): boolean {
    return this.#isClosed || this.#isStopped || this.#isHalted;
  }

  /** One feed after the other, until there is none left or one of them finds that it must stop. */
  async #eachFeed(): Promise<void> {
    for (const feedId of this.#waiting) {
      if (this.#isHeld) return;
      this.#waiting.delete(feedId);
      try {
        await this.#ports.untilQuiet();
        await this.#feeds.keep(feedId);
      } catch (thrown) {
        const isFirst = !this.#isHalted;
        this.#isHalted = true;
        this.#waiting.add(feedId);
        this.#queue.cancel();
        // The others stop because of this one.
        if (isFirst) throw thrown;
      }
    }
  }

  #picturePorts(): PicturePorts {
    const { store, network, isOnline, isOpen, isPinned } = this.#ports;
    const isHeld = (id: string): boolean => isOpen(id) || isPinned(id);
    return {
      ...this.#ports,
      inTurn: (host, task) => this.#queue.run(host, task),
      // One after the other: who comes next finds the room that was made.
      makeRoom: () => {
        const room = this.#room.catch(() => {}).then(() => makeRoom(store, store.settings.data.pictureBytes, isHeld));
        this.#room = room;
        return room;
      },
      came: (bytes) => {
        network.answered();
        this.#tell({ pictures: this.#state.pictures + 1, bytes: this.#state.bytes + bytes });
      },
      unreached: (fault) => {
        if (isOnline() !== false && network.answeredWithin(RECENTLY_MS)) return;
        throw new Fault('offline', { url: String(fault.failure.detail.host ?? '') }, fault);
      },
    };
  }

  #kept(ids: readonly string[]): void {
    const { announcer, isOpen } = this.#ports;
    this.#ports.kept(ids);
    announcer.announce(ids.some(isOpen) ? 'articles.changed' : 'marks.changed', {});
    this.#tell({ done: Math.min(this.#state.total, this.#state.done + ids.length) });
  }

  #tell(change: Partial<KeepingState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    if (isDeepStrictEqual(before, this.#state)) return;
    this.#ports.announcer.announce('keeping.progress', this.#state);
  }
}
