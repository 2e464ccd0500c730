import { useTranslation } from 'react-i18next';
import type { PasswordKept } from '../../electron/contract/health';
import { isTyped, type ProxyDraft, type ProxyField, type ProxyKind } from '../state/proxy-draft';
import { Pick } from '../ui/pick';
import { TextField } from '../ui/text-field';
import { PasswordField } from './password-field';
import styles from './proxy-fields.module.css';

interface Props {
  draft: ProxyDraft;
  /** What may be chosen. */
  kinds: readonly ProxyKind[];
  /** The field that cannot be as it is. */
  wrong: ProxyField | undefined;
  password: string;
  kept: PasswordKept | null;
  onChange: (draft: ProxyDraft) => void;
  onPassword: (password: string) => void;
  onForget: () => void;
}

/** A way to the network: its kind and, for a proxy, where it is and who one is there. */
export function ProxyFields({ draft, kinds, wrong, password, kept, onChange, onPassword, onForget }: Props) {
  const { t } = useTranslation();
  const errorOf = (field: ProxyField) => (wrong === field ? t(`network.wrong.${field}`) : undefined);
  return (
    <div className={styles.fields}>
      <div className={styles.way}>
        <Pick
          label={t('network.way')}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: t(`network.ways.${value}`) }))}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
        <p className={styles.hint}>{t(`network.hints.${draft.kind}`)}</p>
      </div>
      {isTyped(draft) && (
        <>
          <div className={styles.place}>
            <TextField
              label={t('network.host')}
              error={errorOf('host')}
              value={draft.host}
              onChange={(host) => onChange({ ...draft, host })}
              maxLength={255}
            />
            <TextField
              label={t('network.port')}
              error={errorOf('port')}
              inputMode="numeric"
              value={draft.port}
              onChange={(port) => onChange({ ...draft, port })}
              maxLength={5}
            />
          </div>
          <div className={styles.login}>
            <TextField
              label={t('network.username')}
              hint={t('network.optional')}
              error={errorOf('username')}
              value={draft.username}
              onChange={(username) => onChange({ ...draft, username })}
              maxLength={255}
              autoComplete="off"
            />
            <PasswordField
              kept={kept}
              value={password}
              onChange={onPassword}
              forget={t('network.forgetPassword')}
              onForget={onForget}
            />
          </div>
        </>
      )}
    </div>
  );
}
