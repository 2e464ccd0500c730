/**
 * The words of Caravan as data: what crosses between the library, the window and the command line.
 * Times are milliseconds since 1970 (UTC) or null; languages are BCP 47; regions are ISO 3166-1 alpha-2.
 */
import * as v from 'valibot';
import type { ArticlePicture, ArticleText, MissedPage, Playable, ReadingPlace } from './reading';

/** An identifier that Caravan made: lower-case letters and digits, never text of a feed. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/));

const Word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

export const TagName = Word;
export const FolderName = Word;

/**
 * One condition on an article. `tag` compares folded names; `state` is what is so of it; `offline` that it can be read whole here;
 * `trip` that it is packed for one.
 */
const STATES = ['unread', 'bookmarked', 'today', 'offline'] as const;
export const Term = v.variant('kind', [
  v.strictObject({ kind: v.literal('tag'), value: TagName }),
  v.strictObject({ kind: v.literal('region'), value: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)) }),
  v.strictObject({ kind: v.literal('feed'), value: Id }),
  v.strictObject({ kind: v.literal('folder'), value: Id }),
  v.strictObject({ kind: v.literal('trip'), value: Id }),
  v.strictObject({
    kind: v.literal('language'),
    value: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)),
  }),
  v.strictObject({ kind: v.literal('state'), value: v.picklist(STATES) }),
]);
export type Term = v.InferOutput<typeof Term>;

const Terms = v.pipe(v.array(Term), v.maxLength(50));

/** An article passes when it meets all of `all`, at least one of `any` (when there are any) and none of `none`. */
export const Filter = v.strictObject({
  all: Terms,
  any: Terms,
  none: Terms,
  /** Words that must all occur in the headline, compared folded. */
  text: v.pipe(v.string(), v.maxLength(200)),
  /** Only articles dated at or after this time. */
  since: v.nullable(v.number()),
});
export type Filter = v.InferOutput<typeof Filter>;

export const EVERYTHING: Filter = { all: [], any: [], none: [], text: '', since: null };

/** 'best' is what fits best to what is searched for, and as 'newest' where nothing is. */
export const SORTS = ['newest', 'oldest', 'arrived', 'best'] as const;
export type Sort = (typeof SORTS)[number];

export type Direction = 'ltr' | 'rtl';

/** How much of an article is on this computer: the feed's text, the whole text, or text and pictures. */
export const OFFLINE_LEVELS = ['feed', 'text', 'full'] as const;
export type OfflineLevel = (typeof OFFLINE_LEVELS)[number];

/** What a row of the list shows; the body is not in it. */
export interface ArticleHeader {
  id: string;
  feedId: string;
  title: string;
  link: string | null;
  author: string | null;
  /** Plain text, cut at a word, at most 160 characters. */
  summary: string;
  /** Address of the article's lead picture, not fetched. */
  picture: string | null;
  published: number | null;
  updated: number | null;
  /** When Caravan first saw it. */
  arrived: number;
  language: string | null;
  words: number;
  /** The publisher's categories as they spell them. */
  tags: string[];
  /** The reader's own. */
  ownTags: string[];
  regions: string[];
  /** Which of `tags` only name one of the regions: bit n is set for tags[n]. See {@link topicsOf}. */
  regionTags: number;
  read: boolean;
  bookmarked: boolean;
  offline: OfflineLevel;
  /** Whether there is a small picture for its row, asked for by its identifier. */
  thumbnail: boolean;
}

/** The publisher's categories without those that only name a region, which is shown as such. */
export const topicsOf = ({ tags, regionTags }: { tags: string[]; regionTags: number }): string[] =>
  tags.filter((_, n) => (regionTags & (1 << n)) === 0);

export interface Enclosure {
  url: string;
  type: string | null;
  length: number | null;
}

/** One article whole, as the reader's pane shows it. */
export interface Article extends ArticleHeader {
  /** Sanitised by the core; links and pictures are absolute. The longer sane one of its two texts. */
  html: string;
  /** Whether that is its feed's, or what was found on its page. */
  from: ArticleText['from'];
  /** The other one; null where there is only one. */
  other: ArticleText | null;
  /** The text that is shown seems to be only a beginning. */
  isCut: boolean;
  /** Where its page's text is from and when it was fetched; null where it was not. */
  page: { url: string; at: number } | null;
  /** Why its page's text is not here, where it was asked for. */
  missedPage: MissedPage | null;
  enclosures: Enclosure[];
  /** Where the reader stopped; null for one that is not begun, or read to its end. */
  place: ReadingPlace | null;
  playables: Playable[];
  /** The pictures of its texts, each once: those of the shown one first, in its order. */
  pictures: ArticlePicture[];
  feedTitle: string;
  /** What the publisher said before, the latest first. */
  earlier: EarlierVersion[];
}

/** An article as it was until the publisher changed it. `html` is sanitised. */
export interface EarlierVersion {
  title: string;
  html: string;
  /** When Caravan saw that it had changed. */
  until: number;
}

export interface Folder {
  id: string;
  name: string;
  parentId: string | null;
}

/** Why a feed does not work and when Caravan asks again. */
export interface FeedTrouble {
  code: string;
  message: string;
  detail: Record<string, string | number>;
  since: number;
  nextTry: number | null;
}

/** A subscription with its feed, as the sidebar shows it. */
export interface FeedSummary {
  id: string;
  /** The reader's own title, else the publisher's, else the host. */
  title: string;
  /** The reader's own title, null while the publisher's is shown. */
  ownTitle: string | null;
  address: string;
  site: string | null;
  language: string | null;
  folderId: string | null;
  /** The name of its kept icon; null where it has none. */
  icon: string | null;
  articles: number;
  unread: number;
  lastSuccess: number | null;
  lastChange: number | null;
  /** When it is asked again by itself; null when it is not. */
  nextTry: number | null;
  trouble: FeedTrouble | null;
}

export interface TagSummary {
  name: string;
  articles: number;
  unread: number;
  /** True when the reader gave it to at least one article. */
  own: boolean;
}

export interface RegionSummary {
  code: string;
  articles: number;
  unread: number;
}

export interface NetworkState {
  online: boolean;
  /** True while the reader wants no network at all. */
  byHand: boolean;
  /** Since when there has been no network; null while there is one, as far as is known. */
  offlineSince: number | null;
}

export interface RefreshState {
  running: boolean;
  done: number;
  total: number;
  failed: number;
  newArticles: number;
  bytes: number;
}

/** Why pictures wait: no network, no room left of the reader's budget, or the reader stopped it. */
export type KeepingPause = 'offline' | 'full' | 'stopped';

/** How keeping articles for later goes, behind all else. */
export interface KeepingState {
  running: boolean;
  /** Articles of this run. */
  done: number;
  total: number;
  pictures: number;
  bytes: number;
  pause: KeepingPause | null;
}

/** A file of the library that was found damaged, why, and what became of it (in English, as in the log). */
export interface Recovery {
  file: string;
  reason: string;
}

/** Everything the window shows around the list. Feeds and folders in the reader's order, tags most used first. */
export interface Overview {
  feeds: FeedSummary[];
  folders: Folder[];
  tags: TagSummary[];
  regions: RegionSummary[];
  counts: { articles: number; unread: number; today: number; bookmarked: number; offline: number };
  network: NetworkState;
  refresh: RefreshState;
  keeping: KeepingState;
  lastRefresh: number | null;
  /** What was mended since the library was opened. */
  recovered: Recovery[];
  /** True when a newer Caravan wrote the library: it can be read and not changed. */
  readOnly: boolean;
}

/** How many articles of a list stand under a day, by the time at which that day begins. */
export interface DayCount {
  day: number;
  count: number;
}

/** A piece of a text around what was found in it; `marks` are the found places, from and to, ascending. */
export interface Snippet {
  text: string;
  marks: [from: number, to: number][];
}

export interface ArticlePage {
  /** How many articles pass the filter, and how many of these are unread. */
  total: number;
  unread: number;
  /** How many more pass it that arrived after the time until which it was asked for. */
  newer: number;
  articles: ArticleHeader[];
  /** Of the whole list, in its order; only where they were asked for. */
  days?: DayCount[];
}

/** A feed that a page offers. */
export interface FeedCandidate {
  address: string;
  title: string | null;
  type: string | null;
}

/** Either the feed is subscribed, or the page offers several and the reader must choose. */
export type AddedFeed = { added: FeedSummary; choices?: undefined } | { added?: undefined; choices: FeedCandidate[] };

export interface ImportReport {
  added: number;
  skipped: number;
  failed: { url: string; message: string }[];
}

export interface RefreshReport {
  feeds: number;
  updated: number;
  notModified: number;
  failed: { url: string; code: string; message: string }[];
  newArticles: number;
  changedArticles: number;
  bytes: number;
  ms: number;
}

/** The disk that the library lies on. */
export interface DiskSpace {
  free: number;
  total: number;
  /** So little is free that the reader should know. */
  nearlyFull: boolean;
}

/** What a clean-up removes. Bytes are estimated. */
export interface Removable {
  articles: number;
  bytes: number;
}

/** What one feed takes on disk. */
export interface FeedStorage {
  id: string;
  title: string;
  /** False for a feed of which only the bookmarked articles are left. */
  followed: boolean;
  articles: number;
  unread: number;
  bookmarked: number;
  bytes: number;
  removable: Removable;
}

/** What the library takes on disk, and what a clean-up with the present settings would remove. */
export interface StorageReport {
  /** By kind of file. */
  bytes: Record<string, number>;
  /** The largest first. */
  feeds: FeedStorage[];
  /** What each trip takes; what two of them take is counted in both. */
  trips: { id: string; name: string; articles: number; bytes: number }[];
  removable: Removable;
  disk: DiskSpace;
}

/** What a clean-up removed, and the bytes that it freed. */
export interface CleanUp {
  removed: number;
  bytes: number;
}

/** What the library holds. `bytes` is on disk, by kind of file. */
export interface LibraryStats {
  feeds: number;
  folders: number;
  articles: number;
  unread: number;
  bookmarks: number;
  bytes: Record<string, number>;
  oldest: number | null;
  newest: number | null;
}
