import { type BrowserWindow, type ContextMenuParams, clipboard, Menu } from 'electron';
import type { MenuItem } from '../contract/calls';
import { tell } from './ipc';
import { openOutside } from './links';

/** Where the menu was asked for, as Chromium says it: what is copied and opened is taken from here, not from the window. */
let pointedAt: Pick<ContextMenuParams, 'linkURL' | 'x' | 'y'> | null = null;

/** Asks the window for the words of the article's menu, which are in the reader's language. */
export function askForMenu(window: BrowserWindow, { linkURL, selectionText, x, y }: ContextMenuParams): void {
  const isLink = /^(?:https?|mailto):/i.test(linkURL);
  pointedAt = { linkURL: isLink ? linkURL : '', x, y };
  const selection = selectionText.trim().slice(0, 1_000);
  if (isLink || selection) tell(window, 'menu.asked', { selection, isLink });
}

/** Shows the menu, does what is the system's to do, and answers what was chosen; null when nothing was. */
export function showMenu(window: BrowserWindow | null, items: MenuItem[]): Promise<MenuItem['id'] | null> {
  const at = pointedAt;
  if (!window || !at) return Promise.resolve(null);
  const acts: Partial<Record<MenuItem['id'], () => void>> = {
    copy: () => window.webContents.copy(),
    copyLink: () => clipboard.writeText(at.linkURL),
    openLink: () => void openOutside(at.linkURL),
  };
  return new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(
      items.map(({ id, label }) => ({
        // An ampersand would mark the letter after it.
        label: label.replaceAll('&', '&&'),
        click: () => {
          acts[id]?.();
          resolve(id);
        },
      })),
    );
    // The click of an item comes after the menu has closed.
    menu.popup({ window, x: at.x, y: at.y, callback: () => setImmediate(() => resolve(null)) });
  });
}
