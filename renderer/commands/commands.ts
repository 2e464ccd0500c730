import type { Term } from '../../electron/contract/model';
import { ask } from '../caravan';
import { knownArticle, stepArticle, toggleEarlier } from '../state/articles';
import { bookmarkArticles, markArticles, markListRead, refresh } from '../state/changes';
import { changeChosen, chooseAll, extendChosen, tagChosen } from '../state/choosing';
import { startFinding, stepFound } from '../state/finding';
import { takeBack, tellFailure } from '../state/notice';
import { useOpenPage } from '../state/open-page';
import { changeTextSize, knownSettings, toggleOffline } from '../state/settings';
import { turnPage, turnToEdge } from '../state/turning';
import { openDialog, releaseList, showEverything, showTerm, useView } from '../state/view';
import { aloudCommands } from './aloud-commands';
import type { Command } from './command';
import { shownKey } from './key-names';
import { outputCommands } from './output-commands';
import { keysIn } from './own-keys';
import { textCommands } from './text-commands';

const withOpenArticle = (
  act: (article: { id: string; read: boolean; bookmarked: boolean; link: string | null }) => void,
) => {
  const { selected } = useView.getState();
  const article = selected && knownArticle(selected.id);
  if (article) act(article);
};

const go = (value: 'today' | 'unread' | 'bookmarked') => () => showTerm({ kind: 'state', value } satisfies Term);

/** With several chosen a key is for all of them. */
const orChosen = (ofChosen: () => unknown, otherwise: () => void) => () => {
  if (useView.getState().chosen) ofChosen();
  else otherwise();
};

/** What was searched for before is selected, so that the next words take its place. */
const startSearch = () => {
  const field = document.querySelector<HTMLInputElement>('[type=search]');
  field?.focus();
  field?.select();
};

const changeOpen = (by: number) => () => changeTextSize(by, useOpenPage.getState().script);

export const commands: Command[] = [
  {
    id: 'article.next',
    name: 'command.next',
    keys: ['j', 'ArrowDown'],
    group: 'moving',
    menu: 'article',
    run: () => void stepArticle(1).catch(tellFailure),
  },
  {
    id: 'article.previous',
    name: 'command.previous',
    keys: ['k', 'ArrowUp'],
    group: 'moving',
    menu: 'article',
    run: () => void stepArticle(-1).catch(tellFailure),
  },
  {
    id: 'list.extendDown',
    name: 'command.extendDown',
    keys: ['Shift+ArrowDown'],
    group: 'moving',
    run: () => extendChosen(1),
  },
  {
    id: 'list.extendUp',
    name: 'command.extendUp',
    keys: ['Shift+ArrowUp'],
    group: 'moving',
    run: () => extendChosen(-1),
  },
  { id: 'list.selectAll', name: 'command.selectAll', keys: ['Mod+a'], group: 'moving', run: chooseAll },
  { id: 'list.newer', name: 'command.showNewer', keys: ['.'], group: 'moving', run: releaseList },
  { id: 'page.next', name: 'command.page', keys: ['Space'], group: 'moving', needs: 'article', run: () => turnPage(1) },
  {
    id: 'page.previous',
    name: 'command.pageBack',
    keys: ['Shift+Space'],
    group: 'moving',
    needs: 'article',
    run: () => turnPage(-1),
  },
  {
    id: 'page.top',
    name: 'command.top',
    keys: ['Home'],
    group: 'moving',
    needs: 'article',
    run: () => turnToEdge('top'),
  },
  {
    id: 'page.bottom',
    name: 'command.bottom',
    keys: ['End'],
    group: 'moving',
    needs: 'article',
    run: () => turnToEdge('bottom'),
  },
  { id: 'view.today', name: 'command.today', keys: ['g t'], group: 'moving', menu: 'go', run: go('today') },
  { id: 'view.unread', name: 'command.allUnread', keys: ['g u'], group: 'moving', menu: 'go', run: go('unread') },
  {
    id: 'view.bookmarks',
    name: 'command.bookmarks',
    keys: ['g b'],
    group: 'moving',
    menu: 'go',
    run: go('bookmarked'),
  },
  {
    id: 'view.everything',
    name: 'command.everything',
    keys: ['g a'],
    group: 'moving',
    menu: 'go',
    run: showEverything,
  },
  {
    id: 'search.open',
    name: 'command.search',
    keys: ['/'],
    group: 'moving',
    menu: 'view',
    run: startSearch,
  },
  {
    id: 'palette.open',
    name: 'command.palette',
    keys: ['Mod+k'],
    group: 'moving',
    menu: 'go',
    run: () => openDialog('palette'),
  },
  {
    id: 'filters.open',
    name: 'command.filters',
    keys: ['f'],
    group: 'moving',
    menu: 'view',
    run: () => openDialog('filters'),
  },
  {
    id: 'article.bookmark',
    name: 'command.bookmark',
    keys: ['s'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: orChosen(
      () => changeChosen({ bookmarked: true }),
      () => withOpenArticle(({ id, bookmarked }) => void bookmarkArticles([id], !bookmarked)),
    ),
  },
  {
    id: 'article.unread',
    name: 'command.unread',
    keys: ['u'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: orChosen(
      () => changeChosen({ read: false }),
      () => withOpenArticle(({ id, read }) => void markArticles([id], !read)),
    ),
  },
  {
    id: 'article.tags',
    name: 'command.tags',
    keys: ['t'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: orChosen(tagChosen, () => withOpenArticle(() => openDialog('tags'))),
  },
  {
    id: 'article.original',
    name: 'command.original',
    keys: ['v'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: () => withOpenArticle(({ id, link }) => link && void ask('original.open', { id }).catch(tellFailure)),
  },
  {
    id: 'article.earlier',
    name: 'command.earlier',
    keys: ['e'],
    group: 'reading',
    needs: 'article',
    run: toggleEarlier,
  },
  ...textCommands,
  ...outputCommands,
  ...aloudCommands,
  {
    id: 'text.larger',
    name: 'command.larger',
    keys: ['+', '='],
    group: 'reading',
    menu: 'view',
    needs: 'article',
    run: changeOpen(1),
  },
  {
    id: 'text.smaller',
    name: 'command.smaller',
    keys: ['-'],
    group: 'reading',
    menu: 'view',
    needs: 'article',
    run: changeOpen(-1),
  },
  {
    id: 'find.open',
    name: 'command.find',
    keys: ['Mod+f'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: startFinding,
  },
  {
    id: 'find.next',
    name: 'command.findNext',
    keys: ['F3', 'Mod+g'],
    group: 'reading',
    needs: 'article',
    run: () => stepFound(1),
  },
  {
    id: 'find.previous',
    name: 'command.findPrevious',
    keys: ['Shift+F3', 'Mod+Shift+g'],
    group: 'reading',
    needs: 'article',
    run: () => stepFound(-1),
  },
  {
    id: 'look.open',
    name: 'command.look',
    keys: ['Shift+T'],
    group: 'reading',
    menu: 'view',
    needs: 'article',
    run: () => withOpenArticle(() => useOpenPage.setState({ choosingLook: true })),
  },
  { id: 'change.undo', name: 'command.undo', keys: ['Mod+z'], group: 'app', run: takeBack },
  {
    id: 'network.offline',
    name: 'command.workOffline',
    keys: ['Shift+O'],
    group: 'app',
    menu: 'file',
    run: toggleOffline,
  },
  {
    id: 'refresh.start',
    name: 'command.refresh',
    keys: ['r', 'Mod+r'],
    group: 'app',
    menu: 'file',
    run: () => void refresh(),
  },
  {
    id: 'list.markAllRead',
    name: 'command.markAllRead',
    keys: ['Shift+A'],
    group: 'app',
    menu: 'article',
    run: () => void markListRead(),
  },
  {
    id: 'trip.pack',
    name: 'command.pack',
    keys: ['p'],
    group: 'app',
    menu: 'file',
    run: () => openDialog('pack'),
  },
  {
    id: 'feed.add',
    name: 'command.addFeed',
    keys: ['a', 'Mod+n'],
    group: 'app',
    menu: 'file',
    run: () => openDialog('add-feed'),
  },
  {
    id: 'feeds.import',
    name: 'command.importOpml',
    keys: [],
    group: 'app',
    menu: 'file',
    run: () => openDialog('import'),
  },
  {
    id: 'settings.open',
    name: 'command.settings',
    keys: ['Mod+,'],
    group: 'app',
    menu: 'file',
    run: () => openDialog('settings'),
  },
  {
    id: 'storage.open',
    name: 'command.storage',
    keys: ['g s'],
    group: 'app',
    menu: 'go',
    run: () => openDialog('storage'),
  },
  {
    id: 'network.open',
    name: 'command.network',
    keys: ['g n'],
    group: 'app',
    menu: 'go',
    run: () => openDialog('network'),
  },
  { id: 'keys.open', name: 'command.keys', keys: [], group: 'app', run: () => openDialog('keys') },
  {
    id: 'shortcuts.open',
    name: 'command.shortcuts',
    keys: ['?'],
    group: 'app',
    menu: 'help',
    run: () => openDialog('shortcuts'),
  },
];

const byId = new Map(commands.map((command) => [command.id, command]));

export const commandOf = (id: string): Command | undefined => byId.get(id);

export const runCommand = (id: string): void => byId.get(id)?.run();

/** The keys that run a command now, by the reader's choice. */
export const keysOf = (command: Command): string[] => keysIn(command, knownSettings());

/** The first key of a command as it is shown, such as “Ctrl+K”; undefined when it has none. */
export function keyOf(id: string): string | undefined {
  const command = byId.get(id);
  const [key] = command ? keysOf(command) : [];
  return key && shownKey(key);
}

/** Whether a command has anything to do now. */
export function canRun({ needs }: Command): boolean {
  const { selected, chosen } = useView.getState();
  return needs !== 'article' || selected !== null || chosen !== null;
}
