import { Fault } from '../../contract/failures';
import { checkedKind } from '../pictures/prepare';
import type { FeedRecord } from '../store/core-data';
import { isUnreached } from './article-pictures';
import { type FetchingPorts, fetchFor } from './fetch-picture';

const MOST_TRIED = 3;
const PAGE_BYTES = 1_000_000;
const ICON_BYTES = 200_000;
/** A larger one is made small. */
const SMALL_BYTES = 30_000;
const LEAST_SIDE = 16;

/** Runs a request in its host's turn. */
export type InTurn = <T>(host: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * The icon of a feed's site: what its page offers, else what lies at /favicon.ico; null where there is none that can be
 * shown. Throws the Faults of the network, where the site could not be reached or wants to be left alone.
 */
export async function fetchIcon(ports: FetchingPorts, feed: FeedRecord, inTurn: InTurn): Promise<Uint8Array | null> {
  const page = feed.site ?? new URL('/', feed.address).href;
  const offered = await iconsOf(ports, feed, page, inTurn);
  for (const address of [...offered.slice(0, MOST_TRIED), new URL('/favicon.ico', page).href]) {
    const icon = await iconAt(ports, feed, address, inTurn);
    if (icon) return icon;
  }
  return null;
}

async function iconsOf(ports: FetchingPorts, feed: FeedRecord, page: string, inTurn: InTurn): Promise<string[]> {
  try {
    const { body, contentType, url } = await inTurn(new URL(page).host, (signal) =>
      fetchFor(ports, feed, page, { accept: 'text/html', maxBytes: PAGE_BYTES, signal }),
    );
    return await ports.work.findIcons(body, { contentType, url });
  } catch (thrown) {
    return passUnlessUnreached(thrown, []);
  }
}

async function iconAt(ports: FetchingPorts, feed: FeedRecord, url: string, inTurn: InTurn): Promise<Uint8Array | null> {
  try {
    const { body } = await inTurn(new URL(url).host, (signal) =>
      fetchFor(ports, feed, url, { accept: 'image/*', maxBytes: ICON_BYTES, signal }),
    );
    const { size } = checkedKind(body, url);
    if (size && Math.min(size.width, size.height) < LEAST_SIDE) return null;
    if (body.byteLength <= SMALL_BYTES) return body;
    return (await ports.work.preparePicture(body, { url, thumbnail: true })).thumbnail ?? body;
  } catch (thrown) {
    return passUnlessUnreached(thrown, null);
  }
}

/** A site without a page or an icon is no failure; one that was not asked is asked another time. */
function passUnlessUnreached<T>(thrown: unknown, otherwise: T): T {
  if (!(thrown instanceof Fault)) throw thrown;
  const { code } = thrown.failure;
  if (code === 'cancelled' || code === 'working-offline' || code === 'too-many-requests' || isUnreached(code))
    throw thrown;
  return otherwise;
}
