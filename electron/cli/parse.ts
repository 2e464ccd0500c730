import type { ReadFeed } from '../core/work/work';
import type { Command, Context } from './command';
import { readInput } from './input-file';
import { answerList, failureLine, type Listed } from './list-of-files';
import { day } from './times';

/** Reads a feed from a file, as it would be read from the web. */
export const parse: Command = {
  name: 'parse',
  usage: 'FILE [--content-type T] [--url U] | --list FILE',
  summary: 'Read a feed from a file; with --list each file named in FILE (- for stdin), line by line.',
  options: { 'content-type': { type: 'string' }, url: { type: 'string' }, list: { type: 'string' } },
  needsNoLibrary: true,
  async run(args, context) {
    const list = args.text('list');
    if (list !== null) {
      args.words(0, 0);
      await answerList(list, async (listed) => parsed(await read(listed, context)), context.print);
      return null;
    }
    const file = args.word();
    try {
      const feed = await read({ file, contentType: args.text('content-type'), url: args.text('url') }, context);
      return { json: { file, ...parsed(feed) }, text: summary(feed) };
    } catch (thrown) {
      const failed = failureLine(thrown);
      context.tell(failed.failure.message);
      return { json: { file, ...failed }, text: '', isFailure: true };
    }
  },
};

const read = async ({ file, contentType, url }: Listed, { work }: Context): Promise<ReadFeed> =>
  work.readFeed(await readInput(file), { contentType, url });

function parsed({ title, link, description, language, format, items }: ReadFeed): object {
  return {
    ok: true,
    feed: { title, link, description, language, format },
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      link: item.link,
      published: item.published,
      updated: item.updated,
      author: item.author,
      summary: item.summary,
      content: item.content,
      categories: item.categories,
      language: item.language,
      enclosures: item.enclosures.map(({ url, type, length }) => ({ url, type, length })),
    })),
  };
}

function summary({ title, link, language, format, items }: ReadFeed): string {
  const about = [title ?? '(no title)', link, `${format}${language ? `, ${language}` : ''}, ${items.length} items`];
  const rows = items.map((item) => `${day(item.published)}  ${item.title ?? '(no title)'}`);
  return [...about.filter((line) => line !== null), '', ...rows].join('\n');
}
