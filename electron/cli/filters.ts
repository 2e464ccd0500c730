import { Fault } from '../contract/failures';
import type { Filter, Term } from '../contract/model';
import type { Library } from '../core/library';
import type { Arguments } from './arguments';
import { ask } from './ask';
import type { Command } from './command';

/** The options by which `list` chooses articles. */
export const FILTER_OPTIONS: Command['options'] = {
  tag: { type: 'string', multiple: true },
  'not-tag': { type: 'string', multiple: true },
  'any-tag': { type: 'string', multiple: true },
  region: { type: 'string', multiple: true },
  language: { type: 'string' },
  feed: { type: 'string' },
  folder: { type: 'string' },
  unread: { type: 'boolean' },
  bookmarked: { type: 'boolean' },
  offline: { type: 'boolean' },
  since: { type: 'string' },
};

export const FILTER_USAGE =
  '[--tag T]... [--not-tag T]... [--any-tag T]... [--region CC]... [--language L] [--feed ID] [--folder NAME] ' +
  '[--unread] [--bookmarked] [--offline] [--since DATE]';

/** The filter that the options mean. Throws the Fault 'unknown-folder', or a {@link UsageError}. */
export async function filterFrom(args: Arguments, library: Library): Promise<Filter> {
  const tags = (option: string): Term[] => args.texts(option).map((value) => ({ kind: 'tag', value }));
  const folder = args.text('folder');
  const all: (Term | null)[] = [
    ...tags('tag'),
    ...args.texts('region').map((code): Term => ({ kind: 'region', value: code.toUpperCase() })),
    textTerm('language', args.text('language')),
    textTerm('feed', args.text('feed')),
    folder === null ? null : { kind: 'folder', value: await folderId(library, folder) },
    args.has('unread') ? { kind: 'state', value: 'unread' } : null,
    args.has('bookmarked') ? { kind: 'state', value: 'bookmarked' } : null,
    args.has('offline') ? { kind: 'state', value: 'offline' } : null,
  ];
  const met = all.filter((term) => term !== null);
  return { all: met, any: tags('any-tag'), none: tags('not-tag'), text: '', since: args.date('since') };
}

const textTerm = (kind: 'language' | 'feed', value: string | null): Term | null =>
  value === null ? null : { kind, value };

async function folderId(library: Library, name: string): Promise<string> {
  const { folders } = await ask(library, 'library.overview', {});
  const folder = folders.find((each) => each.name === name) ?? folders.find((each) => each.id === name);
  if (!folder) throw new Fault('unknown-folder', { id: name });
  return folder.id;
}
