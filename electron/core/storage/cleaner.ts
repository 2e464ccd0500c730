import type { CleanUp, Removable, StorageReport } from '../../contract/model';
import { hasLimit } from '../../contract/settings';
import { pageName } from '../articles/page-name';
import { type Expiring, isKept, type RetentionRules } from '../articles/retention';
import type { Store } from '../store/store';
import { diskSpace, type MeasureDisk } from './disk-space';
import { survey } from './survey';

const DAY_MS = 86_400_000;

export interface CleanerPorts {
  store: Store;
  now: () => number;
  measure: MeasureDisk;
  /** Each may say that an article must stay, whatever the limits are. */
  protections: readonly ((id: string) => boolean)[];
  /** What each trip takes. */
  trips(): StorageReport['trips'];
  /** Told as soon as articles are gone, and again once their bytes are. */
  changed: () => void;
}

/** Removes what the reader's limits leave no room for, and says before what that is. */
export class Cleaner {
  readonly #ports: CleanerPorts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: CleanerPorts) {
    this.#ports = ports;
  }

  /** What the library takes, and what a clean-up would remove now. Throws the Fault 'file-unreadable'. */
  async report(): Promise<StorageReport> {
    const { store, measure, trips } = this.#ports;
    const { kinds, feeds, expiring } = await survey(store, this.#rules());
    const whole = (feed: (typeof feeds)[number]) => ({ ...feed, removable: rounded(feed.removable) });
    return {
      bytes: kinds,
      feeds: feeds.map(whole),
      trips: trips().map(({ id, name, articles, bytes }) => ({ id, name, articles, bytes })),
      removable: rounded(sumOf(expiring)),
      disk: await diskSpace(measure, store.folder),
    };
  }

  /**
   * Removes for good, one clean-up after the other. Throws the Fault 'library-unwritable'; what was removed by then stays
   * removed.
   */
  cleanUp(): Promise<CleanUp> {
    const next = this.#last.then(() => this.#cleanUp());
    this.#last = next.catch(() => {});
    return next;
  }

  /** Cleans up unless it was done today. Only a refresh moves its clock: what goes offline could not be fetched again. */
  async cleanUpDaily(): Promise<void> {
    const { settings, core } = this.#ports.store;
    if (!hasLimit(settings.data.retention)) return;
    const { nextCleanUp, lastRefresh } = core.data;
    if (nextCleanUp === null) await this.postpone();
    else if (lastRefresh !== null && lastRefresh >= nextCleanUp) await this.cleanUp();
  }

  /** Leaves a day until the next clean-up by itself: a limit set by a slip of the hand can be put right. */
  async postpone(): Promise<void> {
    const { store, now } = this.#ports;
    await store.core.change((core) => ({ ...core, nextCleanUp: now() + DAY_MS }));
  }

  async #cleanUp(): Promise<CleanUp> {
    const { store, changed } = this.#ports;
    const { expiring } = await survey(store, this.#rules());
    await this.postpone();
    // Nothing is awaited between this last look and the removal.
    const ids = this.#stillExpiring(expiring);
    if (ids.length === 0) return { removed: 0, bytes: 0 };
    const removed = await store.headers.drop(ids, pageName);
    changed();
    const { bytes } = await store.tidy();
    changed();
    return { removed, bytes };
  }

  /** Without what the reader has opened or bookmarked while the library was looked through. */
  #stillExpiring(expiring: readonly Expiring[]): string[] {
    const rules = this.#rules();
    return expiring.flatMap(({ id }) => {
      const row = this.#ports.store.headers.get(id);
      return row && !isKept(row, rules) ? id : [];
    });
  }

  #rules(): RetentionRules {
    const { store, now, protections } = this.#ports;
    return {
      policy: store.settings.data.retention,
      now: now(),
      isProtected: (id) => protections.some((protects) => protects(id)),
    };
  }
}

function sumOf(expiring: readonly Expiring[]): Removable {
  return { articles: expiring.length, bytes: expiring.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const rounded = ({ articles, bytes }: Removable): Removable => ({ articles, bytes: Math.round(bytes) });
