import type { Article } from '../contract/model';
import { readableText } from '../core/extracting/readable-text';
import { ask } from './ask';
import type { Command } from './command';
import { iso } from './times';

export const show: Command = {
  name: 'show',
  usage: 'ID [--text | --html]',
  summary: 'Show one article whole; --text or --html gives its body alone, for pipes.',
  options: { text: { type: 'boolean' }, html: { type: 'boolean' } },
  async run(args, { library }) {
    const article = await ask(await library(), 'articles.open', { id: args.word() });
    return { json: machineForm(article), text: args.has('html') ? article.html : text(article, args.has('text')) };
  },
};

const machineForm = (article: Article): object => ({
  ...article,
  published: iso(article.published),
  updated: iso(article.updated),
  arrived: iso(article.arrived),
});

function text(article: Article, bodyOnly: boolean): string {
  const body = readableText(article.html);
  if (bodyOnly) return body;
  const { title, feedTitle, author, published, arrived, link, tags, ownTags } = article;
  const facts = [feedTitle, author, iso(published ?? arrived), link, [...tags, ...ownTags].join(', ')];
  return [title || '(no title)', ...facts.filter((fact) => fact), '', body].join('\n');
}
