/** Rows as arrays of JSON: how the journal carries a header, and how index files of version 1 held them all. */
import { OFFLINE_LEVELS } from '../../contract/model';
import { Damage } from './frame';
import { flagsOf, halvesOf, IndexBlock } from './index-block';
import { BOOKMARKED, READ, type StoredHeader, THUMBNAIL } from './stored-header';

type Is = (value: unknown) => boolean;
const text: Is = (value) => typeof value === 'string';
const number: Is = (value) => typeof value === 'number';
const textOrNull: Is = (value) => value === null || text(value);
const numberOrNull: Is = (value) => value === null || number(value);
const texts: Is = (value) => Array.isArray(value) && value.every(text);

/** What a row holds, in this order. */
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

const NAMES = COLUMNS.map(([name]) => name);

export type Row = [
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

export const toRow = (header: StoredHeader): Row => [
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
  flagsOf(header) & (READ | BOOKMARKED | THUMBNAIL),
  OFFLINE_LEVELS.indexOf(header.offline),
  header.hash,
  header.guid,
  header.segment,
];

/** The header in a row. Throws {@link Damage} when it is no row. */
export function fromRow(value: unknown, feedId: string): StoredHeader {
  if (!Array.isArray(value) || value.length !== COLUMNS.length) throw new Damage('a row is no row');
  const wrong = COLUMNS.find(([, is], at) => !is(value[at]));
  if (wrong) throw new Damage(`a row has a wrong ${wrong[0]}`);
  const [id, title, link, author, summary, picture, published, updated, arrived, language, words, ...rest] =
    value as Row;
  const [tags, ownTags, regions, regionTags, flags, offline, hash, guid, segment] = rest;
  halvesOf(id);
  const described = { id, feedId, title, link, author, summary, picture, published, updated, arrived, language, words };
  const is = (bit: number): boolean => (flags & bit) !== 0;
  const state = { read: is(READ), bookmarked: is(BOOKMARKED), thumbnail: is(THUMBNAIL) };
  const level = OFFLINE_LEVELS[offline] ?? 'feed';
  return { ...described, tags, ownTags, regions, regionTags, ...state, offline: level, hash, guid, segment };
}

/** The block in an index file of version 1. Throws {@link Damage}. */
export function blockOfRows(value: unknown, feedId: string): IndexBlock {
  const { feed, cols, rows } = Object(value);
  if (feed !== feedId || !Array.isArray(rows)) throw new Damage(`it is no index of feed ${feedId}`);
  if (String(cols) !== String(NAMES)) throw new Damage(`its columns are ${String(cols).slice(0, 200)}`);
  const block = new IndexBlock(feedId);
  for (const [at, row] of rows.entries()) block.set(at, fromRow(row, feedId));
  return block;
}
