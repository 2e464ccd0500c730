import type { Command, Context } from './command';
import { readInput } from './input-file';
import { answerList, failureLine } from './list-of-files';

/** Gives exactly the HTML that the reader's frame would be given. */
export const sanitise: Command = {
  name: 'sanitise',
  usage: 'FILE [--url U] | --list FILE',
  summary: 'Make the HTML in a file safe, as articles are; with --list each file named in FILE (- for stdin).',
  options: { url: { type: 'string' }, list: { type: 'string' } },
  needsNoLibrary: true,
  async run(args, context) {
    const list = args.text('list');
    if (list !== null) {
      args.words(0, 0);
      const line = async (file: string, url: string | null) => ({ ok: true, html: await safe(file, url, context) });
      await answerList(list, ({ file, url }) => line(file, url), context.print);
      return null;
    }
    try {
      const html = await safe(args.word(), args.text('url'), context);
      return { json: { ok: true, html }, text: html };
    } catch (thrown) {
      const failed = failureLine(thrown);
      context.tell(failed.failure.message);
      return { json: failed, text: '', isFailure: true };
    }
  },
};

const safe = async (file: string, url: string | null, { work }: Context): Promise<string> =>
  work.sanitise(new TextDecoder().decode(await readInput(file)), url);
