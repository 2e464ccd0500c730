import { verifyLibrary } from '../core/library';
import type { Command } from './command';

interface Finding {
  file: string;
  reason: string;
}

export const verify: Command = {
  name: 'verify',
  usage: '[--repair]',
  summary:
    'Read every file of the library and say what is damaged; --repair puts that aside and brings back what it can.',
  options: { repair: { type: 'boolean' } },
  async run(args, { folder, library }) {
    args.words(0, 0);
    const before = await verifyLibrary(folder);
    const recovered = args.has('repair') ? await (await library()).repair() : [];
    // Closed first: a library that is open cannot be looked at.
    const after = args.has('repair') ? await (await library()).close().then(() => verifyLibrary(folder)) : before;
    const ok = after.damaged.length === 0;
    const { files, articles, bookmarks } = after;
    return {
      json: { ok, files, articles, bookmarks, damaged: before.damaged, recovered },
      text: [
        `${ok ? 'Whole' : 'Damaged'}: ${files} files, ${articles} articles, ${bookmarks} bookmarks`,
        ...before.damaged.map((finding) => `damaged    ${line(finding)}`),
        ...recovered.map((finding) => `recovered  ${line(finding)}`),
      ].join('\n'),
      isFailure: !ok,
    };
  },
};

const line = ({ file, reason }: Finding): string => `${file}: ${reason}`;
