import type { FeedStorage, Removable } from '../contract/model';
import { ask } from './ask';
import type { Command } from './command';

export const storage: Command = {
  name: 'storage',
  usage: '',
  summary: 'Say what takes the space, by kind and by feed, and what a clean-up would remove.',
  options: {},
  async run(args, { library }) {
    args.words(0, 0);
    const { bytes, feeds, removable } = await ask(await library(), 'library.storage', {});
    return {
      json: { bytes, feeds, removable },
      text: [
        ...Object.entries(bytes).map(([kind, size]) => `bytes of ${kind}: ${size}`),
        ...feeds.map(row),
        `a clean-up would remove ${amount(removable)}`,
      ].join('\n'),
    };
  },
};

export const cleanUp: Command = {
  name: 'clean-up',
  usage: '[--dry-run]',
  summary: 'Remove what the limits in the settings leave no room for, for good. --dry-run only says what that is.',
  options: { 'dry-run': { type: 'boolean' } },
  async run(args, context) {
    args.words(0, 0);
    const library = await context.library();
    if (args.has('dry-run')) {
      const { removable } = await ask(library, 'library.storage', {});
      const json = { removed: removable.articles, bytes: removable.bytes };
      return { json, text: `would remove ${amount(removable)}` };
    }
    const { removed, bytes } = await ask(library, 'library.cleanUp', {});
    return { json: { removed, bytes }, text: `removed ${amount({ articles: removed, bytes })}` };
  },
};

const amount = ({ articles, bytes }: Removable): string => `${articles} articles, ${bytes} bytes`;

function row({ id, title, bytes, articles, bookmarked, unread }: FeedStorage): string {
  const counts = `${articles} articles, ${unread} unread, ${bookmarked} bookmarked`;
  return `${String(bytes).padStart(12)}  ${id}  ${title}: ${counts}`;
}
