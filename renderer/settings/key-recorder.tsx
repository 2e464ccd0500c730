import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../commands/command';
import { commands } from '../commands/commands';
import { KeyCaps } from '../commands/key-caps';
import { isBareKey, nameOfKey, shownKey } from '../commands/key-names';
import { giveKey, holdersOf, isKept, withKeys } from '../commands/own-keys';
import { changeSettings, useSettings } from '../state/settings';
import { PushButton } from '../ui/push-button';
import { listOf } from '../words/format';
import styles from './key-settings.module.css';

const shown = (keys: string): string => keys.split(' ').map(shownKey).join(' ');

/** A second letter after a first makes two keys one after the other. */
const joined = (before: string | null, key: string): string =>
  before && !before.includes(' ') && isBareKey(before) && isBareKey(key) ? `${before} ${key}` : key;

/** Hears the key that a command is to have; says what has it already, and takes it from there when the reader wants that. */
export function KeyRecorder({ command, onClose }: { command: Command; onClose: () => void }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [pressed, setPressed] = useState<string | null>(null);
  const name = t(command.name);
  const holders = pressed ? holdersOf(pressed, command.id, commands, settings) : [];
  const taken = pressed !== null && isKept(pressed);

  const keep = () => {
    if (!pressed || taken) return;
    void changeSettings({ keys: giveKey(settings, command, pressed, commands) });
    onClose();
  };
  const remove = () => {
    void changeSettings({ keys: withKeys(settings, command, []) });
    onClose();
  };
  const hear = (event: KeyboardEvent) => {
    // The way on and out stays what it is everywhere.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onClose();
    if (event.key === 'Enter') return keep();
    const { key, code, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
    const heard = nameOfKey({ key, code, ctrl, meta, alt, shift });
    if (heard) setPressed((before) => joined(before, heard));
  };
  const said = () => {
    if (!pressed) return t('settings.recorderHint');
    if (taken) return t('settings.keyKept', { key: shown(pressed) });
    if (holders.length === 0) return t('settings.keyFree', { key: shown(pressed) });
    const names = listOf(
      holders.map((holder) => t(holder.name)),
      'conjunction',
    );
    return t('settings.keyHeld', { key: shown(pressed), names });
  };

  return (
    <div className={styles.recorder}>
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: the reader asked to press a key now
        autoFocus
        className={styles.field}
        aria-label={t('settings.recorder', { name })}
        onKeyDownCapture={hear}
      >
        {pressed ? <KeyCaps keys={pressed} /> : t('settings.press')}
      </button>
      <p role="status" className={`${styles.said} ${taken ? styles.wrong : ''}`}>
        {said()}
      </p>
      <div className={styles.actions}>
        <PushButton look="quiet" label={t('settings.removeKey')} onPress={remove} />
        <PushButton label={t('command.cancel')} onPress={onClose} />
        <PushButton
          look="primary"
          label={t(holders.length > 0 && !taken ? 'settings.takeKey' : 'settings.keepKey')}
          isDisabled={!pressed || taken}
          onPress={keep}
        />
      </div>
    </div>
  );
}
