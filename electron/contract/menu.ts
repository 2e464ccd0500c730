import * as v from 'valibot';
import { FAILURE_MESSAGES } from './failures';

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
const MENUS = ['file', 'view', 'go', 'article', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

/** The failures for which a library does not open: then there is no window to say them. */
export const OPENING_FAILURES = [
  'library-in-use',
  'library-unwritable',
  'library-damaged',
  'library-newer',
  'unexpected',
] as const;
export type OpeningFailure = (typeof OPENING_FAILURES)[number];

const MOST_COMMANDS = 100;
const Label = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Sentences = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));

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

/** The same for each of these names. */
const each = <Name extends string, Schema extends v.GenericSchema>(names: readonly Name[], schema: Schema) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>);

/** All that the system's own menus and dialogs say, in the reader's language and with the reader's keys. */
export const SystemMenu = v.strictObject({
  words: each(Object.keys(SYSTEM_WORDS) as (keyof typeof SYSTEM_WORDS)[], Label),
  failures: each(OPENING_FAILURES, Sentences),
  commands: v.pipe(v.array(MenuCommand), v.maxLength(MOST_COMMANDS)),
});
export type SystemMenu = v.InferOutput<typeof SystemMenu>;

const englishFailures = Object.fromEntries(OPENING_FAILURES.map((code) => [code, FAILURE_MESSAGES[code]]));

export const ENGLISH_MENU: SystemMenu = {
  words: SYSTEM_WORDS,
  failures: englishFailures as Record<OpeningFailure, string>,
  commands: [],
};

/** The menu that an earlier window told, as JSON; English for what is no such thing. */
export function readMenu(json: string): SystemMenu {
  try {
    return v.parse(SystemMenu, JSON.parse(json));
  } catch {
    // Written by another version or cut off: the window tells it anew in a moment.
    return ENGLISH_MENU;
  }
}
