import { stepAloud, stopAloud, toggleAloud } from '../state/reading-aloud';
import type { Command } from './command';

/** Where no voice speaks the article's language they do nothing. */
export const aloudCommands: Command[] = [
  { id: 'aloud.toggle', name: 'command.aloud', keys: ['l'], group: 'reading', run: toggleAloud },
  { id: 'aloud.stop', name: 'command.aloudStop', keys: ['Shift+L'], group: 'reading', run: stopAloud },
  { id: 'aloud.previous', name: 'command.aloudPrevious', keys: ['['], group: 'reading', run: () => stepAloud(-1) },
  { id: 'aloud.next', name: 'command.aloudNext', keys: [']'], group: 'reading', run: () => stepAloud(1) },
];
