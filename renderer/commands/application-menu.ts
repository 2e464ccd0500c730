import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type MenuCommand, SYSTEM_WORDS, type SystemWords } from '../../electron/contract/menu';
import type { Settings } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { tellFailure } from '../state/notice';
import { useSettings } from '../state/settings';
import { commands } from './commands';
import { acceleratorOf } from './key-names';
import { keysIn } from './own-keys';

type Translate = (key: string) => string;

const systemWords = (t: Translate): SystemWords =>
  Object.fromEntries(Object.keys(SYSTEM_WORDS).map((key) => [key, t(`system.${key}`)])) as SystemWords;

/** What stands in the application menu, in the reader's language and with the reader's keys. */
export const menuCommands = (t: Translate, chosen: Pick<Settings, 'keys' | 'letterKeys'>): MenuCommand[] =>
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
    const menu = { words: systemWords(t), commands: menuCommands(t, { keys, letterKeys }) };
    void ask('menu.tell', menu).catch(tellFailure);
  }, [t, keys, letterKeys]);
}
