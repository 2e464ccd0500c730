import type { FeedCandidate } from '../../contract/model';
import { absolute, WEB } from './absolute';
import { type Attributes, readHtml } from './html-tokens';

const MOST = 50;
const LONGEST_TITLE = 200;
const FEED_TYPE = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml)$/;
const FEED_SCHEME = /^feed:/i;
const FEED_PATH = /\/(?:feeds?|rss2?|atom)\/?$|\.(?:rss|atom|rdf)$/i;
const FEED_FILE = /\.(?:xml|json)$/i;
const FEED_WORD = /feed|rss|atom|index/i;
const FEED_QUERY = /[?&](?:feed|format)=(?:rss2?|atom|rdf|json|feed)(?:&|$)/i;

/**
 * The feeds that a page offers, in its order: its `link rel=alternate` elements (RSS autodiscovery), and where it has
 * none, the links in its text that look like feeds. `url` is the page's own address.
 */
export function feedLinks(page: string, url: string): FeedCandidate[] {
  const announced = new Map<string, FeedCandidate>();
  const mentioned = new Map<string, FeedCandidate>();
  let base = url;
  let anchor: FeedCandidate | null = null;

  readHtml(page, {
    open(name, attributes) {
      if (name === 'base') base = absolute(attributes.get('href') ?? '', url, WEB) ?? base;
      if (name === 'link') add(announced, announcement(attributes, base));
      if (name === 'a') anchor = mention(attributes, base);
    },
    text(text) {
      if (anchor && !announced.size) anchor.title = (anchor.title ?? '') + text.slice(0, LONGEST_TITLE);
    },
    close(name) {
      if (name !== 'a') return;
      add(mentioned, anchor);
      anchor = null;
    },
  });
  return [...(announced.size > 0 ? announced : mentioned).values()];
}

function announcement(attributes: Attributes, base: string): FeedCandidate | null {
  const type = (attributes.get('type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  if (!relations.includes('alternate') || !FEED_TYPE.test(type)) return null;
  const address = absolute(attributes.get('href') ?? '', base, WEB);
  return address === null ? null : { address, title: attributes.get('title') ?? null, type };
}

function mention(attributes: Attributes, base: string): FeedCandidate | null {
  const href = (attributes.get('href') ?? '').trim();
  // feed://host and feed:https://host both occur.
  const target = href.replace(FEED_SCHEME, '');
  const address = absolute(target, base, WEB);
  const isFeed = address !== null && (target !== href || looksLikeFeed(new URL(address)));
  return isFeed ? { address, title: null, type: null } : null;
}

function looksLikeFeed({ pathname, search }: URL): boolean {
  return FEED_PATH.test(pathname) || FEED_QUERY.test(search) || (FEED_FILE.test(pathname) && FEED_WORD.test(pathname));
}

function add(found: Map<string, FeedCandidate>, candidate: FeedCandidate | null): void {
  if (!candidate || found.size >= MOST || found.has(candidate.address)) return;
  const title = candidate.title?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  found.set(candidate.address, { ...candidate, title: title || null });
}
