import type { ArticleHeader, Enclosure } from '../../contract/model';
import type { ParsedItem } from '../../contract/parsed-feed';
import { cut } from './cut';
import { believable, timeOf } from './dates';
import { digest } from './digest';
import { languageTag } from './language-tag';
import { linkKey, webLink } from './links';
import { tagsFrom } from './tags';

/** An item with what the workers make of its text. */
export interface ReadableItem extends ParsedItem {
  /** Plain text, at most 160 characters. */
  excerpt: string;
  words: number;
}

/** The feed that an item came in. */
export interface Origin {
  feedId: string;
  /** For links that are not absolute. */
  address: string;
  language: string | null;
  now: number;
}

/** What tells an article from others and from its own earlier version. */
export interface Identity {
  /** Of what the publisher wrote, dates apart: many feeds have new ones every time. */
  hash: string;
  /** The publisher's own identifier; null when there is none or it is the link. */
  guid: string | null;
}

/** What of an article is only wanted when it is opened. */
export interface Body {
  html: string;
  enclosures: Enclosure[];
}

/** An article as a feed brings it, with its body in one form or another. */
export interface Arrival<Form = Body> {
  header: ArticleHeader & Identity;
  body: Form;
}

const MOST = { title: 1_000, author: 200, guid: 1_000, html: 1_048_576, enclosures: 50 };
const EMBEDDINGS = /[\u202a-\u202e\u2066-\u2069]/g;
const MARKS_AROUND = /^[\s\u200e\u200f]+|[\s\u200e\u200f]+$/g;

/** Makes an article of an item: an identifier for good, absolute links, believable dates, tags without repeats. */
export function normalise(item: ReadableItem, { feedId, address, language, now }: Origin): Arrival {
  const link = webLink(item.link, address);
  const title = tidyTitle(item.title ?? '');
  const author = item.author === null ? null : cut(item.author, MOST.author);
  const guid = item.id === null || item.id === item.link ? null : item.id;
  const html = cut(item.content ?? item.summary ?? '', MOST.html);
  const enclosures = item.enclosures.slice(0, MOST.enclosures);
  const tags = tagsFrom(item.categories);
  const files = enclosures.map(({ url }) => url);
  return {
    header: {
      id: digest(feedId, guid ?? item.link ?? digest(title || html, item.published ?? '')),
      feedId,
      title,
      link,
      author,
      summary: item.excerpt,
      picture: webLink(item.picture, address),
      published: believable(timeOf(item.published), now),
      updated: believable(timeOf(item.updated), now),
      arrived: now,
      language: languageTag(item.language) ?? languageTag(language),
      words: item.words,
      tags,
      ownTags: [],
      regions: [],
      regionTags: 0,
      read: false,
      bookmarked: false,
      offline: 'feed',
      thumbnail: false,
      hash: digest(title, link === null ? '' : linkKey(link), author ?? '', html, ...tags, ...files),
      guid: guid === null ? null : cut(guid, MOST.guid),
    },
    body: { html, enclosures },
  };
}

/** Whatever turns the direction of a whole title is a stray; marks between its words have their meaning. */
const tidyTitle = (title: string): string =>
  cut(title, MOST.title).replace(EMBEDDINGS, '').replace(/\s+/g, ' ').replace(MARKS_AROUND, '');
