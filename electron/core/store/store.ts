import { Fault } from '../../contract/failures';
import type { Settings } from '../../contract/settings';
import { DEFAULT_SETTINGS } from '../../contract/settings';
import { type Activities, activityShape, NO_ACTIVITIES } from './activity-data';
import { backUpFiles } from './backup/backup-files';
import { finishRestore } from './backup/finish-restore';
import { type ArrivingBody, Bodies } from './bodies';
import { type PackedBody, recordOf, type Texts } from './body-record';
import { bodyShape } from './body-segment';
import { Checkpoints } from './checkpoints';
import { type Core, coreShape, EMPTY_CORE, LIBRARY_VERSION } from './core-data';
import { feedRecord } from './feed-records';
import { Headers, type Revise } from './headers';
import { type Hosts, hostsShape, NO_HOSTS } from './hosts-data';
import { IndexFiles } from './index-files';
import { Journal } from './journal';
import { type KeptPage, keepPages } from './keep-pages';
import {
  ACTIVITY_FILE,
  bodyFile,
  CORE_FILE,
  HOSTS_FILE,
  type Part,
  PLACES_FILE,
  picturePartFile,
  SECRETS_FILE,
  SETTINGS_FILE,
  TRIPS_FILE,
} from './layout';
import { LibraryFile, type OpenOptions } from './library-file';
import { loadIndex } from './load-index';
import { noPictures, picturePartShape } from './pictures/picture-part';
import { type IsThere, Pictures } from './pictures/pictures';
import { NO_PLACES, type Places, placesShape } from './places-data';
import { purgeRemoved } from './purge';
import { repairFeed, repairSegment } from './repair';
import { NOTHING_SEALED, type Sealed, secretsShape } from './secrets-data';
import { settingsShape } from './settings-data';
import type { StoredHeader } from './stored-header';
import { hasLibrary, removeTemporary, takeFolder } from './take-folder';
import { tidyFeed } from './tidy';
import { NO_TRIPS, type Trips, tripsShape } from './trips-data';
import { Turns } from './turns';

/** An article as it is handed in: the store says itself which segment its text lies in. */
export interface ArrivingArticle {
  header: Omit<StoredHeader, 'segment'>;
  /** Packed when the record of just this header was packed elsewhere. */
  body: Texts | PackedBody;
}

export interface StoreOptions {
  folder: string;
  now?: () => number;
  /** Told when a damaged or missing file was read from what is left of it. */
  recovered(file: string, reason: string): void;
  /** Told which feed's articles have come or changed, once they are durable. */
  kept?: (feedId: string) => void;
  /** Told when what the journal holds could not be written to the files yet. */
  checkpointFailed?: (error: unknown) => void;
}

/** A library on disk, opened by this process alone. */
export interface Store {
  readonly folder: string;
  readonly core: LibraryFile<Core>;
  readonly settings: LibraryFile<Settings>;
  readonly activity: LibraryFile<Activities>;
  readonly places: LibraryFile<Places>;
  /** What was learnt of the hosts of articles. */
  readonly hosts: LibraryFile<Hosts>;
  readonly secrets: LibraryFile<Sealed>;
  readonly trips: LibraryFile<Trips>;
  readonly headers: Headers;
  readonly bodies: Bodies;
  readonly pictures: Pictures;
  /** True when a newer Caravan wrote it: nothing is changed then, and every change is refused with 'library-newer'. */
  readonly isReadOnly: boolean;
  /** Keeps articles of one feed, in one commit: texts, then headers, so that no header names a missing text. */
  keep(feedId: string, articles: readonly ArrivingArticle[], revise: Revise): Promise<void>;
  /** Keeps what the pages of a part's articles say beside their feed's texts. Throws the Fault 'library-unwritable'. */
  keepPages(part: Part, pages: ReadonlyMap<string, KeptPage>): Promise<void>;
  /** Deletes the texts and pictures of deleted articles; answers the bytes that are free now. Throws the Fault 'library-unwritable'. */
  tidy(): Promise<{ bytes: number }>;
  /** Deletes the pictures that nobody refers to; answers the bytes that are free now. Throws the Fault 'library-unwritable'. */
  collectPictures(): Promise<number>;
  /** Looks after all texts and pictures, or those of one segment: what is lost is asked for anew. What was done goes to `recovered`. */
  repair(part?: Part): Promise<void>;
  /** Writes to the files what the journal holds. Throws the Fault 'library-unwritable'. */
  checkpoint(): Promise<void>;
  /** Waits for what is being written and gives the folder up. */
  close(): Promise<void>;
}

const WRITES_AT_ONCE = 2;

/**
 * Opens the library in a folder, or starts one. Throws Fault 'library-in-use', 'library-unwritable', 'library-damaged',
 * 'library-newer' or 'file-unreadable'; nothing was changed then, but for a restore that was on its way.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const giveUp = await takeFolder(options.folder);
  try {
    await finishRestore(options.folder);
    return await readStore(options, giveUp);
  } catch (error) {
    await giveUp();
    throw error;
  }
}

async function readStore(
  { folder, recovered, now = Date.now, kept = () => {}, checkpointFailed = () => {} }: StoreOptions,
  giveUp: () => Promise<void>,
): Promise<Store> {
  let isReadOnly = false;
  const mayWrite = (): void => {
    if (isReadOnly) throw new Fault('library-newer', { folder });
  };
  const newer = (): void => {
    isReadOnly = true;
  };
  const files = { folder, turns: new Turns(WRITES_AT_ONCE), recovered, newer, mayWrite };
  const touched = (): void => {
    if (!isReadOnly) checkpoints.due();
  };
  const open = <T extends object>(file: Pick<OpenOptions<T>, 'file' | 'shape' | 'initial' | 'mustExist' | 'touched'>) =>
    LibraryFile.open({ ...files, ...file });

  const isNew = !(await hasLibrary(folder));
  const core = await open({ file: CORE_FILE, shape: coreShape, initial: EMPTY_CORE, mustExist: !isNew, touched });
  const initial = DEFAULT_SETTINGS;
  const settings = await open({ file: SETTINGS_FILE, shape: settingsShape, initial, mustExist: false, touched });
  if (!isNew && settings.data === initial) recovered(SETTINGS_FILE, 'it is missing; the defaults are used');

  const activity = await LibraryFile.openOrStart({
    ...files,
    file: ACTIVITY_FILE,
    shape: activityShape,
    initial: NO_ACTIVITIES,
  });
  const places = await LibraryFile.openOrStart({
    ...files,
    file: PLACES_FILE,
    shape: placesShape,
    initial: NO_PLACES,
  });
  const hosts = await LibraryFile.openOrStart({ ...files, file: HOSTS_FILE, shape: hostsShape, initial: NO_HOSTS });
  const secrets = await LibraryFile.openOrStart({
    ...files,
    file: SECRETS_FILE,
    shape: secretsShape,
    initial: NOTHING_SEALED,
    touched,
  });

  const trips = await LibraryFile.openOrStart({
    ...files,
    file: TRIPS_FILE,
    shape: tripsShape,
    initial: NO_TRIPS,
    touched,
  });

  const index = new IndexFiles(files);
  const { journal, found } = await Journal.open({ folder, mayWrite, committed: touched });
  const headers = new Headers(journal, (part) => index.start(part));
  const bodies = new Bodies((part, mustExist) =>
    open({
      file: bodyFile(part),
      shape: bodyShape(part.feedId),
      initial: { feedId: part.feedId, bodies: new Map() },
      mustExist,
    }),
  );
  const pictures = new Pictures({
    folder,
    recovered,
    open: (part) =>
      LibraryFile.openOrStart({
        ...files,
        file: picturePartFile(part),
        shape: picturePartShape(part.feedId),
        initial: noPictures(part.feedId),
      }),
  });
  const others = [settings, activity, places, hosts, secrets, trips];
  const checkpoints = new Checkpoints({ folder, journal, index, core, others, failed: checkpointFailed });

  const mended = await loadIndex({ folder, core: core.data, headers, bodies, index, journaled: found, recovered });
  if (!isReadOnly) {
    await removeTemporary(folder);
    // What an older Caravan wrote stays as it is until a copy of it is verified.
    if (core.versionFound !== null && core.versionFound < LIBRARY_VERSION) {
      await backUpFiles(folder, 'before-migration', now());
    }
    await core.save();
    await settings.save();
    await purgeRemoved({ folder, core, headers, bodies, index, empty: () => checkpoints.runTwice() });
    // What was mended is in no journal, and what the reader does to it next must find it again.
    if (mended) await checkpoints.runTwice();
    else if (found.records.length > 0) checkpoints.due();
  }

  const repairing = { folder, core, headers, bodies, recovered };
  const feedTurns = new Map<string, Turns>();
  /** One at a time for a feed: a text that was just written has no header yet, and must not be taken for a left-over. */
  const inTurn = <T>(feedId: string, task: () => Promise<T>): Promise<T> => {
    const turns = feedTurns.get(feedId) ?? new Turns(1);
    feedTurns.set(feedId, turns);
    return turns.take(task);
  };
  const keep: Store['keep'] = async (feedId, articles, revise) => {
    const segments = await bodies.write(feedId, headers.lastSegment(feedId), articles.map(toBody(headers)));
    const rows = articles.map(({ header }) => ({ ...header, segment: segments.get(header.id) ?? 0 }));
    // A feed that is not in core would be nobody's after a restart.
    if (feedRecord(core.data, feedId)) await headers.put(feedId, rows, revise);
    kept(feedId);
  };

  const isThere: IsThere = ({ n }, id) => headers.segmentOf(id) === n;
  const icons = (): string[] => core.data.feeds.flatMap(({ icon }) => icon?.name ?? []);
  /** Articles whose pictures are lost are no longer whole. */
  const repairPictures = async (part: Part): Promise<void> => {
    const lost = await pictures.repair(part);
    const rows = lost.map((id) => headers.rowOf(id)).filter((row) => row !== null);
    if (rows.length > 0) await headers.mark(rows, { offline: 'feed', thumbnail: false });
  };

  return {
    folder,
    core,
    settings,
    activity,
    places,
    hosts,
    secrets,
    trips,
    headers,
    bodies,
    pictures,
    isReadOnly,
    keep: (feedId, articles, revise) => inTurn(feedId, () => keep(feedId, articles, revise)),
    keepPages: (part, pages) => inTurn(part.feedId, () => keepPages({ headers, bodies }, part, pages)),
    async tidy() {
      let bytes = 0;
      for (const { id } of core.data.feeds) {
        bytes += await inTurn(id, () => tidyFeed({ folder, headers, bodies }, id));
      }
      return { bytes: bytes + (await pictures.collect(isThere, icons)) };
    },
    collectPictures: () => pictures.collect(isThere, icons),
    async repair(part) {
      if (isReadOnly) return;
      if (part) {
        await inTurn(part.feedId, () => repairSegment(repairing, part));
        return repairPictures(part);
      }
      for (const { id } of core.data.feeds) {
        await inTurn(id, () => repairFeed(repairing, id));
        for (const each of await pictures.partsOf(id)) await repairPictures(each);
      }
      await checkpoints.runTwice();
    },
    checkpoint: () => checkpoints.run(),
    async close() {
      try {
        checkpoints.stop();
        if (!isReadOnly) await checkpoints.runTwice();
      } finally {
        // Whatever failed: nothing of this process may still be written when the next one has the folder.
        await journal.close().catch(checkpointFailed);
        await files.turns.settled();
        await giveUp();
      }
    },
  };
}

const toBody =
  (headers: Headers) =>
  ({ header, body }: ArrivingArticle): ArrivingBody => ({
    id: header.id,
    segment: headers.segmentOf(header.id),
    record: body instanceof Uint8Array ? body : recordOf(header, body),
  });
