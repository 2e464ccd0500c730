import { expect, test } from 'vitest';
import { ENGLISH_MENU, readMenu, type SystemMenu } from '../../electron/contract/menu';
import { editingTemplate, menuTemplate } from '../../electron/shell/menu-template';

const around = { platform: 'linux' as const, isPackaged: true, choose: () => {} };
const menu: SystemMenu = {
  ...ENGLISH_MENU,
  words: { ...ENGLISH_MENU.words, file: 'Datei & mehr', copy: 'Kopieren' },
  commands: [
    { id: 'feed.add', menu: 'file', label: 'Feed hinzufügen', accelerator: 'CommandOrControl+N' },
    { id: 'view.today', menu: 'go', label: 'Heute', accelerator: null },
  ],
};

const items = (from: Electron.MenuItemConstructorOptions | undefined) =>
  (from?.submenu ?? []) as Electron.MenuItemConstructorOptions[];

test('until the window has spoken, menus are English and hold what needs no window', () => {
  const template = menuTemplate(ENGLISH_MENU, around);
  expect(template.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  expect(items(template[0]).map(({ label }) => label)).toEqual(['Quit Caravan']);
});

test('commands stand in their menus, in the words told, and are carried out by the window', () => {
  const chosen: string[] = [];
  const [file, , , go] = menuTemplate(menu, { ...around, choose: (command) => chosen.push(command) });
  expect(file?.label).toBe('Datei && mehr');
  const [add] = items(file);
  expect(add).toMatchObject({
    label: 'Feed hinzufügen',
    accelerator: 'CommandOrControl+N',
    registerAccelerator: false,
  });
  add?.click?.({} as never, undefined, {});
  expect(chosen).toEqual(['feed.add']);
  expect(items(go).map(({ label, accelerator }) => [label, accelerator])).toEqual([['Heute', undefined]]);
});

test('on macOS the application has a menu of its own, and the menu hears its keys', () => {
  const [own, file] = menuTemplate(menu, { ...around, platform: 'darwin' });
  expect(own?.label).toBe('About Caravan');
  expect(items(own).at(-1)).toMatchObject({ role: 'quit', label: 'Quit Caravan' });
  expect(items(file)[0]).toMatchObject({ registerAccelerator: true });
});

test('a field is offered cut, copy and paste, a text copy alone', () => {
  expect(editingTemplate(menu, true).map(({ label }) => label)).toEqual(['Cut', 'Kopieren', 'Paste']);
  expect(editingTemplate(menu, false).map(({ label }) => label)).toEqual(['Kopieren']);
});

test.each([
  ['nothing', ''],
  ['half a file', JSON.stringify(menu).slice(0, 100)],
  ['another thing', '{"words":{}}'],
  ['an accelerator that Electron would not know', JSON.stringify(menu).replace('CommandOrControl+N', '++')],
  ['a word that is too long', JSON.stringify(menu).replace('Heute', 'x'.repeat(201))],
  ['too many commands', JSON.stringify({ ...menu, commands: Array(101).fill(menu.commands[0]) })],
])('%s is read as English', (_, json) => expect(readMenu(json)).toEqual(ENGLISH_MENU));

test('what was told is read as it was', () => expect(readMenu(JSON.stringify(menu))).toEqual(menu));
