import { type Failure, Fault, isOfOneArticle, toFailure } from '../../contract/failures';
import { dateOf } from '../articles/dates';
import type { FeedRecord } from '../store/core-data';
import { feedRecord, withFeed } from '../store/feed-records';
import type { Part } from '../store/layout';
import { Slices } from '../store/slices';
import type { HeaderView, StoredHeader } from '../store/stored-header';
import { isPageAwaited, keepPages, nextPageOf, type Paged, pagedOf } from './feed-pages';
import {
  isForLater,
  keepPictures,
  levelOf,
  lookThrough,
  type PicturePorts,
  type Task,
  wantedOf,
} from './feed-pictures';
import { type KeptArticle, keepArticle, type WantedArticle } from './keep-article';
import { fetchIcon } from './site-icon';

interface Around {
  isOpen: (id: string) => boolean;
  /** So many articles more are to be looked after. */
  found: (articles: number) => void;
  /** What is here of these articles has changed. */
  kept: (ids: readonly string[]) => void;
  iconCame: () => void;
}

/** What is to be done for an article. */
interface ToDo extends Task {
  /** Its page is to be fetched first. */
  page: Paged | null;
}

/** Articles of one commit. */
const BATCH = 20;
const DAY_MS = 86_400_000;
const ICON_STAYS_MS = 30 * DAY_MS;

/** Looks after one feed at a time: which of its articles miss pictures, and its icon. */
export class FeedKeeper {
  readonly #ports: PicturePorts;
  readonly #around: Around;
  /** How each feed was when nothing more was to be done for it, and when something is again. */
  readonly #settled = new Map<string, { as: string; until: number }>();
  /** Wanted first, and also where they are read. */
  readonly #first = new Set<string>();
  /** Feeds of which all is to be tried again that the network was to blame for. */
  #retried = new Set<string>();

  constructor(ports: PicturePorts, around: Around) {
    this.#ports = ports;
    this.#around = around;
  }

  wantFirst(id: string): void {
    this.#first.add(id);
    this.#settled.delete(this.#ports.store.headers.get(id)?.feedId ?? '');
  }

  tryAllAgain(): void {
    this.#settled.clear();
    this.#retried = new Set(this.#ports.store.core.data.feeds.map(({ id }) => id));
  }

  /** Fetches what is missing of a feed. Throws the Faults that are no picture's own: 'offline', 'pictures-full', 'cancelled'. */
  async keep(feedId: string): Promise<void> {
    const { store, now } = this.#ports;
    const feed = feedRecord(store.core.data, feedId);
    const settled = this.#settled.get(feedId);
    if (!feed || (settled?.as === this.#stateOf(feed) && settled.until > now())) return;
    let again = Number.POSITIVE_INFINITY;
    for (const [part, ids] of await this.#wantedParts(feedId)) {
      again = Math.min(again, await this.#keepPart(feed, part, ids));
    }
    this.#retried.delete(feedId);
    await this.#keepIcon(feed);
    this.#settled.set(feedId, { as: this.#stateOf(feed), until: again });
  }

  /** Fetches one picture of an article, or all that are not here, whatever became of them before. */
  async load(id: string, url: string | null): Promise<{ kept: number; failure: Failure | null }> {
    const { store } = this.#ports;
    const header = store.headers.get(id);
    const feed = feedRecord(store.core.data, header?.feedId ?? '');
    if (!header || !feed) throw new Fault('unknown-article', { id });
    const part = { feedId: feed.id, n: header.segment };
    const data = await store.pictures.part(part);
    const pictures = await this.#lookedThrough(header, data.articles.get(id));
    const missing = pictures.addresses.filter((address) => !data.kept.has(address));
    const wanted = missing.filter((address) => url === null || address === url);
    // Only what the article itself names can be fetched this way.
    if (url !== null && !pictures.addresses.includes(url)) throw new Fault('not-a-picture', { url });
    const { kept, failure } = await keepPictures(this.#ports, feed, part, [{ id, pictures, wanted }]);
    return { kept, failure };
  }

  /** Fetches what is not here of one article, whatever became of it before. */
  async keepArticle(id: string, wanted: WantedArticle, signal: AbortSignal): Promise<KeptArticle> {
    const { inTurn, store } = this.#ports;
    const ports: PicturePorts = {
      ...this.#ports,
      inTurn: (host, task) =>
        inTurn(host, (own) => {
          signal.throwIfAborted();
          return task(AbortSignal.any([own, signal]));
        }),
    };
    const looked = async (header: StoredHeader): Promise<Task['pictures']> => {
      const data = await store.pictures.part({ feedId: header.feedId, n: header.segment });
      return this.#lookedThrough(header, data.articles.get(header.id));
    };
    return keepArticle(ports, looked, id, wanted);
  }

  /** Changes whenever something of a feed may want to be looked at again. */
  #stateOf({ id }: FeedRecord): string {
    const { headers, core, settings } = this.#ports.store;
    const versions = headers.blocksOf(id).reduce((sum, { version }) => sum + version, 0);
    return JSON.stringify([versions, feedRecord(core.data, id)?.keep, settings.data.keep, settings.data.pictureBytes]);
  }

  /** The articles of a feed that are looked after, by part, the newest first. */
  async #wantedParts(feedId: string): Promise<[Part, string[]][]> {
    const { headers } = this.#ports.store;
    const now = this.#ports.now();
    const slices = new Slices();
    const parts = new Map<number, { id: string; date: number }[]>();
    for (const view of headers.viewsOf(feedId)) {
      if (slices.isLong) await slices.next();
      if (!this.#isWanted(view, now)) continue;
      const date = this.#isFirst(view.id) ? Number.POSITIVE_INFINITY : dateOf(view);
      parts.set(view.segment, [...(parts.get(view.segment) ?? []), { id: view.id, date }]);
    }
    const newest = (rows: { date: number }[]): number => rows.reduce((most, { date }) => Math.max(most, date), 0);
    return [...parts]
      .sort(([, a], [, b]) => newest(b) - newest(a))
      .map(([n, rows]) => [{ feedId, n }, rows.sort((a, b) => b.date - a.date).map(({ id }) => id)]);
  }

  #isWanted = (view: HeaderView, now: number): boolean => isForLater(view, now) || this.#isFirst(view.id);
  #isFirst = (id: string): boolean => this.#first.has(id) || this.#around.isOpen(id);

  /** Answers when something is to be asked for again. */
  async #keepPart(feed: FeedRecord, part: Part, ids: readonly string[]): Promise<number> {
    const { store } = this.#ports;
    let again = Number.POSITIVE_INFINITY;
    let tasks: ToDo[] = [];
    const flush = async (): Promise<void> => {
      if (tasks.length === 0) return;
      this.#around.found(tasks.length);
      const batch = await this.#withPages(feed, part, tasks);
      tasks = [];
      const { again: next } = await keepPictures(this.#ports, feed, part, batch);
      again = Math.min(again, next ?? again);
      this.#around.kept(batch.map(({ id }) => id));
    };
    for (const id of ids) {
      const task = await this.#taskOf(feed, part, id);
      if (!task) continue;
      tasks.push(task);
      // What the reader waits for is shown as soon as it is here.
      if (tasks.length === BATCH || this.#isFirst(id)) await flush();
      this.#first.delete(id);
    }
    await flush();
    return Math.min(again, nextPageOf(await store.pictures.part(part), ids) ?? again);
  }

  /** Fetches the pages that are wanted; what is to be done after that is another for the articles whose pages came. */
  async #withPages(feed: FeedRecord, part: Part, tasks: readonly ToDo[]): Promise<Task[]> {
    const wanted = tasks.flatMap(({ page }) => page ?? []);
    if (wanted.length === 0) return [...tasks];
    await keepPages(this.#ports, feed, part, wanted);
    const anew = async (task: ToDo): Promise<Task> =>
      task.page ? ((await this.#taskOf(feed, part, task.id)) ?? task) : task;
    return Promise.all(tasks.map(anew));
  }

  /** What is to be done for an article; null when all is as it should be. */
  async #taskOf(feed: FeedRecord, part: Part, id: string): Promise<ToDo | null> {
    const { store, now } = this.#ports;
    const header = store.headers.get(id);
    if (!header || header.segment !== part.n) return null;
    const data = await store.pictures.part(part);
    const known = data.articles.get(id);
    try {
      const pictures = await this.#lookedThrough(header, known);
      const keep = feed.keep ?? store.settings.data.keep;
      const isBack = this.#retried.has(feed.id);
      const wanted = keep === 'full' ? wantedOf(data, pictures, now(), isBack) : [];
      const page = keep !== 'feed' && isPageAwaited(data, header, pictures, now(), isBack) ? pagedOf(header) : null;
      const isSo = header.offline === levelOf(data, pictures) && header.thumbnail === (pictures.thumbnail !== null);
      return pictures === known && wanted.length === 0 && !page && isSo ? null : { id, pictures, wanted, page };
    } catch (thrown) {
      // It is looked after when it is opened; the others are not to wait for it.
      if (isOfOneArticle(toFailure(thrown).code)) return null;
      throw thrown;
    }
  }

  async #lookedThrough(header: StoredHeader, known: Task['pictures'] | undefined): Promise<Task['pictures']> {
    return known?.hash === header.hash ? known : lookThrough(this.#ports, header);
  }

  /** Rarely: a site keeps its icon for years. */
  async #keepIcon({ id, icon, removed }: FeedRecord): Promise<void> {
    const { store, now } = this.#ports;
    const feed = feedRecord(store.core.data, id);
    if (!feed || removed !== null || (icon !== null && icon.next > now())) return;
    if ((feed.keep ?? store.settings.data.keep) === 'feed') return;
    const set = (name: string | null, stays: number): void =>
      store.core.note((core) => withFeed(core, id, () => ({ icon: { name, next: now() + stays } })));
    try {
      const bytes = await fetchIcon(this.#ports, feed, this.#ports.inTurn);
      const name = bytes && (await store.pictures.put(bytes));
      set(name, ICON_STAYS_MS);
      if (name) store.pictures.settle([name]);
      if (name !== (icon?.name ?? null)) this.#around.iconCame();
    } catch (thrown) {
      const isOwn = thrown instanceof Fault && !['cancelled', 'working-offline'].includes(thrown.failure.code);
      if (!isOwn) throw thrown;
      set(icon?.name ?? null, DAY_MS);
    }
  }
}
