import type { ExtractedPage } from '../contract/extracted-page';
import type { Command, Context } from './command';
import { readInput } from './input-file';
import { answerList, failureLine, type Listed } from './list-of-files';
import { day, iso } from './times';

/** Makes an article of a page in a file, as it would be made of one from the web. */
export const extract: Command = {
  name: 'extract',
  usage: 'FILE --url U [--content-type T] | --list FILE',
  summary: 'Make an article of a web page in a file; with --list each file named in FILE (- for stdin), line by line.',
  options: { url: { type: 'string' }, 'content-type': { type: 'string' }, list: { type: 'string' } },
  needsNoLibrary: true,
  async run(args, context) {
    const list = args.text('list');
    if (list !== null) {
      args.words(0, 0);
      await answerList(list, async (listed) => answer(await read(listed, context)), context.print);
      return null;
    }
    const listed = { file: args.word(), contentType: args.text('content-type'), url: args.text('url') };
    try {
      const page = await read(listed, context);
      return { json: answer(page), text: forPeople(page) };
    } catch (thrown) {
      const failed = failureLine(thrown);
      context.tell(failed.failure.message);
      return { json: failed, text: '', isFailure: true };
    }
  },
};

async function read({ file, contentType, url }: Listed, { work }: Context): Promise<ExtractedPage> {
  const { page } = await work.extractPage(await readInput(file), { contentType, url });
  return page;
}

const answer = (page: ExtractedPage): object => ({
  ok: true,
  ...page,
  published: iso(page.published),
  modified: iso(page.modified),
});

function forPeople({ title, byline, published, tags, text }: ExtractedPage): string {
  const about = [
    title ?? '(no title)',
    byline,
    published === null ? null : day(iso(published)),
    tags.join(', ') || null,
  ];
  return [...about.filter((line) => line !== null), '', text].join('\n');
}
