import { useTranslation } from 'react-i18next';
import { useSettings } from '../state/settings';
import { openDialog } from '../state/view';
import { PushButton } from '../ui/push-button';
import { WindowDialog } from '../ui/window-dialog';
import { GROUPS } from './command';
import { commands } from './commands';
import { KeyCaps } from './key-caps';
import { keysIn } from './own-keys';
import { placeKeys } from './place-keys';
import styles from './shortcut-sheet.module.css';

/** All keys as they are now, in the groups of what they are for. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const keyed = commands.map((one) => ({ ...one, keys: keysIn(one, settings) })).filter(({ keys }) => keys.length > 0);
  return (
    <WindowDialog title={t('keys.title')} onClose={onClose} width={620}>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <Group key={group} title={t(`keys.${group}`)} rows={keyed.filter((one) => one.group === group)} />
        ))}
        <Group title={t('keys.places')} rows={placeKeys} />
      </div>
      <div className={styles.change}>
        <PushButton label={t('command.keys')} onPress={() => openDialog('keys')} />
      </div>
    </WindowDialog>
  );
}

function Group({ title, rows }: { title: string; rows: { name: string; keys: string[] }[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ name, keys }) => (
          <div key={name} className={styles.row}>
            <dt>{t(name)}</dt>
            <dd>
              {keys.map((key) => (
                <KeyCaps key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
