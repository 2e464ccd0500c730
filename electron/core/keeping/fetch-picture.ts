import { Fault, failure } from '../../contract/failures';
import type { Fetch } from '../fetching/fetch';
import { fetchResource } from '../fetching/http';
import { checkedKind, isSpeck, LARGE_BYTES, MOST_BYTES, type PreparedPicture } from '../pictures/prepare';
import type { Core, FeedRecord } from '../store/core-data';
import type { Store } from '../store/store';
import { heldUntil } from '../subscriptions/held-hosts';
import type { Secrets } from '../subscriptions/secrets';
import { wayTo } from '../subscriptions/way';
import type { Work } from '../work/work';

export interface FetchingPorts {
  store: Store;
  fetch: Fetch;
  work: Work;
  secrets: Secrets;
  now: () => number;
}

/** What Caravan can show, and best what it can also make smaller; a server that can choose sends no AVIF then. */
const PICTURES = 'image/webp, image/png, image/jpeg, image/gif, image/svg+xml;q=0.9, image/*;q=0.5';
const LONGEST_MS = 60_000;

/** Throws the Fault 'too-many-requests' while the host asked to be left alone. */
function checkHost(core: Core, address: string, now: number): void {
  const { host } = new URL(address);
  if (heldUntil(core, host, now) !== null) throw new Fault('too-many-requests', { host, status: 429 });
}

interface Asked {
  accept: string;
  maxBytes: number;
  signal: AbortSignal;
}

/**
 * Fetches what belongs to a feed, by the feed's way to the network and with nothing else of the reader's: no login, no
 * headers, no referrer. Only where the feed's own address is private may this one be. Throws the Faults of the network.
 */
export function fetchFor({ store, fetch, secrets, now }: FetchingPorts, feed: FeedRecord, url: string, asked: Asked) {
  checkHost(store.core.data, url, now());
  const { route } = wayTo(feed, store.settings.data.proxy, secrets);
  return fetchResource(fetch, url, { ...asked, typed: feed.address, wholeMs: LONGEST_MS, ...(route && { route }) });
}

/**
 * A picture of an article, ready to be kept; null for one that is there to count readers. Throws the Faults of the network,
 * 'not-a-picture' and 'picture-too-large'.
 */
export async function fetchPicture(
  ports: FetchingPorts,
  feed: FeedRecord,
  url: string,
  signal: AbortSignal,
): Promise<PreparedPicture | null> {
  const { body } = await fetchFor(ports, feed, url, { accept: PICTURES, maxBytes: MOST_BYTES, signal }).catch(tooLarge);
  const kind = checkedKind(body, url);
  if (isSpeck(kind)) return null;
  if (body.byteLength > LARGE_BYTES) return (await ports.work.preparePicture(body, { url, thumbnail: false })).picture;
  return { bytes: body, type: kind.type, width: kind.size?.width ?? null, height: kind.size?.height ?? null };
}

/** Said of a feed, it would be of little help. */
function tooLarge(thrown: unknown): never {
  if (thrown instanceof Fault && thrown.failure.code === 'too-large') {
    const { code, detail } = failure('picture-too-large', thrown.failure.detail);
    throw new Fault(code, detail, thrown);
  }
  throw thrown;
}
