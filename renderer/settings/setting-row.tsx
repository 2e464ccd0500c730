import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../state/settings';
import { PushButton } from '../ui/push-button';
import type { Setting } from './setting';
import styles from './setting-row.module.css';

/** A setting with what it is for, and the way back where it is not as it was at first. */
export function SettingRow({ setting: { label, hint, differs, setBack, Control } }: { setting: Setting }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const control = useRef<HTMLDivElement>(null);
  const back = () => {
    setBack();
    // The button goes; the focus stays with the setting.
    (control.current?.querySelector<HTMLElement>('button, input:checked, input') ?? control.current)?.focus();
  };
  return (
    <div className={styles.row}>
      <div ref={control} tabIndex={-1} className={styles.control}>
        <Control />
        {hint && <p className={styles.hint}>{t(hint)}</p>}
      </div>
      {differs(settings) && <SetBack name={t(label)} onPress={back} />}
    </div>
  );
}

/** Makes something what it was at first. */
export function SetBack({ name, onPress }: { name: string; onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <PushButton
      look="quiet"
      label={t('settings.setBack')}
      aria-label={t('settings.setBackOf', { name })}
      onPress={onPress}
    />
  );
}
