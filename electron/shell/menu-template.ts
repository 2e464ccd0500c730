import type { MenuItemConstructorOptions } from 'electron';
import type { MenuName, SystemMenu } from '../contract/menu';

type Item = MenuItemConstructorOptions;

interface Around {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** Has the window carry a command out: it knows what is selected. */
  choose: (command: string) => void;
}

const LINE: Item = { type: 'separator' };

/** An ampersand would mark the letter after it. */
export const plain = (label: string): string => label.replaceAll('&', '&&');

/** The application menu in the words and with the keys that the window told. */
export function menuTemplate({ words, commands }: SystemMenu, { platform, isPackaged, choose }: Around): Item[] {
  const isMac = platform === 'darwin';
  const role = (name: NonNullable<Item['role']>, word: keyof typeof words): Item => ({
    role: name,
    label: plain(words[word]),
  });
  const menu = (word: keyof typeof words, submenu: Item[]): Item => ({ label: plain(words[word]), submenu });
  const inMenu = (name: MenuName): Item[] =>
    commands
      .filter((command) => command.menu === name)
      .map(({ id, label, accelerator }) => ({
        id,
        label: plain(label),
        click: () => choose(id),
        // The window hears its keys itself; only macOS needs the menu to show them.
        ...(accelerator ? { accelerator, registerAccelerator: isMac } : {}),
      }));
  const withLine = (items: Item[]): Item[] => (items.length > 0 ? [...items, LINE] : []);
  const own = menu('about', [
    role('about', 'about'),
    LINE,
    role('services', 'services'),
    LINE,
    role('hide', 'hide'),
    role('hideOthers', 'hideOthers'),
    role('unhide', 'showAll'),
    LINE,
    role('quit', 'quit'),
  ]);
  return [
    ...(isMac ? [own] : []),
    menu('file', [...withLine(inMenu('file')), isMac ? role('close', 'close') : role('quit', 'quit')]),
    menu('edit', [
      role('undo', 'undo'),
      role('redo', 'redo'),
      LINE,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
    ]),
    menu('view', [
      ...withLine(inMenu('view')),
      role('togglefullscreen', 'fullScreen'),
      ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
    ]),
    ...(['go', 'article'] as const).map((name) => menu(name, inMenu(name))).filter(hasItems),
    {
      ...menu('window', [role('minimize', 'minimize'), ...(isMac ? [role('zoom', 'zoom')] : [role('close', 'close')])]),
      role: 'window',
    },
    { ...menu('help', [...inMenu('help'), ...(isMac ? [] : [role('about', 'about')])]), role: 'help' },
  ];
}

const hasItems = ({ submenu }: Item): boolean => Array.isArray(submenu) && submenu.length > 0;

/** The menu of a field, or of a text that is selected. */
export const editingTemplate = ({ words }: SystemMenu, isEditable: boolean): Item[] => {
  const copy: Item = { role: 'copy', label: plain(words.copy) };
  if (!isEditable) return [copy];
  return [{ role: 'cut', label: plain(words.cut) }, copy, { role: 'paste', label: plain(words.paste) }];
};
