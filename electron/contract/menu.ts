import * as v from 'valibot';

/** What the system draws for Caravan, outside of the window: menus and dialogs. English, until the window says otherwise. */
export const SYSTEM_WORDS = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  article: 'Article',
  window: 'Window',
  help: 'Help',
  about: 'About Caravan',
  services: 'Services',
  hide: 'Hide Caravan',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  quit: 'Quit Caravan',
  close: 'Close window',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  fullScreen: 'Full screen',
  minimize: 'Minimise',
  zoom: 'Zoom',
  saveArchive: 'Save archive',
  openArchive: 'Open archive',
  archive: 'Archive of Caravan',
  cannotOpen: 'Caravan cannot open this library',
} as const;

export type SystemWords = Record<keyof typeof SYSTEM_WORDS, string>;

/** The menus that commands stand in. */
export const MENUS = ['file', 'view', 'go', 'article', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

const MOST_COMMANDS = 100;
const Label = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A line of the application menu; it is carried out by the window. */
const MenuCommand = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/)),
  menu: v.picklist(MENUS),
  label: Label,
  /** As Electron writes it, such as “CommandOrControl+Shift+G”; null for none. */
  accelerator: v.nullable(
    v.pipe(v.string(), v.regex(/^(?:[A-Z][A-Za-z]{0,20}\+){0,3}(?:[A-Z][A-Za-z0-9]{0,20}|[!-~])$/)),
  ),
});
export type MenuCommand = v.InferOutput<typeof MenuCommand>;

const labels = Object.fromEntries(Object.keys(SYSTEM_WORDS).map((key) => [key, Label])) as Record<
  keyof typeof SYSTEM_WORDS,
  typeof Label
>;

/** All that the system's own menus and dialogs say, in the reader's language and with the reader's keys. */
export const SystemMenu = v.strictObject({
  words: v.strictObject(labels),
  commands: v.pipe(v.array(MenuCommand), v.maxLength(MOST_COMMANDS)),
});
export type SystemMenu = v.InferOutput<typeof SystemMenu>;

export const ENGLISH_MENU: SystemMenu = { words: SYSTEM_WORDS, commands: [] };

/** The menu that an earlier window told, as JSON; English for what is no such thing. */
export function readMenu(json: string): SystemMenu {
  try {
    return v.parse(SystemMenu, JSON.parse(json));
  } catch {
    // Written by another version or cut off: the window tells it anew in a moment.
    return ENGLISH_MENU;
  }
}
