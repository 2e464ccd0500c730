/**
 * The one table of what can be asked. From it fall out the types of both sides, the names that the
 * preload exposes, and the run-time check. Adding a call is one line here and one function in core or shell.
 */
import * as v from 'valibot';
import { BackupName, type BackupSummary, type OpenedArchive, type SavedArchive } from './backups';
import { FeedHeaders, ProxySetting } from './fetching';
import type { Activity, FeedHealth, PasswordKept } from './health';
import { SystemMenu } from './menu';
import {
  type AddedFeed,
  type Article,
  type ArticlePage,
  type CleanUp,
  type DiskSpace,
  type FeedSummary,
  Filter,
  type Folder,
  FolderName,
  Id,
  type ImportReport,
  type LibraryStats,
  type Overview,
  type RefreshReport,
  type Snippet,
  SORTS,
  type StorageReport,
  TagName,
} from './model';
import { Locale, OUTPUT_FORMATS, SheetLook, TRIP_FORMATS } from './output';
import { ReadingPlace, Seconds } from './reading';
import { KeepChoice, RefreshChoice, Settings } from './settings';
import { type Trip, type TripEstimate, TripName, TripPlan, type TripSummary } from './trips';

/** `query` reads, `change` is answered only once it is kept. `by` says which side of main answers. */
interface Call<Kind, Side, Input, Output> {
  kind: Kind;
  by: Side;
  input: Input;
  output?: Output;
}

const call =
  <Kind extends 'query' | 'change', Side extends 'core' | 'shell'>(kind: Kind, by: Side) =>
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): Call<Kind, Side, Input, Output> => ({ kind, by, input });

const query = call('query', 'core');
const change = call('change', 'core');
const shellQuery = call('query', 'shell');
const shellChange = call('change', 'shell');

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

const Nothing = v.strictObject({});
const Ids = v.pipe(v.array(Id), v.minLength(1), v.maxLength(5_000));
/** None is as good as some. */
const AnyIds = v.pipe(v.array(Id), v.maxLength(5_000));
const Tags = v.pipe(v.array(TagName), v.maxLength(50));
const Address = v.pipe(v.string(), v.maxLength(4_000));
const Kept = v.pipe(v.array(Id), v.maxLength(1_000));
/** What arrived later is not listed yet: the list stays as it is under the reader's hand. A time; all without one. */
const Until = v.optional(v.number());
/** What decides which articles are in a list, and in which order. */
const Listed = {
  filter: Filter,
  sort: v.picklist(SORTS),
  /** Articles that stay listed though they no longer pass the state terms: those opened in this view. */
  keep: Kept,
  until: Until,
};
const Row = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A time zone as in the tz database, such as 'Asia/Tehran'. */
const Zone = v.pipe(v.string(), v.maxLength(100), v.check(isZone, 'no time zone'));
/** The articles that a change is for: these, or those of a list from one row to before another but for some. */
const Which = v.union([
  v.strictObject({ ids: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200_000)) }),
  v.strictObject({ ...Listed, from: Row, to: v.nullable(Row), except: v.pipe(v.array(Id), v.maxLength(200_000)) }),
]);
export type Which = v.InferOutput<typeof Which>;
/** Kept by the system's keyring, never shown again. */
const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));

/** What can be done with what an article's menu was asked for: a link, words, the article. */
const MENU_ITEMS = [
  ...(['openLink', 'copyLink', 'copy', 'search', 'find'] as const),
  ...(['article.original', 'article.copyLink', 'article.mail', 'article.print'] as const),
] as const;
const MenuItem = v.strictObject({
  id: v.picklist(MENU_ITEMS),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
});
export type MenuItem = v.InferOutput<typeof MenuItem>;

const Undo = v.strictObject({ undo: Id });

/** How many articles changed, and the name by which `changes.undo` takes it back. */
interface Undoable {
  changed: number;
  undo: string;
}

export const calls = {
  'library.overview': query<Overview>()(Nothing),
  'library.stats': query<LibraryStats>()(Nothing),
  'library.storage': query<StorageReport>()(Nothing),
  'library.disk': query<DiskSpace>()(Nothing),
  /** Removes what `library.storage` says is removable, for good. */
  'library.cleanUp': change<CleanUp>()(Nothing),
  'articles.list': query<ArticlePage>()(
    v.strictObject({
      ...Listed,
      offset: Row,
      limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
      /** Asks for the days of this zone too. */
      zone: v.optional(Zone),
    }),
  ),
  /** Where an article stands in the list now; null when it is not in it. */
  'articles.place': query<{ place: number | null }>()(v.strictObject({ ...Listed, id: Id })),
  /** The identifiers from one row of a list to before another. */
  'articles.ids': query<{ ids: string[] }>()(v.strictObject({ ...Listed, from: Row, to: Row })),
  /** For what is typed to search: the piece of each article's text that has it. Articles without their text are left out. */
  'articles.snippets': query<{ snippets: Record<string, Snippet> }>()(
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)), ids: v.pipe(v.array(Id), v.maxLength(500)) }),
  ),
  'articles.open': query<Article>()(v.strictObject({ id: Id })),
  /** Null for an article that is read to its end, or not begun. */
  'articles.keepPlace': change<null>()(v.strictObject({ id: Id, place: v.nullable(ReadingPlace) })),
  /** Where the reader stopped what plays; null for what was played to its end, or not begun. */
  'articles.keepHeard': change<null>()(
    v.strictObject({
      id: Id,
      n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
      seconds: v.nullable(Seconds),
    }),
  ),
  /** Fetches pictures of an article now, and keeps them: one, or all that are not here. Answers how many came. */
  'articles.loadPictures': change<{ kept: number }>()(v.strictObject({ id: Id, url: v.nullable(Address) })),
  /** Fetches an article's page now and keeps its text. Throws the failure of the page. */
  'articles.getWhole': change<null>()(v.strictObject({ id: Id })),
  'articles.mark': change<{ changed: number }>()(v.strictObject({ ids: Ids, read: v.boolean() })),
  'articles.markAll': change<Undoable>()(v.strictObject({ filter: Filter, until: Until })),
  'articles.bookmark': change<{ changed: number }>()(v.strictObject({ ids: Ids, bookmarked: v.boolean() })),
  'articles.tag': change<{ changed: number }>()(v.strictObject({ ids: Ids, add: Tags, remove: Tags })),
  /** The same for many at once, with a way back; what is left out stays. */
  'articles.change': change<Undoable>()(
    v.strictObject({
      which: Which,
      read: v.optional(v.boolean()),
      bookmarked: v.optional(v.boolean()),
      add: v.optional(Tags),
      remove: v.optional(Tags),
    }),
  ),
  'changes.undo': change<{ changed: number }>()(Undo),
  'feeds.add': change<AddedFeed>()(v.strictObject({ address: Address, folderId: v.nullable(Id) })),
  'feeds.edit': change<FeedSummary>()(
    v.strictObject({
      id: Id,
      /** The reader's own title; empty for the publisher's. */
      title: v.pipe(v.string(), v.trim(), v.maxLength(200)),
      folderId: v.nullable(Id),
    }),
  ),
  'feeds.health': query<FeedHealth>()(v.strictObject({ id: Id })),
  'feeds.setFetching': change<FeedHealth>()(
    v.strictObject({
      id: Id,
      minutes: v.nullable(RefreshChoice),
      proxy: v.nullable(ProxySetting),
      headers: FeedHeaders,
    }),
  ),
  /** How much of its articles is kept; null is as for all feeds. */
  'feeds.setKeep': change<FeedHealth>()(v.strictObject({ id: Id, keep: v.nullable(KeepChoice) })),
  /** Of HTTP basic auth; null forgets it. */
  'feeds.setLogin': change<FeedHealth>()(
    v.strictObject({
      id: Id,
      login: v.nullable(
        v.strictObject({ username: v.pipe(v.string(), v.maxLength(255), v.regex(/^[^:]*$/)), password: Password }),
      ),
    }),
  ),
  /** Of a feed's own proxy, or of the one for all; null forgets it. */
  'proxy.setPassword': change<{ kept: PasswordKept | null }>()(
    v.strictObject({ feedId: v.nullable(Id), password: v.nullable(Password) }),
  ),
  /** Of the proxy for all. */
  'proxy.password': query<{ kept: PasswordKept | null }>()(Nothing),
  /** Fetches what a feed's host says by way of a proxy; without a password the one that is kept goes along. */
  'proxy.test': query<{ ms: number; url: string }>()(
    v.strictObject({ feedId: v.nullable(Id), proxy: ProxySetting, password: v.nullable(Password) }),
  ),
  /** What happened to all feeds or to one, the newest first. */
  'activity.list': query<Activity[]>()(v.strictObject({ feedId: v.nullable(Id) })),
  'feeds.remove': change<Undoable>()(v.strictObject({ ids: Ids })),
  'feeds.import': change<ImportReport>()(
    v.strictObject({
      opml: v.pipe(
        v.instance(Uint8Array),
        v.check((bytes) => bytes.byteLength <= 20_000_000, 'larger than 20 MB'),
      ),
    }),
  ),
  'feeds.export': query<{ opml: string }>()(Nothing),
  'folders.add': change<Folder>()(v.strictObject({ name: FolderName, parentId: v.nullable(Id) })),
  'folders.rename': change<Folder>()(v.strictObject({ id: Id, name: FolderName })),
  'folders.remove': change<Undoable>()(v.strictObject({ id: Id })),
  /**
   * Files and orders feeds and folders: in `into` (null for no folder), in the order given, before `before` (null for
   * last). In a folder, folders stand above feeds.
   */
  'places.move': change<Undoable>()(
    v.pipe(
      v.strictObject({ feeds: AnyIds, folders: AnyIds, into: v.nullable(Id), before: v.nullable(Id) }),
      v.check(({ feeds, folders }) => feeds.length + folders.length > 0, 'nothing to move'),
    ),
  ),
  /** Answers when the refresh is done or cancelled; `refresh.progress` tells how it goes. */
  'refresh.start': change<RefreshReport>()(v.strictObject({ feedIds: v.nullable(Ids) })),
  'refresh.cancel': change<null>()(Nothing),
  /** Fetching what belongs to the articles stops until it is started again, or Caravan is. */
  'keeping.stop': change<null>()(Nothing),
  'keeping.start': change<null>()(Nothing),
  /** The latest first. */
  'trips.list': query<TripSummary[]>()(Nothing),
  'trips.open': query<Trip>()(v.strictObject({ id: Id })),
  /** Asks nobody: what it says comes from what is here. */
  'trips.estimate': query<TripEstimate>()(v.strictObject({ plan: TripPlan })),
  /** Answers once the trip is written down; `trip.progress` tells how its packing goes. */
  'trips.pack': change<TripSummary>()(v.strictObject({ name: TripName, plan: TripPlan })),
  'trips.pause': change<TripSummary>()(v.strictObject({ id: Id })),
  'trips.resume': change<TripSummary>()(v.strictObject({ id: Id })),
  /** Stops for good: what still waits is no longer of the trip; what is here stays. Null when nothing was here yet. */
  'trips.cancel': change<TripSummary | null>()(v.strictObject({ id: Id })),
  /** Packs again what failed: all, or these articles. */
  'trips.retry': change<TripSummary>()(v.strictObject({ id: Id, articles: v.nullable(Ids) })),
  /** Reads every file of it back from the disk, without any network. */
  'trips.verify': change<Trip>()(v.strictObject({ id: Id })),
  'trips.rename': change<TripSummary>()(v.strictObject({ id: Id, name: TripName })),
  /** From now on it ends when the reader says so. */
  'trips.keep': change<TripSummary>()(v.strictObject({ id: Id })),
  /** Ends a trip: its articles are no longer held, and go when the limits say so. */
  'trips.release': change<null>()(v.strictObject({ id: Id })),
  'settings.read': query<Settings>()(Nothing),
  'settings.change': change<Settings>()(v.partial(Settings)),
  /** The complete ones, the newest first. */
  'backups.list': query<BackupSummary[]>()(Nothing),
  'backups.make': change<BackupSummary>()(Nothing),
  /** Answers once the backup is verified and the present state backed up; then the library is opened anew. */
  'backups.restore': shellChange<null>()(v.strictObject({ name: BackupName })),
  /** The reader chooses the file; null when there is none after all. */
  'archive.save': shellChange<SavedArchive | null>()(v.strictObject({ filter: Filter })),
  'archive.open': shellChange<OpenedArchive | null>()(Nothing),
  /** The reader chooses where; answers the file, null when there is none after all. */
  'article.save': shellChange<{ file: string } | null>()(
    v.strictObject({ id: Id, format: v.picklist(OUTPUT_FORMATS), locale: Locale, look: SheetLook }),
  ),
  /** A trip as one file; the reader chooses where. Answers the file, null when there is none after all. */
  'trips.save': shellChange<{ file: string } | null>()(
    v.strictObject({ id: Id, format: v.picklist(TRIP_FORMATS), locale: Locale }),
  ),
  /** By the system's own dialog; answers once it is closed. */
  'article.print': shellChange<null>()(v.strictObject({ id: Id, locale: Locale, look: SheetLook })),
  /** Onto the clipboard: the address, without what tracks; or title, source and address. */
  'article.copy': shellChange<null>()(v.strictObject({ id: Id, as: v.picklist(['link', 'reference']) })),
  /** Opens a message about it in the system's mail program. */
  'article.mail': shellChange<null>()(v.strictObject({ id: Id })),
  'original.open': shellChange<null>()(v.strictObject({ id: Id })),
  /** Copies the address of an article; null when it has none. */
  'original.copy': shellChange<{ copied: string | null }>()(v.strictObject({ id: Id })),
  /** Shows the native menu that was asked for last; answers what was chosen. Copying is done by then. */
  'menu.show': shellQuery<{ chosen: MenuItem['id'] | null }>()(
    v.strictObject({ items: v.pipe(v.array(MenuItem), v.minLength(1), v.maxLength(20)) }),
  ),
  /** What the system's menus and dialogs say from now on, and at the next start until the window is there. */
  'menu.tell': shellChange<null>()(SystemMenu),
  'app.about': shellQuery<AppAbout>()(Nothing),
} satisfies Record<string, Call<'query' | 'change', 'core' | 'shell', v.GenericSchema, unknown>>;

/** What runs: `unsupported` is true on the fallback runtime, which is for trying from source only. */
export interface AppAbout {
  version: string;
  electron: string;
  library: string;
  /** The system's languages as tags, the dearest first. */
  locales: string[];
  unsupported: boolean;
}

export type Calls = typeof calls;
export type CallName = keyof Calls;

/** The calls that one side of main answers. */
export type CallsBy<Side extends 'core' | 'shell'> = {
  [Name in CallName]: Calls[Name]['by'] extends Side ? Name : never;
}[CallName];

export type InputOf<Name extends CallName> = v.InferOutput<Calls[Name]['input']>;
export type OutputOf<Name extends CallName> = Calls[Name] extends { output?: infer Output } ? Output : never;

export type Handler<Name extends CallName> = (input: InputOf<Name>) => Promise<OutputOf<Name>>;
export type Handlers<Names extends CallName = CallName> = { [Name in Names]: Handler<Name> };
