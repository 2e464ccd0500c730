import type { ArticleHeader } from '../contract/model';
import { ask } from './ask';
import type { Command } from './command';
import { FILTER_OPTIONS, FILTER_USAGE, filterFrom } from './filters';
import { line, machineForm } from './list';

const USUAL_LIMIT = 20;
const MOST = 500;

export const search: Command = {
  name: 'search',
  usage: `QUERY ${FILTER_USAGE} [--limit N]`,
  summary:
    'Find articles by their words, the best first: words, "phrases", begin*, -without, title: tag: feed: folder: region: ' +
    'lang: is: before: after:.',
  options: { ...FILTER_OPTIONS, limit: { type: 'string' } },
  async run(args, context) {
    const text = args.words(1, Number.POSITIVE_INFINITY).join(' ');
    const limit = Math.min(MOST, args.number('limit', USUAL_LIMIT));
    const library = await context.library();
    const filter = { ...(await filterFrom(args, library)), text };
    await library.searchable();
    const started = performance.now();
    const { total, articles } = await ask(library, 'articles.list', {
      filter,
      sort: 'best',
      offset: 0,
      limit,
      keep: [],
    });
    const ids = articles.map(({ id }) => id);
    const { snippets } = await ask(library, 'articles.snippets', { text, ids });
    const ms = Math.round(performance.now() - started);
    const snippetOf = ({ id, summary }: ArticleHeader): string => snippets[id]?.text ?? summary;
    return {
      json: { total, ms, articles: articles.map((header) => ({ ...machineForm(header), snippet: snippetOf(header) })) },
      text: articles.map((header) => `${line(header)}\n    ${snippetOf(header)}`).join('\n'),
    };
  },
};
