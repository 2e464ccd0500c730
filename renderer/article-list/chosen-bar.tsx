import { BookmarkX, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shownKey } from '../commands/key-names';
import { changeChosen, clearChosen, countChosen } from '../state/choosing';
import { useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import styles from './chosen-bar.module.css';
import { useActionsOfMany } from './row-menu';

/** How many are chosen, and what can be done with all of them. */
export function ChosenBar({ total }: { total: number }) {
  const { t } = useTranslation();
  const chosen = useView((view) => view.chosen);
  const actions = useActionsOfMany();
  return (
    <div
      className={styles.bar}
      hidden={chosen === null}
      onKeyDown={({ key }) => key === 'Escape' && clearChosen()}
      role="toolbar"
      aria-label={t('list.chosen')}
    >
      <p role="status" className={styles.count}>
        {chosen && t('list.selected', { count: countChosen(chosen, total) })}
      </p>
      {chosen &&
        actions.map(
          ({ id, label, icon, run }) => icon && <IconButton key={id} icon={icon} label={label} onPress={run} />,
        )}
      {chosen && (
        <IconButton
          icon={BookmarkX}
          label={t('list.unbookmark')}
          onPress={() => void changeChosen({ bookmarked: false })}
        />
      )}
      {chosen && (
        <IconButton icon={X} label={t('list.clearSelection')} hint={shownKey('Escape')} onPress={clearChosen} />
      )}
    </div>
  );
}
