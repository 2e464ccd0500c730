import { digest } from '../articles/digest';
import type { Core, FeedRecord } from '../store/core-data';

export interface NewFeed {
  address: string;
  title: string | null;
  ownTitle: string | null;
  site: string | null;
  folderId: string | null;
}

/** What two addresses of the same feed have in common: everything but http or https and a slash at the end. */
export const addressKey = (address: string): string => address.replace(/^https?:/, '').replace(/\/$/, '');

/** The record of the feed at an address, of a removed one too. */
export function feedAt({ feeds }: Core, address: string): FeedRecord | undefined {
  const key = addressKey(address);
  return feeds.find((feed) => addressKey(feed.address) === key);
}

/** The identifier of a feed at this address. One that moved keeps its own, and what is at its old address now has another. */
export function freeId(address: string, isTaken: (id: string) => boolean): string {
  for (let tries = 0, id = digest(address); ; id = digest(`${address} ${++tries}`)) if (!isTaken(id)) return id;
}

/** A subscription that begins now. What is left of an earlier one to the same feed, its bookmarks, belongs to it again. */
export function startFeed(
  earlier: FeedRecord | undefined,
  feed: NewFeed,
  now: number,
  id = earlier?.id ?? digest(feed.address),
): FeedRecord {
  return {
    id,
    ...feed,
    language: null,
    added: now,
    etag: null,
    lastModified: null,
    hash: null,
    movingTo: null,
    lastTry: null,
    lastSuccess: null,
    lastChange: null,
    trouble: null,
    ended: false,
    removed: null,
    carries: null,
    rhythm: null,
    freshUntil: null,
    gap: null,
    spread: 0.5,
    minutes: null,
    proxy: null,
    keep: null,
    icon: null,
    shards: earlier?.shards ?? 0,
  };
}

/** The same core with a subscription in it: at the end, or where its earlier one was. */
export function withSubscription(core: Core, feed: FeedRecord): Core {
  const isThere = core.feeds.some(({ id }) => id === feed.id);
  const feeds = isThere ? core.feeds.map((other) => (other.id === feed.id ? feed : other)) : [...core.feeds, feed];
  return { ...core, feeds };
}
