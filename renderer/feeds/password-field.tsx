import { useTranslation } from 'react-i18next';
import type { PasswordKept } from '../../electron/contract/health';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import styles from './password-field.module.css';

interface Props {
  /** Where the one before is kept; null when there is none. */
  kept: PasswordKept | null;
  value: string;
  error?: string | undefined;
  onChange: (password: string) => void;
  /** What the button says that forgets what is kept. */
  forget: string;
  onForget: () => void;
}

/** A password is only ever written: what is kept is never shown again, only where it is and how to forget it. */
export function PasswordField({ kept, value, error, onChange, forget, onForget }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.password}>
      <TextField
        type="password"
        label={t('network.password')}
        hint={kept ? t(`network.kept.${kept}`) : ''}
        error={error}
        value={value}
        onChange={onChange}
        maxLength={1_000}
        autoComplete="off"
      />
      {kept && <PushButton look="quiet" label={forget} onPress={onForget} />}
    </div>
  );
}
