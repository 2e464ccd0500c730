import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type MenuCommand, OPENING_FAILURES, SYSTEM_WORDS, type SystemMenu } from '../../electron/contract/menu';
import type { Settings } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { tellFailure } from '../state/notice';
import { useSettings } from '../state/settings';
import { commands } from './commands';
import { acceleratorOf } from './key-names';
import { keysIn } from './own-keys';

type Translate = (key: string, how?: { skipInterpolation: boolean }) => string;

const named = <Name extends string>(names: readonly Name[], say: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, say(name)])) as Record<Name, string>;

const systemWords = (t: Translate): Pick<SystemMenu, 'words' | 'failures'> => ({
  words: named(Object.keys(SYSTEM_WORDS) as (keyof typeof SYSTEM_WORDS)[], (key) => t(`system.${key}`)),
  // With their holes, which are filled when it comes to that.
  failures: named(OPENING_FAILURES, (code) => t(`failure.${code}`, { skipInterpolation: true })),
});

/** What stands in the application menu, in the reader's language and with the reader's keys. */
const menuCommands = (t: Translate, chosen: Pick<Settings, 'keys' | 'letterKeys'>): MenuCommand[] =>
  commands.flatMap((command) =>
    command.menu
      ? [
          {
            id: command.id,
            menu: command.menu,
            label: t(command.name),
            accelerator: keysIn(command, chosen).map(acceleratorOf).find(Boolean) ?? null,
          },
        ]
      : [],
  );

/** Tells the system's menus and dialogs what they say, whenever the language or the keys change. */
export function useApplicationMenu(): void {
  const { t } = useTranslation();
  const { keys, letterKeys } = useSettings();
  useEffect(() => {
    const menu = { ...systemWords(t), commands: menuCommands(t, { keys, letterKeys }) };
    void ask('menu.tell', menu).catch(tellFailure);
  }, [t, keys, letterKeys]);
}
