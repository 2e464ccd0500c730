import { type BrowserWindow, type ContextMenuParams, clipboard, Menu } from 'electron';
import type { MenuItem } from '../contract/calls';
import { tell } from './ipc';
import { openOutside } from './links';
import { plain } from './menu-template';

/** Where the menu was asked for, as Chromium says it: what is copied and opened is taken from here, not from the window. */
let pointedAt: Pick<ContextMenuParams, 'linkURL' | 'x' | 'y'> | null = null;

/** On some systems the click of an item comes after its menu has closed. */
const CLICK_MS = 200;

/** Asks the window for the words of the article's menu, which are in the reader's language. */
export function askForMenu(window: BrowserWindow, { linkURL, selectionText, x, y }: ContextMenuParams): void {
  const isLink = /^(?:https?|mailto):/i.test(linkURL);
  pointedAt = { linkURL: isLink ? linkURL : '', x, y };
  const selection = selectionText.trim().slice(0, 1_000);
  tell(window, 'menu.asked', { selection, isLink });
}

/** Shows the menu, does what is the system's to do, and answers what was chosen; null when nothing was. */
export function showMenu(window: BrowserWindow | null, items: MenuItem[]): Promise<MenuItem['id'] | null> {
  const at = pointedAt;
  if (!window || !at) return Promise.resolve(null);
  const acts: Partial<Record<MenuItem['id'], () => unknown>> = {
    copy: () => window.webContents.copy(),
    copyLink: () => clipboard.writeText(at.linkURL),
    openLink: () => openOutside(at.linkURL),
  };
  return new Promise((resolve, reject) => {
    let isChosen = false;
    const menu = Menu.buildFromTemplate(
      items.map(({ id, label }) => ({
        label: plain(label),
        click: () => {
          isChosen = true;
          Promise.resolve(acts[id]?.()).then(() => resolve(id), reject);
        },
      })),
    );
    const closed = (): void => {
      if (!isChosen) resolve(null);
    };
    menu.popup({ window, x: at.x, y: at.y, callback: () => setTimeout(closed, CLICK_MS) });
  });
}
