import { Fault } from '../../contract/failures';
import type { Store } from '../store/store';

/** The same identifiers, each once. Throws the Fault 'unknown-article' before anything is changed. */
export function knownArticles({ headers }: Store, ids: readonly string[]): Set<string> {
  for (const id of ids) if (!headers.get(id)) throw new Fault('unknown-article', { id });
  return new Set(ids);
}
