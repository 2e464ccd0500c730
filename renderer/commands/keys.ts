import { useEffect } from 'react';
import type { KeyPress } from '../../electron/contract/events';
import { on, platform } from '../caravan';
import { useView } from '../state/view';
import { commandOf, commands, keysOf, runCommand } from './commands';
import { acceleratorOf, nameOfKey } from './key-names';

/** How long the second key of “g t” may take. */
const SECOND_KEY_MS = 1_500;

let first: { key: string; at: number } | null = null;

const within = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

const isTyping = (target: EventTarget | null): boolean =>
  within(target, 'input, textarea, select, [contenteditable=true]');

/** Where a menu or a list of choices is open, all keys are its own. */
const isChoosing = (target: EventTarget | null): boolean =>
  within(target, '[role=menu], [role=listbox], [role=dialog]');

/** Arrows belong to the sidebar's trees, to a splitter and to a group of choices. */
const usesArrows = (target: EventTarget | null): boolean =>
  within(target, '[role=treegrid], [role=separator], [role=radiogroup]');

/** Space presses what has the focus. */
const usesSpace = (target: EventTarget | null): boolean =>
  within(target, 'button, a, summary, [role=switch], [role=treegrid], [role=radiogroup], label');

/** Keys that write in a field: with Ctrl or Cmd these undo, copy, cut, paste and select there. */
const isWriting = ({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  isTyping(target) && (!(ctrlKey || metaKey) || /^[acvxyz]$/i.test(key));

const MOVES = /^(?:Arrow|Home|End)/;
/** With Ctrl or Cmd, in a field all of its text and in a tree all of its rows. */
const SELECTS_ALL = /^a$/i;

/** The command for a key press, if any; remembers the first of two keys. */
function commandFor(press: KeyPress): string | undefined {
  const name = nameOfKey(press);
  if (!name) return undefined;
  const before = first && Date.now() - first.at < SECOND_KEY_MS ? `${first.key} ` : '';
  first = null;
  const found = commands.find((command) => keysOf(command).includes(before + name));
  if (!found && commands.some((command) => keysOf(command).some((key) => key.startsWith(`${name} `)))) {
    first = { key: name, at: Date.now() };
  }
  return found?.id;
}

function pressed(event: KeyboardEvent): void {
  const { key, code, target, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
  // What is pressed in the article comes by way of the main process; here it must not count again.
  if (document.activeElement instanceof HTMLIFrameElement) return;
  if (event.isComposing || useView.getState().dialog || isChoosing(target)) return;
  if (isWriting(event) || (MOVES.test(key) && usesArrows(target))) return;
  if (key === ' ' && usesSpace(target)) return;
  if ((ctrl || meta) && SELECTS_ALL.test(key) && (isTyping(target) || usesArrows(target))) return;
  const command = commandFor({ key, code, ctrl, meta, alt, shift });
  // The first of two keys is ours as well: the sidebar would take it for the beginning of a name.
  if (!command && !first) return;
  event.preventDefault();
  event.stopPropagation();
  if (command) runCommand(command);
}

/** On macOS the menu hears its keys in the article too: what it carries out must not count twice. */
const isForTheMenu = (press: KeyPress, command: string): boolean =>
  platform() === 'darwin' && commandOf(command)?.menu !== undefined && acceleratorOf(nameOfKey(press) ?? '') !== null;

/** Arrows, paging and selecting stay with the frame, which scrolls by itself. */
function pressedInArticle(press: KeyPress): void {
  if (!(document.activeElement instanceof HTMLIFrameElement) || press.key.startsWith('Arrow')) return;
  if ((press.ctrl || press.meta) && SELECTS_ALL.test(press.key)) return;
  const command = commandFor(press);
  if (command && !isForTheMenu(press, command)) runCommand(command);
}

/** Chosen in the application menu; a dialog that is open is not swept away with what was typed in it. */
function chosen({ command }: { command: string }): void {
  if (!useView.getState().dialog) runCommand(command);
}

/** Carries out commands by key, from the article's frame too, and those chosen in the application menu. */
export function useKeys(): void {
  useEffect(() => {
    // Before the controls hear it: the sidebar's trees find rows by their letters.
    document.addEventListener('keydown', pressed, { capture: true });
    const deaf = [on('key.pressed', pressedInArticle), on('command.chosen', chosen)];
    return () => {
      document.removeEventListener('keydown', pressed, { capture: true });
      for (const stop of deaf) stop();
    };
  }, []);
}
