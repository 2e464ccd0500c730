import * as v from 'valibot';
import { Id } from '../../contract/model';
import { Settings } from '../../contract/settings';

/** What the parts of an archive are called in it. The list of feeds is for other readers; Caravan does not read it. */
export const MANIFEST_ENTRY = 'manifest.json';
export const LIBRARY_ENTRY = 'library.json';
export const FEEDS_ENTRY = 'subscriptions.opml';
const ARTICLES_ENTRY = /^articles\/([a-z0-9]{1,40})-\d{1,9}\.jsonl$/;

export const articlesEntry = (feedId: string, n: number): string => `articles/${feedId}-${n}.jsonl`;

/** The feed whose articles are in an entry, by its identifier in the archive; null when there are none. */
export const feedOfEntry = (name: string): string | null => ARTICLES_ENTRY.exec(name)?.[1] ?? null;

export const ARCHIVE_FORMAT = 'caravan-archive';
export const ARCHIVE_VERSION = 1;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const textOrNull = (most: number) => v.nullable(text(most));
const texts = (most: number, longest: number) => v.pipe(v.array(text(longest)), v.maxLength(most));
const Time = v.nullable(v.pipe(v.number(), v.finite()));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What every archive says of itself, also one of a later Caravan. */
export const ArchiveHead = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The last entry to be written. Fields that a later Caravan adds are passed over by an earlier one. */
export const ArchiveManifest = v.object({
  ...ArchiveHead.entries,
  made: v.pipe(v.string(), v.isoTimestamp()),
  feeds: Count,
  articles: Count,
});
export type ArchiveManifest = v.InferOutput<typeof ArchiveManifest>;

const ArchivedFeed = v.object({
  /** Only names the entries of its articles. */
  id: Id,
  address: text(4_000),
  title: text(1_000),
  site: textOrNull(4_000),
  folders: texts(100, 1_000),
  /** False for one that is only the source of bookmarked articles any more. */
  followed: v.boolean(),
});
export type ArchivedFeed = v.InferOutput<typeof ArchivedFeed>;

/** Settings that make sense on another computer; the widths of this window do not. */
const { theme, language, density, refreshMinutes, sort, textSize } = Settings.entries;
export const ArchivedSettings = v.object({ theme, language, density, refreshMinutes, sort, textSize });

export const ArchivedLibrary = v.object({
  feeds: v.pipe(v.array(ArchivedFeed), v.maxLength(100_000)),
  /** Null in an archive of a part. */
  settings: v.nullable(ArchivedSettings),
});
export type ArchivedLibrary = v.InferOutput<typeof ArchivedLibrary>;

const Enclosure = v.object({ url: text(4_000), type: textOrNull(200), length: Time });

const Page = v.object({
  hash: text(100),
  url: text(4_000),
  at: v.pipe(v.number(), v.finite()),
  title: textOrNull(2_000),
  byline: textOrNull(1_000),
  published: Time,
  language: textOrNull(100),
  tags: texts(100, 1_000),
  picture: textOrNull(4_000),
  words: Count,
  isCut: v.boolean(),
  html: text(4_000_000),
});

/** One article whole: a line of an entry. */
export const ArchivedArticle = v.object({
  id: Id,
  title: text(2_000),
  link: textOrNull(4_000),
  author: textOrNull(1_000),
  summary: text(2_000),
  picture: textOrNull(4_000),
  published: Time,
  updated: Time,
  arrived: v.pipe(v.number(), v.finite()),
  language: textOrNull(100),
  words: Count,
  tags: texts(100, 1_000),
  ownTags: texts(1_000, 1_000),
  regions: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(300)),
  regionTags: v.pipe(v.number(), v.integer()),
  read: v.boolean(),
  bookmarked: v.boolean(),
  hash: text(100),
  guid: textOrNull(2_000),
  html: text(4_000_000),
  enclosures: v.pipe(v.array(Enclosure), v.maxLength(100)),
  /** What its page says, where that was kept. */
  page: v.optional(Page),
});
export type ArchivedArticle = v.InferOutput<typeof ArchivedArticle>;
