import { ask } from './ask';
import type { Command } from './command';
import { iso } from './times';

export const stats: Command = {
  name: 'stats',
  usage: '',
  summary: 'Say what the library holds, and its size on disk.',
  options: {},
  async run(args, { library }) {
    args.words(0, 0);
    const held = await ask(await library(), 'library.stats', {});
    const json = { ...held, oldest: iso(held.oldest), newest: iso(held.newest) };
    const { bytes, ...counts } = json;
    const rows = [
      ...Object.entries(counts),
      ...Object.entries(bytes).map(([kind, size]) => [`bytes of ${kind}`, size]),
    ];
    return { json, text: rows.map(([name, value]) => `${name}: ${value ?? '-'}`).join('\n') };
  },
};
