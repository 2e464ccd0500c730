import { queryOptions, useQueries } from '@tanstack/react-query';
import type { ArticleHeader, Filter, Snippet } from '../../electron/contract/model';
import { parseQuery } from '../../electron/contract/query';
import { ask } from '../caravan';

/** As many rows as are asked about at once: scrolling by one asks nothing. */
const GROUP = 50;

const snippetQuery = (text: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['snippets', text, ids],
    queryFn: () => ask('articles.snippets', { text, ids: [...ids] }),
  });

/** The piece of an article's text that has what is searched for; undefined where nothing is, or it has not come yet. */
export function useSnippets(
  { text }: Filter,
  rows: readonly number[],
  articleAt: (row: number) => ArticleHeader | undefined,
): (id: string) => Snippet | undefined {
  const isSearch = parseQuery(text).words.length > 0;
  const groups = isSearch ? [...new Set(rows.map((row) => Math.floor(row / GROUP)))] : [];
  const idsOf = (group: number): string[] =>
    Array.from({ length: GROUP }, (_, n) => articleAt(group * GROUP + n)?.id ?? []).flat();
  const answers = useQueries({ queries: groups.map((group) => snippetQuery(text, idsOf(group))) });
  return (id) => answers.find(({ data }) => data?.snippets[id])?.data?.snippets[id];
}
