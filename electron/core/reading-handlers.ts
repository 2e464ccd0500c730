import type { Handlers } from '../contract/calls';
import type { ArticleReader } from './article-reader';
import type { ArticleList } from './reading/article-list';
import { bookmark } from './reading/bookmarks';
import { changeMany, rowsOf } from './reading/many';
import { changeOwnTags } from './reading/own-tags';
import type { Places } from './reading/places';
import { markAllRead, markRead } from './reading/read-state';
import type { UndoList } from './reading/undo-list';
import type { Store } from './store/store';

interface Ports {
  store: Store;
  list: ArticleList;
  undos: UndoList;
  reader: ArticleReader;
  places: Places;
  /** Says that marks changed once it is durable. */
  telling<T>(change: Promise<T>, ...names: 'marks.changed'[]): Promise<T>;
}

type Names =
  | 'articles.open'
  | 'articles.keepPlace'
  | 'articles.keepHeard'
  | 'articles.mark'
  | 'articles.markAll'
  | 'articles.bookmark'
  | 'articles.tag'
  | 'articles.change';

/** What the reader does with articles. */
export function readingHandlers({ store, list, undos, reader, places, telling }: Ports): Handlers<Names> {
  const changed = async (count: Promise<number>) => ({ changed: await count });
  return {
    'articles.open': ({ id }) => reader.open(id),
    'articles.keepPlace': async ({ id, place }) => {
      places.keepPlace(id, place);
      return null;
    },
    'articles.keepHeard': async ({ id, n, seconds }) => {
      await reader.keepHeard(id, n, seconds);
      return null;
    },
    'articles.mark': ({ ids, read }) => telling(changed(markRead(store, ids, read)), 'marks.changed'),
    'articles.markAll': async ({ filter, until }) =>
      undos.remember(await telling(markAllRead(store, await list.matching(filter, until)), 'marks.changed')),
    'articles.bookmark': ({ ids, bookmarked }) => telling(changed(bookmark(store, ids, bookmarked)), 'marks.changed'),
    'articles.change': async ({ which, ...change }) => {
      const rows = 'ids' in which ? rowsOf(store, which.ids) : await list.part(which);
      return undos.remember(await telling(changeMany(store, rows, change), 'marks.changed'));
    },
    'articles.tag': (input) => telling(changed(changeOwnTags(store, input)), 'marks.changed'),
  };
}
