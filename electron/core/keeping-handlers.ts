import type { Handlers } from '../contract/calls';
import type { Keeper } from './keeping/keeper';
import { kindOf } from './pictures/kinds';
import type { Store } from './store/store';

type Names = 'articles.loadPictures' | 'articles.getWhole' | 'keeping.stop' | 'keeping.start';

/** What can be asked of what is kept for later. */
export function keepingHandlers(keeper: Keeper, closing: AbortSignal): Handlers<Names> {
  return {
    'articles.loadPictures': async ({ id, url }) => ({ kept: await keeper.load(id, url) }),
    'articles.getWhole': async ({ id }) => {
      await keeper.getWhole(id, closing);
      return null;
    },
    'keeping.stop': async () => {
      keeper.stop();
      return null;
    },
    'keeping.start': async () => {
      keeper.resume();
      return null;
    },
  };
}

/** A kept picture, as it may be served: its type is what its bytes say. */
export interface ServedPicture {
  bytes: Uint8Array;
  type: string;
}

/** The picture of this name; null when it is not here, not whole, or none. `id` is the article that shows it. */
export async function servedPicture(
  { pictures }: Store,
  name: string,
  lost: () => Promise<void>,
): Promise<ServedPicture | null> {
  const bytes = await pictures.read(name);
  const kind = bytes && kindOf(bytes);
  if (bytes && kind) return { bytes, type: kind.type };
  await lost();
  return null;
}

/** The bytes of a picture that an article shows, by its publisher's address; null where it is not kept. */
export async function keptPicture(
  { headers, pictures }: Store,
  address: string,
  id: string,
): Promise<Uint8Array | null> {
  const header = headers.get(id);
  if (!header) return null;
  const { kept } = await pictures.part({ feedId: header.feedId, n: header.segment });
  const name = kept.get(address)?.name ?? null;
  return name === null ? null : pictures.read(name);
}

/** The small picture of an article's row; null when it has none. */
export async function servedThumbnail(
  store: Store,
  id: string,
  lost: () => Promise<void>,
): Promise<ServedPicture | null> {
  const header = store.headers.get(id);
  if (!header?.thumbnail) return null;
  const { articles } = await store.pictures.part({ feedId: header.feedId, n: header.segment });
  const name = articles.get(id)?.thumbnail ?? null;
  if (name !== null) return servedPicture(store, name, lost);
  await lost();
  return null;
}
