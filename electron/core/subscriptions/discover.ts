import { Fault } from '../../contract/failures';
import type { FeedCandidate } from '../../contract/model';
import { webAddress } from '../fetching/address';
import type { Fetched } from '../fetching/http';
import { isNetworkFailure } from '../fetching/network-fault';
import type { Work } from '../work/work';

interface FoundFeed {
  /** Where it is from now on. */
  address: string;
  fetched: Fetched;
}

/** A feed, or the several that a page offers. */
export type Discovery = { found: FoundFeed; choices?: undefined } | { found?: undefined; choices: FeedCandidate[] };

export interface DiscoveryPorts {
  fetchFeed(address: string): Promise<Fetched>;
  work: Pick<Work, 'readFeed' | 'findFeedLinks'>;
}

/** Where sites that name no feed often have one. */
const COMMON_PATHS = ['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml', '/index.xml'];
const HAS_SCHEME = /^\s*[a-z][a-z0-9+.-]*:/i;

/**
 * Finds the feed at an address that a reader typed: the feed itself, or by way of a page. Throws the Fault
 * 'not-an-address', 'no-feed-found', 'not-a-feed', 'malformed' or whatever fetching meets.
 */
export async function discover(typed: string, ports: DiscoveryPorts): Promise<Discovery> {
  const { address, fetched } = await fetchTyped(typed, ports);
  const found = await readIfFeed(address, fetched, ports);
  if (found) return { found };
  const { body, contentType, url } = fetched;
  const choices = await ports.work.findFeedLinks(body, { contentType, url });
  const [only, another] = choices;
  if (another) return { choices };
  if (only) return { found: await fetchAndCheck(only.address, ports) };
  return { found: await guess(url, ports) };
}

/** Who typed no scheme meant the site, and some sites still speak only http. */
async function fetchTyped(
  typed: string,
  { fetchFeed }: DiscoveryPorts,
): Promise<Pick<FoundFeed, 'address' | 'fetched'>> {
  const address = webAddress(typed);
  try {
    return { address, fetched: await fetchFeed(address) };
  } catch (thrown) {
    const isRefused = thrown instanceof Fault && thrown.failure.code === 'connection-refused';
    if (HAS_SCHEME.test(typed) || !isRefused || !address.startsWith('https:')) throw thrown;
    const insecure = address.replace(/^https:/, 'http:');
    return { address: insecure, fetched: await fetchFeed(insecure) };
  }
}

/** The feed, or null when it is a page instead. */
async function readIfFeed(address: string, fetched: Fetched, ports: DiscoveryPorts): Promise<FoundFeed | null> {
  try {
    return await checked(address, fetched, ports);
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.failure.code === 'not-a-feed' && thrown.failure.detail.looksLikePage === 1) {
      return null;
    }
    throw thrown;
  }
}

async function guess(page: string, ports: DiscoveryPorts): Promise<FoundFeed> {
  for (const path of COMMON_PATHS) {
    try {
      return await fetchAndCheck(new URL(path, page).href, ports);
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      const { code } = thrown.failure;
      // It was a guess: what is wrong there says nothing, but that the feed is followed does, and that the reader gave up.
      if (code === 'already-subscribed' || code === 'cancelled') throw thrown;
      if (isNetworkFailure(code)) break;
    }
  }
  throw new Fault('no-feed-found', { url: page });
}

const fetchAndCheck = async (address: string, ports: DiscoveryPorts): Promise<FoundFeed> =>
  checked(address, await ports.fetchFeed(address), ports);

/** Throws what `readFeed` throws: only what can be read is followed. */
async function checked(address: string, fetched: Fetched, { work }: DiscoveryPorts): Promise<FoundFeed> {
  const { body, contentType, url, movedTo } = fetched;
  await work.readFeed(body, { contentType, url });
  return { address: movedTo ?? address, fetched };
}
