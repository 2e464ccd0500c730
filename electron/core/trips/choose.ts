import type { TripEstimate, TripPlan } from '../../contract/trips';
import { dateOf } from '../articles/dates';
import type { Part } from '../store/layout';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import type { HeaderView } from '../store/stored-header';
import { UsualSizes } from './usual-sizes';

/** An article that a plan asks for, and what it comes to. */
export interface Share {
  id: string;
  feedId: string;
  date: number;
  words: number;
  isHere: boolean;
  /** All of it, and what of that is to be fetched. Estimated. */
  bytes: number;
  toFetch: number;
  pictures: number;
}

export interface Choice {
  /** The newest first, as many as there is room for. */
  shares: Share[];
  leftOut: number;
}

export type Matching = (filter: TripPlan['filter']) => Promise<Uint32Array>;

/** What a plan takes along: the newest first, until there is no room for the next one. Asks nobody. */
export async function choose(store: Store, matching: Matching, plan: TripPlan): Promise<Choice> {
  const parts = await byPart(store, await matching(plan.filter));
  const usual = new UsualSizes();
  const slices = new Slices();
  const found: { view: HeaderView; addresses: number | null; kept: number; keptBytes: number }[] = [];
  for (const { part, views } of parts) {
    if (slices.isLong) await slices.next();
    const data = await store.pictures.part(part);
    usual.learn(data);
    for (const view of views) {
      const addresses = data.articles.get(view.id)?.addresses ?? null;
      const files = addresses?.flatMap((address) => data.kept.get(address) ?? []) ?? [];
      const keptBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
      found.push({ view, addresses: addresses?.length ?? null, kept: files.length, keptBytes });
    }
  }
  const shares = found.map(({ view, ...pictures }) => shareOf(view, pictures, usual, plan));
  return withinBudget(
    shares.sort((a, b) => b.date - a.date),
    plan.bytes,
  );
}

/** What a choice comes to, at so many bytes a second. */
export function estimateOf({ shares, leftOut }: Choice, speed: number | null): TripEstimate {
  const sum = (of: (share: Share) => number): number => Math.round(shares.reduce((all, share) => all + of(share), 0));
  const here = sum(({ isHere }) => (isHere ? 1 : 0));
  const bytesToFetch = sum(({ toFetch }) => toFetch);
  return {
    articles: shares.length,
    here,
    toFetch: shares.length - here,
    pictures: sum(({ pictures }) => pictures),
    bytes: sum(({ bytes }) => bytes),
    bytesToFetch,
    ms: bytesToFetch === 0 ? 0 : speed && Math.round((bytesToFetch / speed) * 1000),
    words: sum(({ words }) => words),
    leftOut,
  };
}

function shareOf(
  { id, feedId, words, offline, published, arrived }: HeaderView,
  { addresses, kept, keptBytes }: { addresses: number | null; kept: number; keptBytes: number },
  usual: UsualSizes,
  { level }: TripPlan,
): Share {
  const text = usual.textBytes(words, offline !== 'feed');
  const isTextHere = offline !== 'feed';
  const wanted = level === 'text' ? 0 : (addresses ?? usual.picturesOf(feedId));
  const isHere = level === 'text' ? isTextHere : offline === 'full';
  // Of one that is here whole, those that are missing are not to be had.
  const missing = isHere ? 0 : Math.max(0, wanted - kept);
  const missingBytes = missing * usual.pictureBytes(feedId);
  return {
    id,
    feedId,
    date: dateOf({ published, arrived }),
    words,
    isHere,
    bytes: text + (level === 'text' ? 0 : keptBytes) + missingBytes,
    toFetch: (isTextHere ? 0 : text) + missingBytes,
    pictures: isHere ? (level === 'text' ? 0 : kept) : wanted,
  };
}

function withinBudget(shares: Share[], budget: number | null): Choice {
  if (budget === null) return { shares, leftOut: 0 };
  let bytes = 0;
  const end = shares.findIndex((share) => {
    bytes += share.bytes;
    return bytes > budget;
  });
  return end < 0 ? { shares, leftOut: 0 } : { shares: shares.slice(0, end), leftOut: shares.length - end };
}

async function byPart({ headers }: Store, rows: Uint32Array): Promise<Iterable<{ part: Part; views: HeaderView[] }>> {
  const parts = new Map<string, { part: Part; views: HeaderView[] }>();
  const slices = new Slices();
  for (const row of rows) {
    if (slices.isLong) await slices.next();
    const view = headers.view(row);
    if (!view) continue;
    const name = `${view.feedId}-${view.segment}`;
    const group = parts.get(name) ?? { part: { feedId: view.feedId, n: view.segment }, views: [] };
    group.views.push(view);
    parts.set(name, group);
  }
  return parts.values();
}
