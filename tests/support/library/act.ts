import { revised } from '../../../electron/core/articles/merge';
import { bookmark } from '../../../electron/core/reading/bookmarks';
import { changeOwnTags } from '../../../electron/core/reading/own-tags';
import { markAllRead, markRead } from '../../../electron/core/reading/read-state';
import type { Store } from '../../../electron/core/store/store';
import { addFolder } from '../../../electron/core/subscriptions/folders';
import type { Change } from './change';
import { idOf, madeBatch } from './made-article';

/** What a store may offer beyond today's: to write all that waits in memory to its files. */
type Checkpointing = Store & { checkpoint?(): Promise<void> };

/** Does one change, as the library's handlers do it; resolves once it is acknowledged. */
export async function act(store: Checkpointing, change: Change): Promise<void> {
  switch (change.kind) {
    case 'keep': {
      const { feedId, articles } = madeBatch(change.batch, change.version);
      await store.keep(feedId, articles, revised);
      return;
    }
    case 'mark':
      await markRead(store, change.articles.map(idOf), change.read);
      return;
    case 'markAll':
      await markAllRead(
        store,
        change.articles.map((n) => store.headers.rowOf(idOf(n)) ?? -1).filter((row) => row >= 0),
      );
      return;
    case 'bookmark':
      await bookmark(store, change.articles.map(idOf), change.bookmarked);
      return;
    case 'tag': {
      const [add, remove] = change.given ? [[change.tag], []] : [[], [change.tag]];
      await changeOwnTags(store, { ids: change.articles.map(idOf), add, remove });
      return;
    }
    case 'folder':
      await addFolder(store, change.name, null);
      return;
    case 'textSize':
      await store.settings.change((settings) => ({ ...settings, textSize: change.size }));
      return;
    case 'checkpoint':
      await store.checkpoint?.();
  }
}
