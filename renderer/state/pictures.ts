import type { Overview } from '../../electron/contract/model';
import { ask } from '../caravan';
import { tellFailure } from './notice';
import { useOverviewPart } from './overview';

/** Where the main process serves what is kept (electron/shell/protocol.ts). */
export const pictureSource = (name: string): string => `app://caravan/pictures/${name}`;
export const thumbnailSource = (articleId: string): string => `app://caravan/thumbnails/${articleId}`;

/** The address of a feed's kept icon; null where it has none. */
export function useFeedIcon(id: string): string | null {
  const name = useOverviewPart(({ feeds }) => feeds.find((feed) => feed.id === id)?.icon ?? null);
  return name ? pictureSource(name) : null;
}

const iconsOf = ({ feeds }: Overview): Record<string, string | null> =>
  Object.fromEntries(feeds.map(({ id, icon }) => [id, icon]));

/** Tells the address of a feed's kept icon; who asks is drawn anew only when one is another. */
export function useFeedIcons(): (id: string) => string | null {
  const icons = useOverviewPart(iconsOf);
  return (id) => {
    const name = icons?.[id];
    return name ? pictureSource(name) : null;
  };
}

/** Fetches a picture of an article and keeps it; false when it could not be had, and the reader was told. */
export async function loadPicture(id: string, url: string): Promise<boolean> {
  try {
    await ask('articles.loadPictures', { id, url });
    return true;
  } catch (thrown) {
    tellFailure(thrown);
    return false;
  }
}
