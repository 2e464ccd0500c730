import type { Activity } from '../contract/health';
import type { Activities } from './store/activity-data';
import type { LibraryFile } from './store/library-file';

const MOST_EVENTS = 500;

const NOTHING = { feeds: 1, failed: 0, newArticles: 0, changedArticles: 0, bytes: 0, ms: 0, failure: null };

export type Happened = Pick<Activity, 'at' | 'kind' | 'feedId' | 'title'> & Partial<Activity>;

/** What happened lately, for the reader who wonders. A feed that was asked and had nothing new is no event. */
export class ActivityLog {
  readonly #file: LibraryFile<Activities>;

  constructor(file: LibraryFile<Activities>) {
    this.#file = file;
  }

  /** Takes note; it is written with {@link save}. */
  add(event: Happened): void {
    this.#file.note(({ events }) => ({ events: [...events, { ...NOTHING, ...event }].slice(-MOST_EVENTS) }));
  }

  /** The newest first; null is of all feeds. */
  list(feedId: string | null): Activity[] {
    const { events } = this.#file.data;
    return events.filter((event) => feedId === null || event.feedId === feedId).reverse();
  }

  save(): Promise<void> {
    return this.#file.save();
  }
}
