import type { MenuName } from '../../electron/contract/menu';

/** What commands are for, in the order in which they are shown. */
export const GROUPS = ['moving', 'reading', 'app'] as const;

/** One thing that the reader can do: the keys, the buttons, the palette, the application menu and the sheet all use this. */
export interface Command {
  id: string;
  /** Key of the words that name it. */
  name: `command.${string}`;
  /**
   * Keys that run it unless the reader chose others, as in KeyboardEvent.key, but 'Space'; 'Mod+' is Ctrl or Cmd; 'g t' is
   * two keys one after the other.
   */
  keys: string[];
  group: (typeof GROUPS)[number];
  /** Where the application menu has it. */
  menu?: MenuName;
  /** What must be open for it to do anything. */
  needs?: 'article';
  run: () => void;
}
