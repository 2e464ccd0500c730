import type { FeedSummary, Folder } from '../contract/model';
import { ask } from './ask';
import type { Command } from './command';
import { iso } from './times';

export const feeds: Command = {
  name: 'feeds',
  usage: '',
  summary: 'List the feeds, and how they are.',
  options: {},
  async run(args, { library }) {
    args.words(0, 0);
    const overview = await ask(await library(), 'library.overview', {});
    const folders = new Map(overview.folders.map((folder) => [folder.id, folder]));
    return {
      json: { feeds: overview.feeds.map((feed) => machineForm(feed, folders)) },
      text: overview.feeds.map(line).join('\n'),
    };
  },
};

function machineForm(feed: FeedSummary, folders: ReadonlyMap<string, Folder>): object {
  const { id, title, address, site, language, folderId, articles, unread, lastSuccess, lastChange, trouble } = feed;
  return {
    id,
    title,
    url: address,
    site,
    language,
    folder: (folderId && folders.get(folderId)?.name) ?? null,
    articles,
    unread,
    lastSuccess: iso(lastSuccess),
    lastChange: iso(lastChange),
    trouble: trouble && {
      code: trouble.code,
      message: trouble.message,
      since: iso(trouble.since),
      nextTry: iso(trouble.nextTry),
    },
  };
}

function line({ id, title, address, articles, unread, lastSuccess, trouble }: FeedSummary): string {
  const health = trouble ? trouble.message : lastSuccess === null ? 'not fetched yet' : 'well';
  return `${id}  ${title}  ${address}  ${unread} of ${articles} unread  ${health}`;
}
