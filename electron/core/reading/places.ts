import type { ReadingPlace } from '../../contract/reading';
import type { LibraryFile } from '../store/library-file';
import type { ArticlePlaces, Places as Stored } from '../store/places-data';

const MOST_ARTICLES = 2_000;
const MOST_HEARD = 50;
const WRITE_AFTER_MS = 5_000;

interface Options {
  /** False where the library can only be read: places last until it is closed. */
  isKept: boolean;
  /** Told when they could not be written; they are written with the next. */
  failed(error: unknown): void;
}

/** Where the reader stopped in articles that are partly read or heard. Written when it is quiet, and at the end. */
export class Places {
  readonly #file: LibraryFile<Stored>;
  readonly #options: Options;
  #timer: NodeJS.Timeout | null = null;

  constructor(file: LibraryFile<Stored>, options: Options) {
    this.#file = file;
    this.#options = options;
  }

  of(id: string): ArticlePlaces {
    return this.#file.data.articles.find((article) => article.id === id) ?? { id, place: null, heard: {} };
  }

  /** Null for an article that is read to its end, or not begun. */
  keepPlace(id: string, place: ReadingPlace | null): void {
    this.#keep({ ...this.of(id), place });
  }

  /** In seconds; null for what was heard to its end, or not begun. */
  keepHeard(id: string, url: string, seconds: number | null): void {
    const before = this.of(id);
    const others = Object.entries(before.heard).filter(([heard]) => heard !== url);
    const heard = seconds === null ? others : [...others, [url, seconds] as const].slice(-MOST_HEARD);
    this.#keep({ ...before, heard: Object.fromEntries(heard) });
  }

  /** Nothing is written by itself any more; what is left, the store writes when it is closed. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #keep(kept: ArticlePlaces): void {
    const isBegun = kept.place !== null || Object.keys(kept.heard).length > 0;
    this.#file.note(({ articles }) => {
      const others = articles.filter(({ id }) => id !== kept.id);
      return { articles: isBegun ? [...others, kept].slice(-MOST_ARTICLES) : others };
    });
    if (this.#options.isKept) this.#writeLater();
  }

  #writeLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#file.save().catch((error: unknown) => this.#options.failed(error));
    }, WRITE_AFTER_MS).unref();
  }
}
