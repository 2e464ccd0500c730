import { useTranslation } from 'react-i18next';
import type { PasswordKept } from '../../electron/contract/health';
import type { LoginDraft, LoginFault } from '../state/login-draft';
import { TextField } from '../ui/text-field';
import styles from './fetching-fields.module.css';
import { PasswordField } from './password-field';

interface Props {
  draft: LoginDraft;
  wrong: LoginFault | undefined;
  kept: PasswordKept | null;
  onChange: (draft: LoginDraft) => void;
  onForget: () => void;
}

/** User name and password of a feed (HTTP basic auth). */
export function LoginFields({ draft, wrong, kept, onChange, onForget }: Props) {
  const { t } = useTranslation();
  const errorIn = (...faults: LoginFault[]) => (wrong && faults.includes(wrong) ? t(`fetching.${wrong}`) : undefined);
  return (
    <fieldset className={styles.group}>
      <legend>{t('fetching.login')}</legend>
      <p className={styles.hint}>{t('fetching.loginHint')}</p>
      <div className={styles.pair}>
        <TextField
          label={t('network.username')}
          error={errorIn('usernameMissing', 'badUsername')}
          value={draft.username}
          onChange={(username) => onChange({ ...draft, username })}
          maxLength={255}
          autoComplete="off"
        />
        <PasswordField
          kept={kept}
          value={draft.password}
          error={errorIn('passwordMissing')}
          onChange={(password) => onChange({ ...draft, password })}
          forget={t('fetching.forgetLogin')}
          onForget={onForget}
        />
      </div>
    </fieldset>
  );
}
