import type { Handlers } from '../contract/calls';
import type { UndoList } from './reading/undo-list';
import type { Store } from './store/store';
import { movePlaces } from './subscriptions/arranging';
import { addFolder, removeFolder, renameFolder } from './subscriptions/folders';

interface Ports {
  store: Store;
  undos: UndoList;
  /** Says that feeds changed once it is durable. */
  telling<T>(change: Promise<T>, ...names: 'feeds.changed'[]): Promise<T>;
}

type Names = 'folders.add' | 'folders.rename' | 'folders.remove' | 'places.move';

/** How the reader's feeds are filed and ordered. */
export function placeHandlers({ store, undos, telling }: Ports): Handlers<Names> {
  return {
    'folders.add': ({ name, parentId }) => telling(addFolder(store, name, parentId), 'feeds.changed'),
    'folders.rename': ({ id, name }) => telling(renameFolder(store, id, name), 'feeds.changed'),
    'folders.remove': async ({ id }) => undos.remember(await telling(removeFolder(store, id), 'feeds.changed')),
    'places.move': async (move) => undos.remember(await telling(movePlaces(store, move), 'feeds.changed')),
  };
}
