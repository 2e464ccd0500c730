import { ask } from './ask';
import type { Command } from './command';

export const add: Command = {
  name: 'add',
  usage: 'URL',
  summary: 'Follow a feed, by its own address or that of a page that names it.',
  options: {},
  async run(args, { library, tell }) {
    const { added, choices } = await ask(await library(), 'feeds.add', { address: args.word(), folderId: null });
    if (added) {
      const { id, title, address } = added;
      const { fetching } = await ask(await library(), 'feeds.health', { id });
      if (fetching.password === 'session') {
        tell(
          'The password is not kept: there is no keyring on the command line. Give it in the window, in the feed’s properties.',
        );
      }
      return { json: { feed: { id, title, url: address } }, text: `${id}  ${title}  ${address}` };
    }
    tell('The page offers several feeds; add one of them by its address:');
    for (const { address, title } of choices) tell(`${address}  ${title ?? ''}`);
    return { json: { choices }, text: '', isFailure: true };
  },
};
