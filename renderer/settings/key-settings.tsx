import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../commands/command';
import { commands } from '../commands/commands';
import { KeyCaps } from '../commands/key-caps';
import { boundKeys, givenBack } from '../commands/own-keys';
import { changeSettings, knownSettings, useSettings } from '../state/settings';
import { PushButton } from '../ui/push-button';
import { Switch } from '../ui/switch';
import { KeyRecorder } from './key-recorder';
import styles from './key-settings.module.css';
import { ofFields, type Setting } from './setting';

function LetterKeys() {
  const { t } = useTranslation();
  return (
    <Switch
      label={t('settings.letterKeys')}
      isOn={useSettings().letterKeys}
      onChange={(letterKeys) => void changeSettings({ letterKeys })}
    />
  );
}

/** A command with its keys; while they are changed, what is pressed. */
function KeysOf({ command }: { command: Command }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [isRecording, setRecording] = useState(false);
  const keys = boundKeys(command, settings);
  const name = t(command.name);
  return (
    <div className={styles.command}>
      <div className={styles.line}>
        <p className={styles.name}>{name}</p>
        {keys.length === 0 && <span className={styles.none}>{t('settings.noKey')}</span>}
        {keys.map((key) => (
          <KeyCaps key={key} keys={key} />
        ))}
        {!isRecording && (
          <PushButton
            look="quiet"
            label={t('settings.changeKey')}
            aria-label={t('settings.changeKeyOf', { name })}
            onPress={() => setRecording(true)}
          />
        )}
      </div>
      {isRecording && <KeyRecorder command={command} onClose={() => setRecording(false)} />}
    </div>
  );
}

export const letterKeys: Setting = {
  id: 'letterKeys',
  page: 'keys',
  label: 'settings.letterKeys',
  hint: 'settings.letterKeysHint',
  ...ofFields('letterKeys'),
  Control: LetterKeys,
};

/** The keys of each command, as a setting of their own. */
export const commandSettings: (Setting & { group: Command['group'] })[] = commands.map((command) => ({
  id: `keys:${command.id}`,
  page: 'keys',
  group: command.group,
  label: command.name,
  differs: ({ keys }) => command.id in keys,
  setBack: () => {
    const settings = knownSettings();
    void changeSettings({ keys: givenBack(settings, command, commands) });
  },
  Control: () => <KeysOf command={command} />,
}));
