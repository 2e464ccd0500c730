import { Fault } from '../contract/failures';
import { cut } from './articles/cut';
import { digestOf } from './articles/digest';
import { languageTag } from './articles/language-tag';
import { webLink } from './articles/links';
import { mayHearSame } from './fetching/address';
import type { Fetch } from './fetching/fetch';
import { type Fetched, fetchResource } from './fetching/http';
import type { Core, FeedRecord } from './store/core-data';
import { withFeed } from './store/feed-records';
import type { Store } from './store/store';
import { feedAt } from './subscriptions/feed-record';
import { withoutLogin } from './subscriptions/login-address';
import { usualGap } from './subscriptions/schedule';
import type { Secrets } from './subscriptions/secrets';
import { wayTo } from './subscriptions/way';
import { takeIn } from './take-in';
import type { ReadArticles, Work } from './work/work';

const LONGEST_TITLE = 200;
const LONGEST_VALIDATOR = 1_000;

export interface RefreshPorts {
  store: Store;
  fetch: Fetch;
  work: Work;
  now: () => number;
  secrets: Secrets;
  /** Between 0 and 1. */
  random: () => number;
}

/** What one feed brought. */
export interface Refreshed {
  /** False when the feed is the same as the last time. */
  modified: boolean;
  added: number;
  changed: number;
  bytes: number;
}

/**
 * Refreshes one feed, from its address to articles on the disk. Throws the Fault of whatever stopped it; then everything
 * is as it was. What is noted of the feed itself is kept with the next change of the core.
 */
export async function refreshFeed(ports: RefreshPorts, feed: FeedRecord, signal: AbortSignal): Promise<Refreshed> {
  const fetched = await fetchAgainIfCut(ports, feed, signal);
  const { status, body, bytes } = fetched;
  const hash = status === 304 ? feed.hash : digestOf(body);
  if (hash !== null && hash !== feed.hash) {
    return { modified: true, ...(await keepFeed(ports, feed, fetched, hash)), bytes };
  }
  // Where texts were lost meanwhile, all of the feed is to come again.
  note(ports, feed.id, fetched, ({ hash: now }) => (now === feed.hash ? {} : { etag: null, lastModified: null }));
  return { modified: false, added: 0, changed: 0, bytes };
}

/** A connection that was kept open since the last time may have died meanwhile: a second try tells what is the matter. */
async function fetchAgainIfCut(
  { fetch, store, secrets }: RefreshPorts,
  feed: FeedRecord,
  signal: AbortSignal,
): Promise<Fetched> {
  const { etag, lastModified } = feed;
  const { address, headers, route } = wayTo(feed, store.settings.data.proxy, secrets);
  const fetchOnce = () => fetchResource(fetch, address, { etag, lastModified, headers, route, signal });
  try {
    return await fetchOnce();
  } catch (thrown) {
    if (!(thrown instanceof Fault && thrown.failure.code === 'connection-cut')) throw thrown;
    return await fetchOnce();
  }
}

/**
 * Keeps what a feed says, its articles first: validators are only worth something once all they stand for is kept. `hash`
 * is that of its bytes, which are gone afterwards.
 */
export async function keepFeed(
  ports: Omit<RefreshPorts, 'fetch'>,
  feed: FeedRecord,
  fetched: Fetched,
  hash: string,
): Promise<{ added: number; changed: number }> {
  const { store, work, now } = ports;
  const { body, contentType, url } = fetched;
  const read = await work.readArticles(body, { contentType, url }, { feedId: feed.id, now: now() });
  const news = await takeIn(store, feed.id, read.items, now);
  const change = news.added + news.changed > 0 ? { lastChange: now() } : {};
  note(ports, feed.id, fetched, (known) => ({ ...described(known, read, now()), hash, ...change }));
  return news;
}

function described(
  { title, ownTitle, site, address, language }: FeedRecord,
  read: ReadArticles,
  now: number,
): Partial<FeedRecord> {
  const published = cut(read.title?.trim() ?? '', LONGEST_TITLE) || title;
  return {
    title: published,
    // A list of feeds gives each a title; only one that differs from the publisher's is the reader's own.
    ownTitle: ownTitle === published ? null : ownTitle,
    site: webLink(read.link, address) ?? site,
    language: languageTag(read.language) ?? language,
    carries: read.items.length,
    rhythm: read.rhythm,
    gap: usualGap(
      read.items.map(({ header }) => header.published ?? header.updated),
      now,
    ),
  };
}

/** Notes that a feed answered, and what it says of itself. */
function note(
  { store, secrets, now, random }: Omit<RefreshPorts, 'fetch' | 'work'>,
  id: string,
  { etag, lastModified, movedTo, freshMs }: Fetched,
  more: (feed: FeedRecord) => Partial<FeedRecord>,
): void {
  const time = now();
  const validators = { etag: usable(etag), lastModified: usable(lastModified) };
  const asked = { lastTry: time, lastSuccess: time, trouble: null, ended: false, spread: random() };
  const answer = { ...validators, ...asked, freshUntil: freshMs === null ? null : time + freshMs };
  store.core.note((core) =>
    withFeed(core, id, (feed) => ({ ...answer, ...more(feed), ...moved(core, feed, movedTo, secrets) })),
  );
}

/** A validator that is longer than any honest one is not sent back. */
const usable = (validator: string | null): string | null =>
  validator !== null && validator.length <= LONGEST_VALIDATOR ? validator : null;

/**
 * A permanent redirect that is seen twice is followed for good, unless another feed is there already, or it would take the
 * reader's password or headers to another host: there the redirect is followed each time, without them.
 */
function moved(core: Core, feed: FeedRecord, target: string | null, secrets: Secrets): Partial<FeedRecord> {
  // What is secret of it is kept already.
  const movedTo = target === null ? null : withoutLogin(target).address;
  if (movedTo === null || movedTo !== feed.movingTo) return { movingTo: movedTo };
  const there = feedAt(core, movedTo);
  const isFree = there === undefined || there.id === feed.id;
  const mayFollow = isFree && (mayHearSame(new URL(feed.address), new URL(movedTo)) || !secrets.areSent(feed));
  return mayFollow ? { address: movedTo, movingTo: null } : { movingTo: movedTo };
}
