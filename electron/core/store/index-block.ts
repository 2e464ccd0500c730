import { OFFLINE_LEVELS, type OfflineLevel } from '../../contract/model';
import { Damage } from './frame';
import { IndexColumns } from './index-columns';
import { PackedTexts } from './packed-texts';
import {
  BOOKMARKED,
  GONE,
  type HeaderView,
  NOWHERE,
  OFFLINE_BITS,
  OFFLINE_SHIFT,
  READ,
  type StoredHeader,
  THUMBNAIL,
} from './stored-header';
import { Titles } from './titles';
import { WordLists } from './word-lists';

export const BLOCK_ROWS = 2_000;

/** The parts of a block, as a file holds them. */
export interface BlockParts {
  feedId: string;
  rows: number;
  columns: IndexColumns;
  titles: Titles;
  tags: WordLists;
  regions: WordLists;
  languages: string[];
  ownTags: Map<number, string[]>;
  texts: PackedTexts;
}

/** The headers of one index file in columns. Rows stay where they are: a deleted one leaves its identifier. */
export class IndexBlock {
  readonly feedId: string;
  readonly parts: BlockParts;
  /** Another number after each change. */
  version = 0;
  readonly #buried = new Set<number>();

  constructor(feedId: string, parts?: BlockParts) {
    this.feedId = feedId;
    this.parts = parts ?? {
      feedId,
      rows: 0,
      columns: new IndexColumns(),
      titles: new Titles(),
      tags: new WordLists(),
      regions: new WordLists(),
      languages: [],
      ownTags: new Map(),
      texts: new PackedTexts(),
    };
  }

  get rows(): number {
    return this.parts.rows;
  }

  get isFull(): boolean {
    return this.parts.rows >= BLOCK_ROWS;
  }

  /** The header of a row, or null when the article is gone. */
  view(at: number): HeaderView | null {
    return at < this.rows && !this.isGone(at) ? new Row(this.parts, at) : null;
  }

  *views(): Iterable<HeaderView> {
    for (let at = 0; at < this.rows; at++) if (!this.isGone(at)) yield new Row(this.parts, at);
  }

  high(at: number): number {
    return this.parts.columns.get('high', at);
  }

  low(at: number): number {
    return this.parts.columns.get('low', at);
  }

  /** The time that it was published, NaN when that is unknown; and when it arrived. */
  times(at: number): { published: number; arrived: number } {
    return { published: this.parts.columns.get('published', at), arrived: this.parts.columns.get('arrived', at) };
  }

  flags(at: number): number {
    return this.parts.columns.get('flags', at);
  }

  isGone(at: number): boolean {
    return (this.flags(at) & GONE) !== 0;
  }

  setFlags(at: number, flags: number): void {
    this.parts.columns.set('flags', at, flags);
    this.version++;
  }

  setOwnTags(at: number, tags: readonly string[]): void {
    if (tags.length > 0) this.parts.ownTags.set(at, [...tags]);
    else this.parts.ownTags.delete(at);
    this.version++;
  }

  /** Deletes an article, all but its identifier. */
  bury(at: number): void {
    this.parts.columns.set('flags', at, GONE);
    this.#buried.add(at);
    this.version++;
  }

  /** The segments that hold texts of deleted articles. */
  goneSegments(): Set<number> {
    const segments = new Set<number>();
    for (let at = 0; at < this.rows; at++) {
      const segment = this.parts.columns.get('segment', at);
      if (this.isGone(at) && segment !== NOWHERE) segments.add(segment);
    }
    return segments;
  }

  /** The texts of deleted articles are no longer in this segment. */
  noteTidied(segment: number): void {
    for (let at = 0; at < this.rows; at++) {
      if (!this.isGone(at) || this.parts.columns.get('segment', at) !== segment) continue;
      this.parts.columns.set('segment', at, NOWHERE);
      this.version++;
    }
  }

  /** Clears away what deleted articles have left: together, since their texts are packed in chunks. */
  sweep(): void {
    const { titles, tags, regions, ownTags, texts } = this.parts;
    texts.clear(this.#buried);
    for (const at of this.#buried) {
      titles.set(at, '');
      tags.set(at, []);
      regions.set(at, []);
      ownTags.delete(at);
    }
    this.#buried.clear();
  }

  /** Replaces a row, or adds the next one. */
  set(at: number, header: StoredHeader): void {
    const { columns, titles, tags, regions, texts } = this.parts;
    columns.set('high', at, Number.parseInt(header.id.slice(0, 8), 16));
    columns.set('low', at, Number.parseInt(header.id.slice(8), 16));
    columns.set('published', at, header.published ?? Number.NaN);
    columns.set('updated', at, header.updated ?? Number.NaN);
    columns.set('arrived', at, header.arrived);
    columns.set('words', at, header.words);
    columns.set('regionTags', at, header.regionTags);
    columns.set('segment', at, header.segment);
    columns.set('language', at, this.#languageNumber(header.language));
    columns.set('flags', at, flagsOf(header));
    titles.set(at, header.title);
    tags.set(at, header.tags);
    regions.set(at, header.regions);
    texts.set(at, [header.link, header.author, header.summary, header.picture, header.hash, header.guid]);
    this.#buried.delete(at);
    this.parts.rows = Math.max(this.parts.rows, at + 1);
    this.setOwnTags(at, header.ownTags);
  }

  /** Forgets all rows from `rows` on. */
  cut(rows: number): void {
    for (let at = rows; at < this.rows; at++) {
      this.parts.ownTags.delete(at);
      this.#buried.delete(at);
    }
    this.parts.texts.cut(rows);
    this.parts.rows = rows;
    this.version++;
  }

  /** Zero is for no language. */
  #languageNumber(language: string | null): number {
    if (language === null) return 0;
    const known = this.parts.languages.indexOf(language);
    return known >= 0 ? known + 1 : this.parts.languages.push(language);
  }
}

/** The bits that say how much of an article is here. */
export const offlineBits = (level: OfflineLevel): number => OFFLINE_LEVELS.indexOf(level) << OFFLINE_SHIFT;

type Flagged = Pick<StoredHeader, 'read' | 'bookmarked' | 'offline' | 'thumbnail'>;

export const flagsOf = ({ read, bookmarked, offline, thumbnail }: Flagged): number =>
  (read ? READ : 0) | (bookmarked ? BOOKMARKED : 0) | (thumbnail ? THUMBNAIL : 0) | offlineBits(offline);

const ID = /^[0-9a-f]{16}$/;

export const isArticleId = (id: string): boolean => ID.test(id);

/** The two halves of an article's identifier. Throws {@link Damage} when it is none. */
export function halvesOf(id: string): { high: number; low: number } {
  if (!isArticleId(id)) throw new Damage(`${id.slice(0, 50)} is no identifier of an article`);
  return { high: Number.parseInt(id.slice(0, 8), 16), low: Number.parseInt(id.slice(8), 16) };
}

const idOf = (high: number, low: number): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');

const timeOf = (time: number): number | null => (Number.isNaN(time) ? null : time);

/** One row, read when it is asked for. It shows what the row holds now, and must not be kept over a change. */
class Row implements HeaderView {
  readonly #parts: BlockParts;
  readonly #at: number;

  constructor(parts: BlockParts, at: number) {
    this.#parts = parts;
    this.#at = at;
  }

  get id(): string {
    return idOf(this.#parts.columns.get('high', this.#at), this.#parts.columns.get('low', this.#at));
  }
  get feedId(): string {
    return this.#parts.feedId;
  }
  get title(): string {
    return this.#parts.titles.get(this.#at);
  }
  get published(): number | null {
    return timeOf(this.#parts.columns.get('published', this.#at));
  }
  get updated(): number | null {
    return timeOf(this.#parts.columns.get('updated', this.#at));
  }
  get arrived(): number {
    return this.#parts.columns.get('arrived', this.#at);
  }
  get language(): string | null {
    return this.#parts.languages[this.#parts.columns.get('language', this.#at) - 1] ?? null;
  }
  get words(): number {
    return this.#parts.columns.get('words', this.#at);
  }
  get tags(): string[] {
    return this.#parts.tags.get(this.#at);
  }
  get ownTags(): string[] {
    return this.#parts.ownTags.get(this.#at) ?? [];
  }
  get regions(): string[] {
    return this.#parts.regions.get(this.#at);
  }
  get regionTags(): number {
    return this.#parts.columns.get('regionTags', this.#at);
  }
  get read(): boolean {
    return (this.#flags & READ) !== 0;
  }
  get bookmarked(): boolean {
    return (this.#flags & BOOKMARKED) !== 0;
  }
  get offline(): OfflineLevel {
    return OFFLINE_LEVELS[(this.#flags & OFFLINE_BITS) >> OFFLINE_SHIFT] ?? 'feed';
  }
  get thumbnail(): boolean {
    return (this.#flags & THUMBNAIL) !== 0;
  }
  get segment(): number {
    return this.#parts.columns.get('segment', this.#at);
  }
  get #flags(): number {
    return this.#parts.columns.get('flags', this.#at);
  }

  whole(): StoredHeader {
    const [link, author, summary, picture, hash, guid] = this.#parts.texts.get(this.#at);
    const { id, feedId, title, published, updated, arrived, language, words, tags, regions, regionTags } = this;
    const { read, bookmarked, offline, thumbnail, segment } = this;
    const described = { id, feedId, title, link, author, summary, picture, published, updated, arrived, language };
    const sorted = { words, tags, ownTags: [...this.ownTags], regions, regionTags, read, bookmarked };
    return { ...described, ...sorted, offline, thumbnail, hash, guid, segment };
  }
}
