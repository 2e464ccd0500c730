import { useTranslation } from 'react-i18next';
import { WindowDialog } from '../ui/window-dialog';
import { type Command, commands, shownKey } from './commands';
import { placeKeys } from './place-keys';
import styles from './shortcut-sheet.module.css';

const GROUPS = ['moving', 'reading', 'app'] as const satisfies Command['group'][];

/** All keys, in the groups of what they are for. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <WindowDialog title={t('keys.title')} onClose={onClose} width={620}>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <Group
            key={group}
            title={t(`keys.${group}`)}
            rows={commands.filter((one) => one.group === group && one.keys.length > 0)}
          />
        ))}
        <Group title={t('keys.places')} rows={placeKeys} />
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
                <Keys key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
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
