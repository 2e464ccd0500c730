import type { Library } from '../core/library';
import { ask } from './ask';
import type { Command } from './command';

const MOST_WORDS = 5_000;

/** A command that changes the articles that it names. `least` words must follow it. */
function marking(
  name: string,
  usage: string,
  summary: string,
  change: (library: Library, words: string[]) => Promise<{ changed: number }>,
): Command {
  const least = usage.split(' ').length;
  return {
    name,
    usage,
    summary,
    options: {},
    async run(args, { library }) {
      const words = args.words(least, MOST_WORDS);
      const { changed } = await change(await library(), words);
      return { json: { changed }, text: `${changed} changed` };
    },
  };
}

const tagging = (id = '', tags: string[], isGiven: boolean) => ({
  ids: [id],
  add: isGiven ? tags : [],
  remove: isGiven ? [] : tags,
});

/** Each answers once what it did is on the disk. */
export const MARKING: readonly Command[] = [
  marking('read', 'ID...', 'Mark articles read.', (library, ids) => ask(library, 'articles.mark', { ids, read: true })),
  marking('unread', 'ID...', 'Mark articles unread.', (library, ids) =>
    ask(library, 'articles.mark', { ids, read: false }),
  ),
  marking('bookmark', 'ID...', 'Bookmark articles: they are kept for good.', (library, ids) =>
    ask(library, 'articles.bookmark', { ids, bookmarked: true }),
  ),
  marking('unbookmark', 'ID...', 'Take bookmarks away.', (library, ids) =>
    ask(library, 'articles.bookmark', { ids, bookmarked: false }),
  ),
  marking('tag', 'ID TAG...', 'Give an article tags of your own.', (library, [id, ...tags]) =>
    ask(library, 'articles.tag', tagging(id, tags, true)),
  ),
  marking('untag', 'ID TAG...', 'Take tags of your own away.', (library, [id, ...tags]) =>
    ask(library, 'articles.tag', tagging(id, tags, false)),
  ),
];
