import type { Settings } from '../../contract/settings';
import { DEFAULT_SETTINGS } from '../../contract/settings';
import { type ArrivingBody, Bodies } from './bodies';
import { type BodyRecord, bodyShape } from './body-segment';
import { type Core, coreShape, EMPTY_CORE } from './core-data';
import { feedRecord, withFeed } from './feed-records';
import { Headers, type Revise } from './headers';
import { indexShape, type StoredHeader } from './index-shard';
import { bodyFile, CORE_FILE, INDEX_FOLDER, indexFile, partsIn, SETTINGS_FILE } from './layout';
import { LibraryFile, type OpenOptions } from './library-file';
import { purgeRemoved } from './purge';
import { settingsShape } from './settings-data';
import { hasLibrary, removeTemporary, takeFolder } from './take-folder';
import { Turns } from './turns';

/** An article as it is handed in: the store says itself which segment its text lies in. */
export interface ArrivingArticle {
  header: Omit<StoredHeader, 'segment'>;
  body: Pick<BodyRecord, 'html' | 'enclosures'>;
}

export interface StoreOptions {
  folder: string;
  /** Told when a damaged or missing file was read from what is left of it. */
  recovered(file: string, reason: string): void;
}

/** A library on disk, opened by this process alone. */
export interface Store {
  readonly folder: string;
  readonly core: LibraryFile<Core>;
  readonly settings: LibraryFile<Settings>;
  readonly headers: Headers;
  readonly bodies: Bodies;
  /** Keeps articles of one feed, in one commit: texts, then headers, so that no header names a missing text. */
  keep(feedId: string, articles: readonly ArrivingArticle[], revise: Revise): Promise<void>;
  /** Waits for what is being written and gives the folder up. */
  close(): Promise<void>;
}

const WRITES_AT_ONCE = 2;

/**
 * Opens the library in a folder, or starts one. Throws Fault 'library-in-use', 'library-unwritable', 'library-damaged',
 * 'library-newer' or 'file-unreadable'; nothing was changed then.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const giveUp = await takeFolder(options.folder);
  try {
    await removeTemporary(options.folder);
    return await readStore(options, giveUp);
  } catch (error) {
    await giveUp();
    throw error;
  }
}

async function readStore({ folder, recovered }: StoreOptions, giveUp: () => Promise<void>): Promise<Store> {
  const turns = new Turns(WRITES_AT_ONCE);
  const open = <T extends object>(file: Omit<OpenOptions<T>, 'folder' | 'turns' | 'recovered'>) =>
    LibraryFile.open({ folder, turns, recovered, ...file });
  const isNew = !(await hasLibrary(folder));
  const core = await open({ file: CORE_FILE, shape: coreShape, initial: EMPTY_CORE, mustExist: !isNew });
  const settings = await open({
    file: SETTINGS_FILE,
    shape: settingsShape,
    initial: DEFAULT_SETTINGS,
    mustExist: false,
  });
  if (!isNew && settings.data === DEFAULT_SETTINGS) recovered(SETTINGS_FILE, 'it is missing; the defaults are used');
  await core.change((data) => data);
  await settings.change((data) => data);

  const found = await partsIn(folder, INDEX_FOLDER);
  const listed = (feedId: string): number => feedRecord(core.data, feedId)?.shards ?? 0;
  const headers = new Headers(({ feedId, n }, refused) =>
    open({
      file: indexFile({ feedId, n }),
      shape: indexShape(feedId),
      initial: { feedId, rows: [] },
      mustExist: n < listed(feedId),
      refused,
    }),
  );
  for (const { id, shards } of core.data.feeds) {
    // A crash may have come between an index file and the list of them: what is found counts too.
    while (headers.shardsOf(id) < shards || found.get(id)?.has(headers.shardsOf(id))) await headers.load(id);
  }
  const bodies = new Bodies((part, mustExist) =>
    open({ file: bodyFile(part), shape: bodyShape(part.feedId), initial: { bodies: {} }, mustExist }),
  );
  await purgeRemoved({ folder, core, headers, bodies });

  return {
    folder,
    core,
    settings,
    headers,
    bodies,
    async keep(feedId, articles, revise) {
      const segments = await bodies.write(feedId, lastSegment(headers.ofFeed(feedId)), articles.map(toBody(headers)));
      const rows = articles.map(({ header }) => ({ ...header, segment: segments.get(header.id) ?? 0 }));
      await headers.put(feedId, rows, revise);
      const shards = headers.shardsOf(feedId);
      // A file that is not listed yet is found all the same: the list is for missing what was there.
      if (shards > listed(feedId)) core.note((data) => withFeed(data, feedId, () => ({ shards })));
    },
    async close() {
      try {
        await core.change((data) => data);
        await turns.settled();
      } finally {
        await giveUp();
      }
    },
  };
}

function lastSegment(rows: Iterable<StoredHeader>): number | null {
  let last: number | null = null;
  for (const { segment } of rows) last = Math.max(segment, last ?? 0);
  return last;
}

const toBody =
  (headers: Headers) =>
  ({ header, body }: ArrivingArticle): ArrivingBody => ({
    id: header.id,
    segment: headers.get(header.id)?.segment ?? null,
    record: { ...asPublished(header), ...body },
  });

/** What the publisher wrote, without the reader's side and without what was made of it. */
function asPublished(header: ArrivingArticle['header']): Omit<BodyRecord, 'html' | 'enclosures'> {
  const { title, link, author, summary, picture, published, updated, arrived, language, words, tags, hash, guid } =
    header;
  return { title, link, author, summary, picture, published, updated, arrived, language, words, tags, hash, guid };
}
