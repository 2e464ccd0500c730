import type { BackupSummary } from '../contract/backups';
import { listBackups } from '../core/library';
import { ask } from './ask';
import type { Command } from './command';
import { iso } from './times';

export const backup: Command = {
  name: 'backup',
  usage: '[--list]',
  summary: 'Back the library up and read the backup back; --list names the backups that there are, the newest first.',
  options: { list: { type: 'boolean' } },
  async run(args, { folder, library }) {
    args.words(0, 0);
    if (args.has('list')) {
      const backups = await listBackups(folder);
      return { json: { backups: backups.map(machineForm) }, text: backups.map(line).join('\n') };
    }
    const made = await ask(await library(), 'backups.make', {});
    const { name, articles, bookmarks, bytes } = made;
    return { json: { name, articles, bookmarks, bytes }, text: line(made) };
  },
};

const machineForm = (made: BackupSummary): object => ({ ...made, made: iso(made.made) });

const line = ({ name, articles, bookmarks, bytes }: BackupSummary): string =>
  `${name}  ${articles} articles, ${bookmarks} bookmarks, ${bytes} bytes`;
