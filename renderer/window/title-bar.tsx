import { Luggage, PanelLeft, RefreshCw, SlidersHorizontal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, runCommand } from '../commands/commands';
import { cancelRefresh } from '../state/changes';
import { useRefresh } from '../state/overview';
import { openDialog, useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { Mark } from '../ui/mark';
import { PushButton } from '../ui/push-button';
import styles from './title-bar.module.css';

/**
 * The window's own title bar: the system's buttons keep their corner, the rest drags the window. `hasLibrary` is false
 * at the first start, when there is no sidebar yet that a narrow window could show.
 */
export function TitleBar({ hasLibrary, children }: { hasLibrary: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const drawer = useView((view) => view.drawer);
  const running = useRefresh()?.running ?? false;
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        {hasLibrary && (
          <span className={styles.drawerButton}>
            <IconButton
              icon={PanelLeft}
              points
              expanded={drawer}
              label={t('command.library')}
              onPress={() => useView.setState({ drawer: !drawer })}
            />
          </span>
        )}
        <Mark />
        <span className={styles.name}>{t('app.name')}</span>
      </div>
      <div>{children}</div>
      <div className={styles.tools}>
        {running ? (
          <IconButton icon={X} label={t('command.cancelRefresh')} onPress={cancelRefresh} />
        ) : (
          <IconButton
            icon={RefreshCw}
            label={t('command.refresh')}
            hint={keyOf('refresh.start')}
            onPress={() => runCommand('refresh.start')}
          />
        )}
        {hasLibrary && (
          <PushButton look="primary" icon={Luggage} label={t('command.pack')} onPress={() => runCommand('trip.pack')} />
        )}
        <IconButton
          icon={SlidersHorizontal}
          label={t('command.settings')}
          hint={keyOf('settings.open')}
          onPress={() => openDialog('settings')}
        />
      </div>
    </header>
  );
}
