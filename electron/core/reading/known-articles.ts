import { Fault } from '../../contract/failures';
import type { Store } from '../store/store';

/** The rows of these articles, each once. Throws the Fault 'unknown-article' before anything is changed. */
export function knownArticles({ headers }: Store, ids: readonly string[]): Set<number> {
  return new Set(
    ids.map((id) => {
      const row = headers.rowOf(id);
      if (row === null) throw new Fault('unknown-article', { id });
      return row;
    }),
  );
}
