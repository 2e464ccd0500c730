import { writeFile } from 'node:fs/promises';
import { UsageError } from './arguments';
import { ask } from './ask';
import type { Command } from './command';
import { readInput } from './input-file';

export const importFeeds: Command = {
  name: 'import',
  usage: 'FILE.opml',
  summary: 'Follow the feeds of an OPML list, without fetching them yet.',
  options: {},
  async run(args, { library }) {
    const opml = new Uint8Array(await readInput(args.word()));
    const report = await ask(await library(), 'feeds.import', { opml });
    const { added, skipped, failed } = report;
    const rows = failed.map(({ url, message }) => `${url}: ${message}`);
    return {
      json: { added, skipped, failed },
      text: [`${added} added, ${skipped} skipped, ${failed.length} failed`, ...rows].join('\n'),
      isFailure: failed.length > 0 && added + skipped === 0,
    };
  },
};

export const exportFeeds: Command = {
  name: 'export',
  usage: '[FILE]',
  summary: 'Write the feeds as OPML 2.0, to FILE or stdout.',
  options: {},
  async run(args, { library, print, tell }) {
    const [file] = args.words(0, 1);
    const { opml } = await ask(await library(), 'feeds.export', {});
    if (file === undefined) {
      print(opml.trimEnd());
      return null;
    }
    try {
      await writeFile(file, opml);
    } catch (error) {
      throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : error}.`);
    }
    tell(`Written to ${file}`);
    return null;
  },
};
