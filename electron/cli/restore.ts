import { restoreLibrary } from '../core/library';
import type { Command } from './command';

const IS_FILE = /\.zip$/i;

export const restore: Command = {
  name: 'restore',
  usage: 'NAME | FILE.zip',
  summary:
    'Go back to a backup, after the present state was backed up; or add what an archive holds to what is here. ' +
    'backup --list names the backups.',
  options: {},
  async run(args, { folder, library, tell }) {
    const name = args.word();
    if (IS_FILE.test(name)) {
      const opened = await (await library()).openArchive(name);
      const { feeds, added, marked, same } = opened;
      return {
        json: opened,
        text: `${feeds} feeds and ${added} articles added, ${marked} marked, ${same} as they were`,
      };
    }
    const recovered = (file: string, reason: string): void => tell(`${file} was recovered: ${reason}`);
    const { articles, bookmarks } = await restoreLibrary({ folder, recovered }, name, Date.now());
    return { json: { name, articles, bookmarks }, text: `${articles} articles, ${bookmarks} bookmarks restored` };
  },
};
