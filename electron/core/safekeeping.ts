import type { BackupReason, BackupSummary, OpenedArchive, SavedArchive } from '../contract/backups';
import { toFailure } from '../contract/failures';
import type { Chosen } from './archive/archived-library';
import { openArchive } from './archive/open-archive';
import { saveArchive } from './archive/save-archive';
import type { Log } from './log';
import { backUp } from './store/backup/backups';
import { isBackupDue } from './store/backup/kept-backups';
import { prepareRestore } from './store/backup/restore';
import type { Store } from './store/store';
import { Turns } from './store/turns';

const AFTER_A_FAILURE_MS = 3_600_000;

interface Ports {
  store: Store;
  now: () => number;
  log: Log;
}

/** Backups, restores and archives of an open library, one at a time. */
export class Safekeeping {
  readonly #ports: Ports;
  readonly #turns = new Turns(1);
  /** When to look again whether a daily backup is due. */
  #nextLook = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Throws Fault 'library-damaged' or 'library-unwritable'. */
  backUp(reason: BackupReason): Promise<BackupSummary> {
    return this.#turns.take(() => this.#backUp(reason));
  }

  /** Makes the first backup of the day of a library in which anything is. That it failed is only noted, and tried again. */
  backUpIfDue(): Promise<void> {
    return this.#turns.take(() => this.#backUpIfDue());
  }

  /** Throws what {@link prepareRestore} throws. */
  prepareRestore(name: string): Promise<void> {
    const { store, now } = this.#ports;
    return this.#turns.take(() => prepareRestore(store, name, now()));
  }

  /** Throws the Fault 'archive-unwritable'. */
  saveArchive(file: string, chosen: Chosen): Promise<SavedArchive> {
    const { store, now } = this.#ports;
    return this.#turns.take(() => saveArchive(store, chosen, file, now()));
  }

  /** Backs the library up before it changes. Throws what {@link openArchive} and a backup throw. */
  openArchive(file: string): Promise<OpenedArchive> {
    const { store, now } = this.#ports;
    const verified = () => this.#backUp('before-import');
    return this.#turns.take(() => openArchive(store, { file, now: now(), verified }));
  }

  /** Waits for what is on its way. */
  close(): Promise<void> {
    return this.#turns.settled();
  }

  #backUp(reason: BackupReason): Promise<BackupSummary> {
    const { store, now } = this.#ports;
    return backUp(store, { reason, now: now() });
  }

  async #backUpIfDue(): Promise<void> {
    const { store, now, log } = this.#ports;
    if (now() < this.#nextLook || store.core.data.feeds.length === 0) return;
    try {
      if (await isBackupDue(store.folder, now())) await this.#backUp('daily');
      this.#nextLook = tomorrow(now());
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      log.warn('The daily backup was not made', { code, message });
      this.#nextLook = now() + AFTER_A_FAILURE_MS;
    }
  }
}

function tomorrow(now: number): number {
  const day = new Date(now);
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}
