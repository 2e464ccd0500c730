import type { Enclosure } from './model';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

/**
 * A feed as its bytes say it, before Caravan makes articles of it. Times are ISO 8601 UTC with milliseconds or
 * null; missing text is null; addresses are absolute where a base is known. Nothing in it is sanitised.
 */
export interface ParsedFeed {
  title: string | null;
  /** The site. */
  link: string | null;
  description: string | null;
  language: string | null;
  format: FeedFormat;
  items: ParsedItem[];
}

export interface ParsedItem {
  /** As the publisher gives it: guid, id or rdf:about; null when there is none. */
  id: string | null;
  /** Plain text: markup removed, entities decoded. */
  title: string | null;
  link: string | null;
  published: string | null;
  updated: string | null;
  author: string | null;
  /** HTML, as it came. */
  summary: string | null;
  /** HTML, as it came; the longest text that the feed has. */
  content: string | null;
  categories: string[];
  language: string | null;
  enclosures: Enclosure[];
  /** Lead picture from media:*, itunes:image or an image enclosure. */
  picture: string | null;
}
