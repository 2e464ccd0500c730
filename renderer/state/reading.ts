import type { Article } from '../../electron/contract/model';
import type { ReadingPlace } from '../../electron/contract/reading';
import { ask } from '../caravan';
import { cache } from './cache';
import { tellFailure } from './notice';

const known = (id: string): Article | undefined => cache.getQueryData(['article', id]);

/** Remembers where the reader is in an article; null for one that is not begun, or read to its end. */
export function keepPlace(id: string, place: ReadingPlace | null): void {
  const article = known(id);
  if (!article || JSON.stringify(article.place) === JSON.stringify(place)) return;
  // Opened again it is shown from what the window knows.
  cache.setQueryData(['article', id], { ...article, place });
  void ask('articles.keepPlace', { id, place }).catch(tellFailure);
}

/** Remembers where what plays was stopped, in seconds; null for its beginning or end. */
export function keepHeard(id: string, n: number, seconds: number | null): void {
  const article = known(id);
  const playing = article?.playables[n];
  if (!article || !playing || playing.at === (seconds ?? 0)) return;
  const playables = article.playables.map((one, at) => (at === n ? { ...one, at: seconds ?? 0 } : one));
  cache.setQueryData(['article', id], { ...article, playables });
  void ask('articles.keepHeard', { id, n, seconds }).catch(tellFailure);
}
