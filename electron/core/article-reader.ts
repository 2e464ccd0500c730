import { Fault } from '../contract/failures';
import type { Article } from '../contract/model';
import type { ArticlePicture, MissedPage } from '../contract/reading';
import type { Fetch } from './fetching/fetch';
import { type Found, play, playablesOf } from './playing';
import { openArticle } from './reading/open-article';
import type { Places } from './reading/places';
import { feedRecord } from './store/feed-records';
import type { Store } from './store/store';
import type { StoredHeader } from './store/stored-header';
import type { Secrets } from './subscriptions/secrets';
import { wayTo } from './subscriptions/way';
import type { Work } from './work/work';

interface Options {
  store: Store;
  work: Work;
  fetch: Fetch;
  secrets: Secrets;
  places: Places;
  /** The pictures of an article, and that it is being read. */
  pictures: {
    picturesOf(header: StoredHeader, html: string): Promise<ArticlePicture[]>;
    opened(header: StoredHeader): void;
    /** Why its page's text is not here. */
    missedPage(header: StoredHeader): Promise<MissedPage | null>;
  };
}

/** What a player asks for: the article, the number of what it plays in it, and the part. */
export interface MediaRequest {
  id: string;
  n: number;
  /** The Range header. */
  range: string | null;
  signal: AbortSignal;
}

/** The article that is being read: its text, where the reader was in it, and what plays in it. */
export class ArticleReader {
  readonly #parts: Options;
  #opened: string | null = null;
  /** Of the article that was opened last: a player asks for one thing again and again, part by part. */
  #playables: { id: string; found: Found[] } | null = null;

  constructor(parts: Options) {
    this.#parts = parts;
  }

  isOpen(id: string): boolean {
    return id === this.#opened;
  }

  get opened(): string | null {
    return this.#opened;
  }

  /** Throws Fault 'unknown-article' or 'text-lost'. */
  async open(id: string): Promise<Article> {
    const isNew = this.#opened !== id;
    this.#opened = id;
    const article = await this.#load(id);
    const header = this.#parts.store.headers.get(id);
    if (isNew && header) this.#parts.pictures.opened(header);
    return article;
  }

  async #load(id: string): Promise<Article> {
    const { store, work, places, pictures } = this.#parts;
    const article = await openArticle(store, (html, base) => work.sanitise(html, base), id);
    const found = playablesOf(article);
    this.#playables = { id, found };
    const { place, heard } = places.of(id);
    const header = store.headers.get(id);
    const texts = `${article.html}\n${article.other?.html ?? ''}`;
    const shown = header ? await pictures.picturesOf({ ...header, picture: article.picture }, texts) : [];
    return {
      ...article,
      place,
      pictures: shown,
      missedPage: header ? await pictures.missedPage(header) : null,
      playables: found.map(({ kind, url }) => ({ kind, url, at: heard[url] ?? 0 })),
    };
  }

  /** Throws the Fault 'not-playable' where the article has nothing of this number. */
  async keepHeard(id: string, n: number, seconds: number | null): Promise<void> {
    this.#parts.places.keepHeard(id, (await this.#playable(id, n)).url, seconds);
  }

  /**
   * What plays under this number of an article, as a stream; nothing else can be fetched this way. Throws the Faults of
   * {@link play}.
   */
  async play({ id, n, range, signal }: MediaRequest): Promise<Response> {
    const found = await this.#playable(id, n);
    const { store, fetch, secrets } = this.#parts;
    const feed = feedRecord(store.core.data, store.headers.get(id)?.feedId ?? '');
    if (!feed) throw new Fault('unknown-article', { id });
    const { route } = wayTo(feed, store.settings.data.proxy, secrets);
    return play(found, { fetch, route, feed: feed.address, range, signal });
  }

  async #playable(id: string, n: number): Promise<Found> {
    if (this.#playables?.id !== id) await this.#load(id);
    const found = this.#playables?.id === id ? this.#playables.found[n] : undefined;
    if (!found) throw new Fault('not-playable', { host: id, type: String(n) });
    return found;
  }
}
