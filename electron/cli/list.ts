import { type ArticleHeader, type Filter, SORTS, type Sort } from '../contract/model';
import type { Library } from '../core/library';
import { type Arguments, UsageError } from './arguments';
import { ask } from './ask';
import type { Command } from './command';
import { FILTER_OPTIONS, FILTER_USAGE, filterFrom } from './filters';
import { day, iso } from './times';

const MOST_A_PAGE = 10_000;
const USUAL_LIMIT = 100;

interface Page {
  total: number;
  articles: ArticleHeader[];
}

export const list: Command = {
  name: 'list',
  usage: `${FILTER_USAGE} [--limit N] [--offset N] [--sort newest/oldest/arrived]`,
  summary: `List articles, newest first, ${USUAL_LIMIT} unless told otherwise; --offline for those with their whole text here.`,
  options: {
    ...FILTER_OPTIONS,
    limit: { type: 'string' },
    offset: { type: 'string' },
    sort: { type: 'string' },
  },
  async run(args, context) {
    args.words(0, 0);
    const library = await context.library();
    const { total, articles } = await pageFor(args, library, await filterFrom(args, library));
    return { json: { total, articles: articles.map(machineForm) }, text: articles.map(line).join('\n') };
  },
};

async function pageFor(args: Arguments, library: Library, filter: Filter): Promise<Page> {
  const sort = sortFrom(args.text('sort') ?? 'newest');
  const offset = args.number('offset', 0);
  const limit = args.number('limit', USUAL_LIMIT);
  const part = (from: number, count: number): Promise<Page> =>
    ask(library, 'articles.list', { filter, sort, offset: from, limit: count, keep: [] });
  if (limit <= MOST_A_PAGE) return part(offset, limit);
  const articles: ArticleHeader[] = [];
  for (let total = 1, at = 0; at < total; at += MOST_A_PAGE) {
    const page = await part(at, MOST_A_PAGE);
    total = page.total;
    articles.push(...page.articles);
  }
  return { total: articles.length, articles: articles.slice(offset, offset + limit) };
}

function sortFrom(name: string): Sort {
  const sort = SORTS.find((each) => each === name);
  if (!sort) throw new UsageError(`--sort is ${SORTS.join(', ')}, not “${name}”.`);
  return sort;
}

export function machineForm(header: ArticleHeader): object {
  const { id, feedId, title, link, published, tags, ownTags, regions, read, bookmarked, offline } = header;
  return {
    id,
    feedId,
    title,
    link,
    published: iso(published),
    tags: [...new Set([...tags, ...ownTags])],
    regions,
    read,
    bookmarked,
    offline,
  };
}

export function line({ id, title, published, arrived, read, bookmarked }: ArticleHeader): string {
  const state = `${read ? ' ' : '•'}${bookmarked ? '*' : ' '}`;
  return `${id}  ${day(iso(published ?? arrived))} ${state} ${title || '(no title)'}`;
}
