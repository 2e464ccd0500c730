import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The application menu: the menu bar on macOS, and the accelerators everywhere (the title bar of Windows and Linux is
 * the window's own and has no room for it). Its commands are carried out by the window, which knows what is selected.
 */
export function setMenu(choose: (command: string) => void): void {
  const command = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => choose(name),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        command('Add feed…', 'feed.add', 'CmdOrCtrl+N'),
        command('Import OPML…', 'feeds.import'),
        { type: 'separator' },
        command('Settings…', 'settings.open', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        command('Search', 'search.open', 'CmdOrCtrl+K'),
        command('Refresh', 'refresh.start', 'CmdOrCtrl+R'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [command('Keyboard shortcuts', 'shortcuts.open')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
