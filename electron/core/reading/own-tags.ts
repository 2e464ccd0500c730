import { distinctTags, tagKey } from '../articles/tags';
import type { Store } from '../store/store';
import { knownArticles } from './known-articles';

export interface TagChange {
  ids: readonly string[];
  add: readonly string[];
  remove: readonly string[];
}

/**
 * Gives articles tags of the reader's own and takes such away; the publisher's stay. Answers how many articles changed.
 * Throws the Fault 'unknown-article'.
 */
export async function changeOwnTags(store: Store, { ids, ...change }: TagChange): Promise<number> {
  return store.headers.tag(knownArticles(store, ids), changedTags(change));
}

/** What an article's own tags become. */
export function changedTags({ add, remove }: Omit<TagChange, 'ids'>): (ownTags: readonly string[]) => string[] {
  const gone = new Set(remove.map(tagKey));
  return (ownTags) => distinctTags([...ownTags.filter((tag) => !gone.has(tagKey(tag))), ...add]);
}
