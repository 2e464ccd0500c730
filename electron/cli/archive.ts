import type { Command } from './command';
import { FILTER_OPTIONS, FILTER_USAGE, filterFrom } from './filters';

export const archive: Command = {
  name: 'archive',
  usage: `FILE.zip ${FILTER_USAGE}`,
  summary: 'Write all, or what passes the filters of list, into one file that Caravan opens on another computer.',
  options: FILTER_OPTIONS,
  async run(args, context) {
    const file = args.word();
    const library = await context.library();
    const saved = await library.saveArchive(file, await filterFrom(args, library));
    const { feeds, articles, missing, bytes } = saved;
    if (missing > 0) context.tell(`${missing} articles are not in it: their texts are damaged in this library.`);
    return { json: saved, text: `${articles} articles of ${feeds} feeds, ${bytes} bytes, in ${file}` };
  },
};
