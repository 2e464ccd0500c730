import type { ArticleHeader } from '../../contract/model';

/** A header with what only the store and the merge need. */
export interface StoredHeader extends ArticleHeader {
  /** Of what the publisher wrote: tells changed from same. */
  hash: string;
  /** The publisher's own identifier; null when the link is. */
  guid: string | null;
  /** The body file that holds the text. */
  segment: number;
}

/** What the reader did to an article, and what Caravan knows of it, as bits. */
export const READ = 1;
export const BOOKMARKED = 2;
/** Two bits: how much of it is on this computer. */
export const OFFLINE_SHIFT = 2;
export const OFFLINE_BITS = 3 << OFFLINE_SHIFT;
/** Deleted: all that is left of it is the identifier, so that it does not come back. */
export const GONE = 16;
/** There is a small picture for its row. */
export const THUMBNAIL = 32;

/** The segment of an article whose text was deleted. */
export const NOWHERE = 0xffff_ffff;

/** What a list, a filter or a count looks at; the rest of the header is made when it is asked for. */
export interface HeaderView
  extends Pick<
    StoredHeader,
    | 'id'
    | 'feedId'
    | 'title'
    | 'published'
    | 'updated'
    | 'arrived'
    | 'language'
    | 'words'
    | 'tags'
    | 'ownTags'
    | 'regions'
    | 'regionTags'
    | 'read'
    | 'bookmarked'
    | 'offline'
    | 'thumbnail'
    | 'segment'
  > {
  whole(): StoredHeader;
}

/** What is put in the place of an article that must not come. */
export const tombstoneOf = (feedId: string, id: string): StoredHeader => ({
  id,
  feedId,
  title: '',
  link: null,
  author: null,
  summary: '',
  picture: null,
  published: null,
  updated: null,
  arrived: 0,
  language: null,
  words: 0,
  tags: [],
  ownTags: [],
  regions: [],
  regionTags: 0,
  read: true,
  bookmarked: false,
  offline: 'feed',
  thumbnail: false,
  hash: '',
  guid: null,
  segment: NOWHERE,
});
