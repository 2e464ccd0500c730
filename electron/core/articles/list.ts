import type { ArticleHeader, Sort } from '../../contract/model';
import { dateOf } from './dates';

type Dated = Pick<ArticleHeader, 'feedId' | 'published' | 'arrived'>;

/**
 * Things in the order that a sort gives their headers. What has the same time stands by feed, and within a feed in the
 * order in which it came, so that a list is the same after a restart, whichever feed was opened first.
 */
export function inOrder<T>(items: readonly T[], headerOf: (item: T) => Dated | undefined, sort: Sort): T[] {
  const direction = sort === 'oldest' ? 1 : -1;
  const timeOf = sort === 'arrived' ? ({ arrived }: Dated): number => arrived : dateOf;
  const headers = items.map((item) => headerOf(item) ?? { feedId: '', published: null, arrived: 0 });
  const times = Float64Array.from(headers, (header) => direction * timeOf(header));
  const byFeed = (a: number, b: number) => ((headers[a]?.feedId ?? '') < (headers[b]?.feedId ?? '') ? -1 : 1);
  const order = Array.from(items, (_, at) => at).sort((a, b) => {
    if (times[a] !== times[b]) return (times[a] ?? 0) - (times[b] ?? 0);
    return headers[a]?.feedId === headers[b]?.feedId ? a - b : byFeed(a, b);
  });
  return order.map((at) => items[at] as T);
}
