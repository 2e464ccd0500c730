import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, Menu } from 'electron';
import { type Failure, filled } from '../contract/failures';
import { ENGLISH_MENU, OPENING_FAILURES, readMenu, type SystemMenu } from '../contract/menu';
import { editingTemplate, menuTemplate } from './menu-template';

let told: SystemMenu = ENGLISH_MENU;

/** What the system's own menus and dialogs say, in the reader's language. */
export const systemWords = (): SystemMenu['words'] => told.words;

/** Why a library does not open, in the reader's language. */
export function whyNotOpen({ code, message, detail }: Failure): string {
  const known = OPENING_FAILURES.find((one) => one === code);
  return known ? filled(told.failures[known], detail) : message;
}

/**
 * The application menu: the menu bar on macOS, and what the Alt key finds elsewhere (the title bar of Windows and Linux is
 * the window's own and has no room for it). It says at once what the window told before, else English.
 */
export function startMenu(choose: (command: string) => void): { tell: (menu: SystemMenu) => Promise<void> } {
  const show = (menu: SystemMenu): void => {
    told = menu;
    const around = { platform: process.platform, isPackaged: app.isPackaged, choose };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menu, around)));
  };
  show(keptMenu());
  return {
    tell: async (menu) => {
      if (JSON.stringify(menu) === JSON.stringify(told)) return;
      show(menu);
      await keep(menu);
    },
  };
}

/** In a field, or on a text that is selected. */
export const showEditingMenu = (isEditable: boolean): void =>
  Menu.buildFromTemplate(editingTemplate(told, isEditable)).popup();

/** Beside Chromium's own files: it goes with the window and not with the reader's articles. */
const file = (): string => path.join(app.getPath('userData'), 'menu.json');

function keptMenu(): SystemMenu {
  try {
    return readMenu(readFileSync(file(), 'utf8'));
  } catch {
    // The first start.
    return ENGLISH_MENU;
  }
}

let writing: Promise<void> = Promise.resolve();

/** One after the other: the language and the keys may change quickly. */
function keep(menu: SystemMenu): Promise<void> {
  const write = async (): Promise<void> => {
    const beside = `${file()}.new`;
    await writeFile(beside, JSON.stringify(menu));
    await rename(beside, file());
  };
  writing = writing.then(write, write);
  return writing;
}
