import type { Extraction, HostMemory } from '../../contract/extracted-page';
import type { FeedCandidate } from '../../contract/model';
import type { ParsedFeed, ParsedItem } from '../../contract/parsed-feed';
import type { Arrival, Origin } from '../articles/normalise';
import type { parseOpml } from '../parsing/opml';
import type { PreparedPicture } from '../pictures/prepare';
import type { PackedBody } from '../store/body-record';

/** An item with what the list shows of its text. */
export interface ReadItem extends ParsedItem {
  /** Plain text, cut at a word, at most 160 characters. */
  excerpt: string;
  words: number;
}

export interface ReadFeed extends Omit<ParsedFeed, 'items'> {
  items: ReadItem[];
}

/** An article as a feed brings it, all but kept: its text is packed as the store keeps it. */
export type ReadArticle = Arrival<PackedBody>;

/** What a feed says of itself, and its articles. */
export interface ReadArticles extends Omit<ParsedFeed, 'items'> {
  items: ReadArticle[];
}

/** What would block whoever waits for a click. Bytes that are given stay the caller's. Each throws the Faults of its task. */
export interface Work {
  /** Throws the Fault `not-a-feed` or `malformed`. */
  readFeed(bytes: Uint8Array, options: { contentType: string | null; url: string | null }): Promise<ReadFeed>;
  /** The same as articles of this feed. The bytes may be gone afterwards. Throws the Fault `not-a-feed` or `malformed`. */
  readArticles(
    bytes: Uint8Array,
    options: { contentType: string | null; url: string },
    origin: Pick<Origin, 'feedId' | 'now'>,
  ): Promise<ReadArticles>;
  findFeedLinks(bytes: Uint8Array, options: { contentType: string | null; url: string }): Promise<FeedCandidate[]>;
  /**
   * A web page as an article. `memory` is what is known of its host, and comes back with what was learnt. Throws the Fault
   * `no-article` or `page-too-large`.
   */
  extractPage(
    bytes: Uint8Array,
    options: { contentType: string | null; url: string | null },
    memory?: HostMemory,
  ): Promise<Extraction>;
  /** Throws the Fault `not-opml`. */
  readOpml(bytes: Uint8Array): Promise<ReturnType<typeof parseOpml>>;
  sanitise(html: string, base: string | null): Promise<string>;
  /** The addresses of the pictures in sanitised HTML, each once, in its order. */
  findPictures(html: string): Promise<string[]>;
  /** The icons that a page offers, the one that suits a small tile best first. */
  findIcons(bytes: Uint8Array, options: { contentType: string | null; url: string }): Promise<string[]>;
  /** Makes a picture ready to be kept, behind all else. Throws the Fault `not-a-picture` or `picture-too-large`. */
  preparePicture(
    bytes: Uint8Array,
    options: { url: string; thumbnail: boolean },
  ): Promise<{ picture: PreparedPicture; thumbnail: Uint8Array | null }>;
  /** Ends what runs; what waits is answered with the Fault `cancelled`. */
  close(): Promise<void>;
}
