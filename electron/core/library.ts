import { isDeepStrictEqual } from 'node:util';
import type { OpenedArchive, SavedArchive } from '../contract/backups';
import type { CallsBy, Handlers } from '../contract/calls';
import type { EventName, Events } from '../contract/events';
import { Fault, toFailure } from '../contract/failures';
import { EVERYTHING, type Filter, type Recovery } from '../contract/model';
import { ActivityLog } from './activity-log';
import { addFeed } from './add-feed';
import { Announcer } from './announcer';
import { ArticleOutput } from './article-output';
import { ArticleReader, type MediaRequest } from './article-reader';
import type { Fetch } from './fetching/fetch';
import { fetchingHandlers } from './fetching-handlers';
import { Keeper } from './keeping/keeper';
import { keepingHandlers, keptPicture, type ServedPicture, servedPicture, servedThumbnail } from './keeping-handlers';
import { type Log, silent } from './log';
import { Network } from './network';
import { NetworkGate } from './network-gate';
import { overview } from './overview';
import { placeHandlers } from './place-handlers';
import { ArticleList } from './reading/article-list';
import { CountedLibrary } from './reading/library-counts';
import { openArticle } from './reading/open-article';
import { Places } from './reading/places';
import { UndoList } from './reading/undo-list';
import { readingHandlers } from './reading-handlers';
import { Refresher } from './refresher';
import { Safekeeping } from './safekeeping';
import { Searching } from './searching';
import { stats } from './stats';
import { Cleaner } from './storage/cleaner';
import { diskSpace, type MeasureDisk, measureDisk } from './storage/disk-space';
import { listBackups } from './store/backup/kept-backups';
import { followed } from './store/feed-records';
import { openStore } from './store/store';
import { feedSummary } from './subscriptions/feed-summary';
import { type Keyring, proxyName, Secrets } from './subscriptions/secrets';
import { editFeed, followedFeed, removeFeeds } from './subscriptions/subscriptions';
import { exportFeeds, importFeeds } from './subscriptions/transfer';
import { tripHandlers } from './trip-handlers';
import { Trips } from './trips/trips';
import type { Finder } from './work/finder';
import type { Work } from './work/work';

export { listBackups } from './store/backup/kept-backups';
export { restoreLibrary } from './store/backup/restore';
export { defaultLibraryFolder, libraryIn } from './store/default-folder';
export { verifyLibrary } from './store/verify';

export interface LibraryOptions {
  /** The library's own folder; it is made when it is not there. */
  folder: string;
  fetch: Fetch;
  /** Closed with the library. */
  work: Work;
  /** Keeps passwords; without one they last as long as the library is open. */
  keyring?: Keyring;
  /** Looks up the words of articles; without one only headlines are searched. Closed with the library. */
  finder?: Finder;
  now?: () => number;
  log?: Log;
  /** What the system says about the network; without it only the feeds' answers tell. */
  isOnline?: () => boolean;
  /** The system's answer unless told otherwise. */
  measure?: MeasureDisk;
  /** Between 0 and 1: spreads retries out. */
  random?: () => number;
}

/** The only door into the core. */
export interface Library {
  handlers: Handlers<CallsBy<'core'>>;
  /** Hears an event; returns how to stop. */
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** Makes the backup of the day and refreshes what is due; called by the schedule. */
  refreshDue(): Promise<void>;
  /** Keeps what belongs to the articles from now on, behind all else; called once by whoever stays. */
  startKeeping(): void;
  /** A kept picture by its name, and the small one of an article's row; null when it is not here. */
  picture(name: string): Promise<ServedPicture | null>;
  thumbnail(articleId: string): Promise<ServedPicture | null>;
  /** The system says that the network came or went; `isOnline` tells which. */
  networkChanged(): void;
  /**
   * What plays in an article, as a stream with the status 200, 206 or 416. Throws the Fault 'unknown-article' or
   * 'not-playable', and those of the network.
   */
  play(request: MediaRequest): Promise<Response>;
  /** How one article leaves the library. */
  output: ArticleOutput;
  /** Resolves once every article can be found by its words. */
  searchable(): Promise<void>;
  /** Where an article was published, for opening it outside. */
  articleLink(id: string): Promise<string | null>;
  /**
   * Verifies a backup and prepares for going back to it: close the library then, and open it again. Throws Fault
   * 'unknown-backup', 'backup-damaged', 'backup-newer' or 'library-unwritable'; nothing was changed then.
   */
  prepareRestore(name: string): Promise<void>;
  /** Writes what passes a filter into a file that another computer opens. Throws the Fault 'archive-unwritable'. */
  saveArchive(file: string, filter: Filter): Promise<SavedArchive>;
  /**
   * Merges such a file into the library, which is backed up first. Throws Fault 'not-an-archive', 'archive-newer',
   * 'archive-damaged', 'file-unreadable' or 'library-unwritable'.
   */
  openArchive(file: string): Promise<OpenedArchive>;
  /** Looks after every text: what is damaged is put aside and asked for anew. Answers all that was mended since the opening. */
  repair(): Promise<Recovery[]>;
  /** Stops what runs, waits for what is being written and lets the folder go. */
  close(): Promise<void>;
}

type Changed = 'articles.changed' | 'marks.changed' | 'feeds.changed' | 'settings.changed';

/**
 * Opens a library. Throws Fault 'library-in-use', 'library-damaged', 'library-newer', 'library-unwritable' or
 * 'file-unreadable'.
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const { folder, work, now = Date.now, log = silent, isOnline, random = Math.random } = options;
  const { measure = measureDisk, keyring = null } = options;
  const recoveries: Recovery[] = [];
  const recovered = (file: string, reason: string): void => {
    recoveries.push({ file, reason });
    log.warn('A damaged file was recovered', { file, reason });
  };
  const checkpointFailed = (error: unknown): void => log.error(toFailure(error).message);
  const kept = (feedId: string): void => searching?.note(feedId);
  const store = await openStore({ folder, now, recovered, kept, checkpointFailed });
  const { finder } = options;
  const found = (): void => announcer.announce('articles.changed', {});
  const searching = finder && !store.isReadOnly ? new Searching({ store, finder, log, changed: found }) : null;
  const secrets = new Secrets(store.secrets, keyring);
  const worksOffline = (): boolean => store.settings.data.worksOffline;
  const gate = new NetworkGate(options.fetch, worksOffline);
  const { fetch } = gate;
  if (!store.isReadOnly) await secrets.forgetAllBut(new Set(followed(store.core.data).map(({ id }) => id)));
  const activity = new ActivityLog(store.activity);
  const announcer = new Announcer();
  const networkChange = (): void => {
    announcer.announce('network.changed', {});
    if (!network.state.online) return;
    keeper.networkReturned();
    trips.wake();
  };
  const network: Network = new Network(store.core, now, networkChange, worksOffline);
  const list = new ArticleList(store, now, searching);
  const counted = new CountedLibrary(store, now);
  const undos = new UndoList();
  const safekeeping = new Safekeeping({ store, now, log });

  const places = new Places(store.places, {
    isKept: !store.isReadOnly,
    failed: (error) => log.warn(toFailure(error).message),
  });
  const keeper: Keeper = new Keeper({
    store,
    fetch,
    work,
    secrets,
    now,
    log,
    network,
    announcer,
    isOnline: () => isOnline?.(),
    isOpen: (id) => reader.isOpen(id),
    isPinned: (id) => trips.holds(id),
    untilQuiet: () => refresher.untilIdle(),
    kept: (ids) => {
      for (const id of ids) {
        const header = store.headers.get(id);
        if (header) kept(header.feedId);
      }
    },
  });
  const reader = new ArticleReader({ store, work, fetch, secrets, places, pictures: keeper });
  const trips: Trips = new Trips({
    store,
    now,
    log,
    announcer,
    matching: (filter) => list.matching(filter),
    keepArticle: (id, level, signal) => keeper.keepArticle(id, level, signal),
    // Where the system says nothing, whether there is a network is found out by asking.
    isOnline: () => !network.state.byHand && (network.state.online || isOnline?.() === undefined),
  });
  const cleaner = new Cleaner({
    store,
    now,
    measure,
    protections: [(id) => reader.isOpen(id), trips.holds],
    trips: () => trips.list(),
    changed: () => announcer.announce('articles.changed', {}),
  });
  const closing = new AbortController();
  const afterAnswers = async (): Promise<void> => {
    if (closing.signal.aborted) return;
    keeper.wake();
    await cleaner.cleanUpDaily().catch((thrown) => log.error(toFailure(thrown).message));
  };
  const refreshing = { store, fetch, work, secrets, now, random };
  const refresher = new Refresher({
    ...refreshing,
    network,
    announcer,
    log,
    activity,
    isOnline: () => isOnline?.(),
    afterAnswers,
  });
  const changes = new Set<Promise<unknown>>();

  /** Says what has changed once it is durable. */
  const telling = async <T>(change: Promise<T>, ...names: Changed[]): Promise<T> => {
    changes.add(change);
    try {
      const answer = await change;
      for (const name of names) announcer.announce(name, {});
      return answer;
    } finally {
      changes.delete(change);
    }
  };
  const summaryOf = async (id: string) =>
    feedSummary(store.core.data, followedFeed(store.core.data, id), (await counted.counts()).ofFeed(id), {
      choice: store.settings.data.refreshMinutes,
      now: now(),
    });
  const changed = async (count: Promise<number>) => ({ changed: await count });

  /** The reader has shut the way to the network, or opened it again. */
  const heedGate = (): void => {
    announcer.announce('network.changed', {});
    if (worksOffline()) {
      refresher.cancel();
      gate.breakOff();
    } else {
      refresher.refreshDue().catch((thrown) => log.error(toFailure(thrown).message));
    }
  };

  const networkChanged = (): void => {
    if (isOnline?.() === false) network.lost();
    else network.returned();
  };
  if (isOnline?.() === false) network.lost();

  return {
    handlers: {
      'library.overview': async () =>
        overview(store.core.data, await counted.counts(), {
          network: network.state,
          refresh: refresher.state,
          keeping: keeper.state,
          recovered: [...recoveries],
          readOnly: store.isReadOnly,
          choice: store.settings.data.refreshMinutes,
          now: now(),
        }),
      'library.stats': async () => stats(store, await counted.counts()),
      'library.storage': () => cleaner.report(),
      'library.disk': () => diskSpace(measure, folder),
      'library.cleanUp': () => telling(cleaner.cleanUp()),
      'articles.list': async (input) => list.page(input),
      'articles.place': async (input) => list.place(input),
      'articles.ids': async (input) => list.ids(input),
      'articles.snippets': async ({ text, ids }) => ({
        snippets: searching ? Object.fromEntries(await searching.snippets(text, ids)) : {},
      }),
      ...readingHandlers({ store, list, undos, reader, places, telling }),
      'changes.undo': ({ undo }) => telling(changed(undos.undo(undo)), 'articles.changed', 'feeds.changed'),
      'feeds.add': async ({ address, folderId }) => {
        const adding = addFeed({ ...refreshing, signal: closing.signal }, address, folderId);
        const { feed, choices } = await telling(adding, 'articles.changed', 'feeds.changed');
        network.answered();
        if (feed) keeper.wake([feed.id]);
        return feed ? { added: await summaryOf(feed.id) } : { choices };
      },
      'feeds.edit': async (input) => {
        await telling(editFeed(store, input), 'feeds.changed');
        return summaryOf(input.id);
      },
      'feeds.remove': async ({ ids }) =>
        undos.remember(await telling(removeFeeds(store, ids, now()), 'articles.changed', 'feeds.changed')),
      'feeds.import': async ({ opml }) => {
        const { rows, failed } = await work.readOpml(opml);
        const report = await telling(importFeeds(store, secrets, rows, now()), 'feeds.changed');
        return { ...report, failed: [...failed, ...report.failed] };
      },
      ...fetchingHandlers({ store, secrets, activity, fetch, now, telling, keepMore: (id) => keeper.wake([id]) }),
      ...keepingHandlers(keeper, closing.signal),
      ...tripHandlers(trips, telling),
      'feeds.export': async () => ({ opml: exportFeeds(store.core.data) }),
      ...placeHandlers({ store, undos, telling }),
      'refresh.start': async ({ feedIds }) => {
        // Nothing of what came could be kept.
        if (store.isReadOnly) throw new Fault('library-newer', { folder });
        return refresher.start(feedIds);
      },
      'refresh.cancel': async () => {
        refresher.cancel();
        return null;
      },
      'backups.list': () => listBackups(folder),
      'backups.make': () => safekeeping.backUp('by-hand'),
      'settings.read': async () => store.settings.data,
      'settings.change': async (change) => {
        if (change.retention) await cleaner.postpone();
        if (change.proxy && proxyName(store.settings.data.proxy) !== proxyName(change.proxy))
          await secrets.setProxyPassword(null, null, null);
        await telling(
          store.settings.change((settings) => ({ ...settings, ...change })),
          'settings.changed',
        );
        if (change.worksOffline !== undefined) heedGate();
        keeper.wake();
        trips.wake();
        return store.settings.data;
      },
    },
    on: (name, listener) => announcer.on(name, listener),
    async refreshDue() {
      if (store.isReadOnly) return;
      await safekeeping.backUpIfDue();
      await refresher.refreshDue();
      // Behind the first look for what is due, so that it is in nobody's way.
      void searching?.start();
      keeper.wake();
      trips.wake();
    },
    startKeeping() {
      keeper.start();
      trips.wake();
    },
    picture: (name) =>
      servedPicture(store, name, () => (reader.opened ? keeper.lost(reader.opened) : Promise.resolve())),
    thumbnail: (id) => servedThumbnail(store, id, () => keeper.lost(id)),
    networkChanged,
    output: new ArticleOutput({
      open: (id) => openArticle(store, (html, base) => work.sanitise(html, base), id),
      picture: (address, id) => keptPicture(store, address, id),
      trip: (id) => ({ name: trips.nameOf(id), articles: trips.readyIn(id) }),
      now,
    }),
    play: (request) => reader.play(request),
    searchable: async () => searching?.ready(),
    articleLink: async (id) => store.headers.get(id)?.link ?? null,
    prepareRestore: (name) => safekeeping.prepareRestore(name),
    async saveArchive(file, filter) {
      const articles = store.headers.idsIn(await list.matching(filter));
      return safekeeping.saveArchive(file, { articles, isWhole: isDeepStrictEqual(filter, EVERYTHING) });
    },
    openArchive: (file) =>
      telling(safekeeping.openArchive(file), 'articles.changed', 'feeds.changed', 'settings.changed'),
    async repair() {
      await telling(store.repair(), 'articles.changed', 'feeds.changed');
      return recoveries;
    },
    async close() {
      closing.abort();
      places.stop();
      await trips.close();
      await Promise.all([refresher.close(), keeper.close(), work.close(), safekeeping.close(), searching?.close()]);
      await Promise.allSettled(changes);
      announcer.close();
      await store.close();
    },
  };
}
