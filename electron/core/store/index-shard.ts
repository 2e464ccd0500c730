import type { ArticleHeader, OfflineLevel } from '../../contract/model';
import { Damage } from './frame';
import type { Shape } from './safe-json-file';

/** A header with what only the store and the merge need. */
export interface StoredHeader extends ArticleHeader {
  /** Of what the publisher wrote: tells changed from same. */
  hash: string;
  /** The publisher's own identifier; null when the link is. */
  guid: string | null;
  /** The body file that holds the text. */
  segment: number;
}

/** The headers of one index file, in the order in which they came. */
export interface IndexShard {
  feedId: string;
  rows: readonly StoredHeader[];
}

export const SHARD_ROWS = 2_000;

const READ = 1;
const BOOKMARKED = 2;
const OFFLINE_LEVELS: readonly OfflineLevel[] = ['feed', 'text', 'full'];

type Is = (value: unknown) => boolean;
const text: Is = (value) => typeof value === 'string';
const number: Is = (value) => typeof value === 'number';
const textOrNull: Is = (value) => value === null || text(value);
const numberOrNull: Is = (value) => value === null || number(value);
const texts: Is = (value) => Array.isArray(value) && value.every(text);

/** What a row holds on disk, column by column. A file names its columns, so that new ones can be added at the end. */
const COLUMNS = [
  ['id', text],
  ['title', text],
  ['link', textOrNull],
  ['author', textOrNull],
  ['summary', text],
  ['picture', textOrNull],
  ['published', numberOrNull],
  ['updated', numberOrNull],
  ['arrived', number],
  ['language', textOrNull],
  ['words', number],
  ['tags', texts],
  ['ownTags', texts],
  ['regions', texts],
  ['regionTags', number],
  ['flags', number],
  ['offline', number],
  ['hash', text],
  ['guid', textOrNull],
  ['segment', number],
] as const satisfies [string, Is][];

type Row = [
  id: string,
  title: string,
  link: string | null,
  author: string | null,
  summary: string,
  picture: string | null,
  published: number | null,
  updated: number | null,
  arrived: number,
  language: string | null,
  words: number,
  tags: string[],
  ownTags: string[],
  regions: string[],
  regionTags: number,
  flags: number,
  offline: number,
  hash: string,
  guid: string | null,
  segment: number,
];

const NAMES: readonly string[] = COLUMNS.map(([name]) => name);

/** The shape of one feed's index files. */
export const indexShape = (feedId: string): Shape<IndexShard> => ({
  version: 1,
  keepsPrevious: true,
  encode: ({ rows }) => ({ feed: feedId, cols: NAMES, rows: rows.map(toRow) }),
  decode(value) {
    const { feed, cols, rows } = Object(value);
    if (feed !== feedId || !Array.isArray(rows)) throw new Damage(`it is no index of feed ${feedId}`);
    if (String(cols) !== String(NAMES)) throw new Damage(`its columns are ${String(cols).slice(0, 200)}`);
    return { feedId, rows: rows.map((row: unknown, at) => fromRow(checked(row, at), feedId)) };
  },
});

function checked(row: unknown, at: number): Row {
  if (!Array.isArray(row) || row.length !== COLUMNS.length) throw new Damage(`row ${at} is no row`);
  for (let i = 0; i < COLUMNS.length; i++) {
    const column = COLUMNS[i];
    if (!column?.[1](row[i])) throw new Damage(`row ${at} has a wrong ${column?.[0]}`);
  }
  return row as Row;
}

const toRow = (header: StoredHeader): Row => [
  header.id,
  header.title,
  header.link,
  header.author,
  header.summary,
  header.picture,
  header.published,
  header.updated,
  header.arrived,
  header.language,
  header.words,
  header.tags,
  header.ownTags,
  header.regions,
  header.regionTags,
  (header.read ? READ : 0) | (header.bookmarked ? BOOKMARKED : 0),
  OFFLINE_LEVELS.indexOf(header.offline),
  header.hash,
  header.guid,
  header.segment,
];

function fromRow(row: Row, feedId: string): StoredHeader {
  const [id, title, link, author, summary, picture, published, updated, arrived, language, words, ...rest] = row;
  const [tags, ownTags, regions, regionTags, flags, offline, hash, guid, segment] = rest;
  return {
    id,
    feedId,
    title,
    link,
    author,
    summary,
    picture,
    published,
    updated,
    arrived,
    language,
    words,
    tags,
    ownTags,
    regions,
    regionTags,
    read: (flags & READ) !== 0,
    bookmarked: (flags & BOOKMARKED) !== 0,
    offline: OFFLINE_LEVELS[offline] ?? 'feed',
    hash,
    guid,
    segment,
  };
}
