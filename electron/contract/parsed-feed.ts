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
  rhythm: PublishingRhythm;
  items: ParsedItem[];
}

/** How often a publisher says that it is worth asking. All of it is advice, and most feeds give none. */
export interface PublishingRhythm {
  /** For how many minutes what was fetched stays fresh (RSS 2.0, `ttl`): 1 to 525,600. */
  ttlMinutes: number | null;
  /** How many minutes lie between two issues (RSS 1.0 Syndication module): 1 to 525,600. */
  everyMinutes: number | null;
  /** Hours in which nothing is published (RSS 0.91 and 2.0, `skipHours`): 0 to 23, UTC, ascending; never all of them. */
  skipHours: number[];
  /** Weekdays on which nothing is published (`skipDays`): 0 is Sunday, UTC, ascending; never all of them. */
  skipDays: number[];
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
