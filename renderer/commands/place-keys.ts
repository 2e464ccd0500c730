import type { Step } from '../state/arranging';

/** What a key does with the feed or folder of the sidebar that has the focus. */
export interface PlaceKey {
  act: 'rename' | 'remove' | Step;
  /** Key of the words that name it. */
  name: `command.${string}`;
  /** As a command's; 'Inward' is the arrow that points into a folder, which is another from right to left. */
  keys: string[];
}

export const placeKeys: PlaceKey[] = [
  { act: 'rename', name: 'command.rename', keys: ['F2'] },
  { act: 'remove', name: 'command.removePlace', keys: ['Delete'] },
  { act: 'up', name: 'command.moveUp', keys: ['Alt+ArrowUp'] },
  { act: 'down', name: 'command.moveDown', keys: ['Alt+ArrowDown'] },
  { act: 'in', name: 'command.moveIn', keys: ['Alt+Inward'] },
  { act: 'out', name: 'command.moveOut', keys: ['Alt+Outward'] },
];

/** What a key press asks for; undefined for nothing. */
export function placeActOf(press: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>) {
  if (press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const key = press.key
    .replace(isRightToLeft ? 'ArrowLeft' : 'ArrowRight', 'Inward')
    .replace(isRightToLeft ? 'ArrowRight' : 'ArrowLeft', 'Outward');
  return placeKeys.find(({ keys }) => keys.includes(press.altKey ? `Alt+${key}` : key))?.act;
}
