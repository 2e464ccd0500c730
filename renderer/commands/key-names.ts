import type { KeyPress } from '../../electron/contract/events';
import { platform } from '../caravan';

/** Keys that are others with Shift; signs are what they are by it. */
const WITH_SHIFT = /^(?:[a-z]|Space|Enter|Home|End|Page(?:Up|Down)|Arrow\w+|F\d+)$/;

const MODIFIERS = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** The key as on a Latin layout: readers of Persian, Russian or Hindi press the same keys for the same things. */
function latin({ key, code, shift }: KeyPress): string {
  if (key.length !== 1 || key <= '~') return key;
  if (code === 'Slash') return shift ? '?' : '/';
  return code.startsWith('Key') ? code.slice('Key'.length) : key;
}

/** How commands name a key that is pressed; null for Alt, which is the system's and the sidebar's, and for half a key. */
export function nameOfKey(press: KeyPress): string | null {
  if (press.alt || MODIFIERS.has(press.key)) return null;
  const key = latin(press);
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  const isShifted = press.shift && WITH_SHIFT.test(name);
  if (press.ctrl || press.meta) return isShifted ? `Mod+Shift+${name}` : `Mod+${name}`;
  return isShifted ? `Shift+${name.length === 1 ? name.toUpperCase() : name}` : name;
}

/** One letter, digit or sign without Ctrl or Cmd, in each step of it: what a speech program may type by mistake. */
export const isBareKey = (key: string): boolean =>
  key.split(' ').some((step) => step.replace(/^Shift\+(?=.)/, '').length === 1);

const SHOWN: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** A key as it is shown, such as “Ctrl+K”; 'Inward' is the arrow that points into a folder. */
export function shownKey(key: string): string {
  const isMac = platform() === 'darwin';
  return key
    .replace('Mod+', isMac ? '⌘' : 'Ctrl+')
    .replace('Alt+', isMac ? '⌥' : 'Alt+')
    .replace(/Arrow\w+|Escape/, (name) => SHOWN[name] ?? name)
    .replace('Inward', document.documentElement.dir === 'rtl' ? '←' : '→')
    .replace('Outward', document.documentElement.dir === 'rtl' ? '→' : '←')
    .replace(/(^|\+|⌘)([a-z])$/, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const FIT_FOR_A_MENU = /^(?:Mod\+(?:Shift\+)?|(?:Shift\+)?(?=F\d))(.+)$/;

/**
 * The key as Electron writes it for the application menu; null for what a menu must not take: a letter alone would be taken
 * from what is typed.
 */
export function acceleratorOf(key: string): string | null {
  const last = FIT_FOR_A_MENU.exec(key)?.[1];
  if (!last || !/^(?:[!-~]|F\d{1,2})$/.test(last)) return null;
  const parts = [
    ...(key.startsWith('Mod+') ? ['CommandOrControl'] : []),
    ...(key.includes('Shift+') ? ['Shift'] : []),
    last === '+' ? 'Plus' : last.length === 1 ? last.toUpperCase() : last,
  ];
  return parts.join('+');
}
