import { Fault } from '../../contract/failures';
import { dateOf } from '../articles/dates';
import type { Part } from '../store/layout';
import type { PicturePart } from '../store/pictures/picture-part';
import { Slices } from '../store/slices';
import type { Store } from '../store/store';
import { LET_GO } from './article-pictures';
import { levelOf } from './feed-pictures';

/** So much of the room is free afterwards, so that it is not made for each picture anew. */
const FREE_SHARE = 0.1;

interface Going {
  part: Part;
  id: string;
  date: number;
  bytes: number;
}

/**
 * Makes room for pictures within the reader's budget: those of the oldest read articles go, and can be asked for again;
 * never those of bookmarked or unread articles, nor of those that are open or packed for a trip. Throws the Fault 'pictures-full' where that is not enough.
 */
export async function makeRoom(store: Store, budget: number | null, isHeld: (id: string) => boolean): Promise<void> {
  const taken = store.pictures.bytes ?? 0;
  if (budget === null || taken < budget) return;
  let wanted = taken - budget * (1 - FREE_SHARE);
  const going: Going[] = [];
  for (const each of await goingFirst(store, isHeld)) {
    if (wanted <= 0) break;
    wanted -= each.bytes;
    going.push(each);
  }
  for (const [part, ids] of byPart(going)) {
    // It took a while to find them: what was opened, bookmarked or packed meanwhile stays.
    const still = [...ids].filter((id) => mayGo(store, id, isHeld));
    if (still.length > 0) await letGo(store, part, new Set(still));
  }
  await store.collectPictures();
  if ((store.pictures.bytes ?? 0) >= budget) throw new Fault('pictures-full');
}

function mayGo({ headers }: Pick<Store, 'headers'>, id: string, isHeld: (id: string) => boolean): boolean {
  const header = headers.get(id);
  return header?.read === true && !header.bookmarked && !isHeld(id);
}

/** Read articles with pictures, the oldest first. */
async function goingFirst({ pictures, headers, core }: Store, isHeld: (id: string) => boolean): Promise<Going[]> {
  const going: Going[] = [];
  const slices = new Slices();
  for (const { id: feedId } of core.data.feeds) {
    for (const part of await pictures.partsOf(feedId)) {
      if (slices.isLong) await slices.next();
      const { articles, kept } = await pictures.part(part);
      for (const [id, { addresses }] of articles) {
        const header = headers.get(id);
        const bytes = addresses.reduce((sum, address) => sum + (kept.get(address)?.bytes ?? 0), 0);
        if (!header || bytes === 0 || !mayGo({ headers }, id, isHeld)) continue;
        going.push({ part, id, date: dateOf(header), bytes });
      }
    }
  }
  return going.sort((a, b) => a.date - b.date);
}

function byPart(going: readonly Going[]): Map<Part, Set<string>> {
  const parts = new Map<string, { part: Part; ids: Set<string> }>();
  for (const { part, id } of going) {
    const key = `${part.feedId}-${part.n}`;
    const group = parts.get(key) ?? { part, ids: new Set<string>() };
    group.ids.add(id);
    parts.set(key, group);
  }
  return new Map([...parts.values()].map(({ part, ids }) => [part, ids]));
}

/** The thumbnails stay: they are small, and the list is what a reader looks at most. */
async function letGo({ pictures, headers }: Store, part: Part, ids: ReadonlySet<string>): Promise<void> {
  const without = (data: PicturePart): PicturePart => {
    const others = [...data.articles].filter(([id]) => !ids.has(id)).flatMap(([, { addresses }]) => addresses);
    const wanted = new Set(others);
    const gone = [...data.kept.keys()].filter((address) => !wanted.has(address));
    const kept = new Map([...data.kept].filter(([address]) => wanted.has(address)));
    const missed = new Map([...data.missed, ...gone.map((address) => [address, GONE] as const)]);
    return { ...data, kept, missed };
  };
  await pictures.change(part, without);
  const data = await pictures.part(part);
  for (const id of ids) {
    const row = headers.rowOf(id);
    const article = data.articles.get(id);
    if (row !== null && article) await headers.mark([row], { offline: levelOf(data, article) });
  }
}

const GONE = { code: LET_GO, tries: 0, next: null };
