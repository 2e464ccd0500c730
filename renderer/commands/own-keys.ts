import type { Settings } from '../../electron/contract/settings';
import type { Command } from './command';
import { isBareKey } from './key-names';
import { placeKeys } from './place-keys';

type Chosen = Pick<Settings, 'keys' | 'letterKeys'>;
type Keyed = Pick<Command, 'id' | 'keys'>;

/** The keys of a command by the reader's choice; those of letters too where they are switched off. */
export const boundKeys = ({ id, keys }: Keyed, chosen: Pick<Chosen, 'keys'>): string[] => chosen.keys[id] ?? keys;

/** The keys that run a command now. */
export const keysIn = (command: Keyed, chosen: Chosen): string[] =>
  boundKeys(command, chosen).filter((key) => chosen.letterKeys || !isBareKey(key));

/** Keys that writing, leaving and the sidebar's feeds need. */
const KEPT = new Set([
  ...['Tab', 'Enter', 'Escape', 'Backspace', 'Delete'],
  ...['Mod+c', 'Mod+x', 'Mod+v', 'Mod+q', 'Mod+w', 'Mod+h', 'Mod+m', 'Mod+Tab', 'Mod+Enter', 'Mod+Backspace'],
  ...placeKeys.flatMap(({ keys }) => keys),
]);

/** True for a key that no command may have. */
export const isKept = (key: string): boolean => key.split(' ').some((step) => KEPT.has(step));

/** Two keys of which only one can be heard: the same, or one that begins the other. */
const clash = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** The other commands that a key could not be given to without taking it from them. */
export const holdersOf = <One extends Keyed>(key: string, id: string, all: readonly One[], chosen: Chosen): One[] =>
  all.filter((other) => other.id !== id && boundKeys(other, chosen).some((own) => clash(own, key)));

const same = (one: string[], other: string[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The reader's keys with those of one command changed; a command that has the keys it came with is not listed. */
export function withKeys(chosen: Pick<Chosen, 'keys'>, command: Keyed, keys: string[]): Settings['keys'] {
  const { [command.id]: _, ...others } = chosen.keys;
  return same(keys, command.keys) ? others : { ...others, [command.id]: keys };
}

/** Gives a command this key and no other, and takes it from those that have it. */
export function giveKey(chosen: Chosen, command: Keyed, key: string, all: readonly Keyed[]): Settings['keys'] {
  const taken = holdersOf(key, command.id, all, chosen).reduce(
    (keys, other) =>
      withKeys(
        { keys },
        other,
        boundKeys(other, { keys }).filter((own) => !clash(own, key)),
      ),
    chosen.keys,
  );
  return withKeys({ keys: taken }, command, [key]);
}

/** The keys that a command came with, taken back from those that have them now. */
export function givenBack(chosen: Chosen, command: Keyed, all: readonly Keyed[]): Settings['keys'] {
  const { [command.id]: _, ...others } = chosen.keys;
  return command.keys.reduce(
    (keys, key) =>
      holdersOf(key, command.id, all, { ...chosen, keys }).reduce(
        (left, other) =>
          withKeys(
            { keys: left },
            other,
            boundKeys(other, { keys: left }).filter((own) => !clash(own, key)),
          ),
        keys,
      ),
    others,
  );
}
