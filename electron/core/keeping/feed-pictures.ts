import { type Failure, Fault, toFailure } from '../../contract/failures';
import type { OfflineLevel } from '../../contract/model';
import { isAllHere } from '../articles/shown-text';
import type { FeedRecord } from '../store/core-data';
import { feedRecord } from '../store/feed-records';
import type { Part } from '../store/layout';
import type { ArticlePictures, PicturePart } from '../store/pictures/picture-part';
import type { HeaderView, StoredHeader } from '../store/stored-header';
import { holdFor } from '../subscriptions/health';
import { withHeldHost } from '../subscriptions/held-hosts';
import { areAllHere, type Got, isAwaited, isUnreached, nextOf, withGot } from './article-pictures';
import { type FetchingPorts, fetchPicture } from './fetch-picture';
import type { InTurn } from './site-icon';

/** Smaller ones are signs and portraits, and say nothing of the article. */
const LEAST_LEAD = { width: 120, height: 90 };
const MOST_AT_ONCE = 8;
/** What stands in the way of every picture, and says nothing of this one. */
const OF_ALL: ReadonlySet<string> = new Set(['cancelled', 'pictures-full', 'working-offline', 'unexpected']);

export interface PicturePorts extends FetchingPorts {
  inTurn: InTurn;
  /** Makes room for a picture. Throws the Fault 'pictures-full'. */
  makeRoom(): Promise<void>;
  /** A picture came. */
  came(bytes: number): void;
  /** A server could not be reached: throws where that is the network's fault, since then there is nothing to note. */
  unreached(fault: Fault): void;
}

/** Looks through an article's text for its pictures, the lead picture first. Throws the Fault 'library-damaged'. */
export async function lookThrough({ store, work }: FetchingPorts, header: StoredHeader): Promise<ArticlePictures> {
  const { id, feedId, segment, link, picture, words, hash } = header;
  const { html, page = null } = await store.bodies.read({ feedId, n: segment }, id);
  const feed = feedRecord(store.core.data, feedId);
  const safe = html.includes('<') ? await work.sanitise(html, link ?? feed?.site ?? feed?.address ?? null) : '';
  // Sanitised when it was extracted. Either text may be read, so the pictures of both are wanted.
  const texts = `${page?.html ?? ''}\n${safe}`;
  const inTexts = texts.includes('<img') ? await work.findPictures(texts) : [];
  const lead = picture ?? page?.picture ?? null;
  const addresses = [...new Set([...(lead === null ? [] : [lead]), ...inTexts])];
  const isOfThis = page !== null && page.hash === hash;
  return { hash, whole: isAllHere({ html, words }, page), page: isOfThis, addresses, thumbnail: null };
}

/** What is to be done for one article: what is known of its pictures, and which are to be fetched. */
export interface Task {
  id: string;
  pictures: ArticlePictures;
  wanted: string[];
}

export interface Outcome {
  /** How many came. */
  kept: number;
  /** Of the first that did not. */
  failure: Failure | null;
  /** When some are to be asked for again; null when none is. */
  again: number | null;
}

/** Fetches the pictures of some articles of one part and keeps them, in one commit. What came stays, whatever is thrown then. */
export async function keepPictures(
  ports: PicturePorts,
  feed: FeedRecord,
  part: Part,
  tasks: readonly Task[],
): Promise<Outcome> {
  const { store, now } = ports;
  const addresses = [...new Set(tasks.flatMap(({ wanted }) => wanted))];
  const got = new Map<string, Got>();
  const stops: Fault[] = [];
  const fetchEach = async (queue: Iterator<string>): Promise<void> => {
    for (let next = queue.next(); !next.done && stops.length === 0; next = queue.next()) {
      try {
        got.set(next.value, await getOne(ports, feed, next.value));
      } catch (thrown) {
        const { code, detail } = toFailure(thrown);
        stops.push(thrown instanceof Fault ? thrown : new Fault(code, detail, thrown));
      }
    }
  };
  const queue = addresses.values();
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => fetchEach(queue)));

  const known = withGot(await store.pictures.part(part), got, now());
  const made = new Map<string, ArticlePictures>();
  for (const { id, pictures } of tasks) {
    made.set(id, { ...pictures, thumbnail: pictures.thumbnail ?? (await thumbnailOf(ports, known, pictures)) });
  }
  const came = [...got.values()].flatMap((what) => (what !== null && 'kept' in what ? what.kept.name : []));
  const thumbnails = tasks.flatMap(({ id, pictures }) => (pictures.thumbnail ? [] : (made.get(id)?.thumbnail ?? [])));
  const withAll = (data: PicturePart): PicturePart => {
    const next = withGot(data, got, now());
    return { ...next, articles: new Map([...next.articles, ...made]) };
  };
  await store.pictures.change(part, withAll, [...came, ...thumbnails]);
  await noteLevels(ports, known, made);
  const [stop] = stops;
  if (stop) throw stop;
  const failures = [...got.values()].flatMap((what) => (what !== null && 'failure' in what ? what.failure : []));
  return {
    kept: came.length,
    failure: failures[0] ?? null,
    again: nextOf(
      known,
      tasks.flatMap(({ pictures }) => pictures.addresses),
    ),
  };
}

async function getOne(ports: PicturePorts, feed: FeedRecord, address: string): Promise<Got> {
  const { store } = ports;
  try {
    const { host } = new URL(address);
    const picture = await ports.inTurn(host, async (signal) => {
      await ports.makeRoom();
      return fetchPicture(ports, feed, address, signal);
    });
    if (!picture) return null;
    const { bytes, type, width, height } = picture;
    const name = await store.pictures.put(bytes);
    ports.came(bytes.byteLength);
    return { kept: { name, type, width, height, bytes: bytes.byteLength } };
  } catch (thrown) {
    return { failure: failureAt(ports, address, thrown) };
  }
}

/** The failure that is this address's own; a host that wants to be left alone is. Throws what stands in the way of all. */
export function failureAt(ports: PicturePorts, address: string, thrown: unknown): Failure {
  const { store, now } = ports;
  const failure = toFailure(thrown);
  const { code } = failure;
  if (OF_ALL.has(code) || code.startsWith('library-')) throw thrown;
  if (isUnreached(code) && thrown instanceof Fault) ports.unreached(thrown);
  const hold = holdFor(failure);
  const host = typeof failure.detail.host === 'string' ? failure.detail.host : new URL(address).host;
  if (hold !== null) store.core.note((core) => withHeldHost(core, host, now() + hold, now()));
  return failure;
}

/** Of the first picture that is large enough to stand for the article; null where there is none, or none that can be read. */
async function thumbnailOf(
  { store, work }: FetchingPorts,
  part: PicturePart,
  { addresses }: ArticlePictures,
): Promise<string | null> {
  for (const address of addresses) {
    const kept = part.kept.get(address);
    const isLead = (kept?.width ?? 0) >= LEAST_LEAD.width && (kept?.height ?? 0) >= LEAST_LEAD.height;
    // One that cannot be read is looked after when it is shown; the list goes without it.
    const bytes = kept && isLead ? await store.pictures.read(kept.name).catch(() => null) : null;
    if (!bytes) continue;
    const made = await work.preparePicture(bytes, { url: address, thumbnail: true }).catch(() => null);
    if (made?.thumbnail) return store.pictures.put(made.thumbnail);
  }
  return null;
}

/** Says in the headers what of each article is here now, in as few commits as there are kinds of them. */
async function noteLevels(
  { store: { headers } }: FetchingPorts,
  part: PicturePart,
  articles: ReadonlyMap<string, ArticlePictures>,
): Promise<void> {
  const groups = new Map<string, { offline: OfflineLevel; thumbnail: boolean; rows: number[] }>();
  for (const [id, pictures] of articles) {
    const row = headers.rowOf(id);
    if (row === null) continue;
    const marks = { offline: levelOf(part, pictures), thumbnail: pictures.thumbnail !== null };
    const key = JSON.stringify(marks);
    const group = groups.get(key) ?? { ...marks, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  for (const { rows, ...marks } of groups.values()) await headers.mark(rows, marks);
}

/** How much of an article is here. */
export function levelOf(part: PicturePart, { whole, addresses }: ArticlePictures): OfflineLevel {
  if (!whole) return 'feed';
  return areAllHere(part, addresses) ? 'full' : 'text';
}

/** The pictures of an article that are to be fetched now. */
export const wantedOf = (part: PicturePart, { addresses }: ArticlePictures, now: number, isBack: boolean): string[] =>
  addresses.filter((address) => isAwaited(part, address, now, isBack));

const MONTH_MS = 30 * 86_400_000;

/** Whether an article is kept by itself: what the reader may still want to read. */
export const isForLater = ({ read, bookmarked, arrived }: HeaderView, now: number): boolean =>
  bookmarked || (!read && now - arrived < MONTH_MS);
