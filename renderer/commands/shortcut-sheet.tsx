import { useTranslation } from 'react-i18next';
import { WindowDialog } from '../ui/window-dialog';
import { type Command, commands, shownKey } from './commands';
import styles from './shortcut-sheet.module.css';

const GROUPS = ['moving', 'reading', 'app'] as const satisfies Command['group'][];

/** All keys, in the groups of what they are for. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <WindowDialog title={t('keys.title')} onClose={onClose} width={620}>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {commands
                .filter((one) => one.group === group && one.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{t(command.name)}</dt>
                    <dd>
                      {command.keys.map((key) => (
                        <Keys key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </WindowDialog>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <bdi className={styles.keys} dir="ltr">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{shownKey(key)}</kbd>
      ))}
    </bdi>
  );
}
