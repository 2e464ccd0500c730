import { useTranslation } from 'react-i18next';
import type { BackupSummary } from '../../electron/contract/backups';
import { restoreBackup } from '../state/backups';
import { useTask } from '../state/use-task';
import { PushButton } from '../ui/push-button';
import { WindowDialog } from '../ui/window-dialog';
import { useFailureWords } from '../words/failure-words';
import { exactTime } from '../words/format';
import styles from './backups.module.css';

/** Says what going back to a backup does before it is done. */
export function RestoreDialog({ backup, onClose }: { backup: BackupSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const { run, busy, done, failure } = useTask();
  const { name, made, articles, bookmarks } = backup;
  const named = {
    when: exactTime(made),
    articles: t('list.count', { count: articles }),
    bookmarks: t('backups.bookmarks', { count: bookmarks }),
  };
  const restore = async () => {
    await restoreBackup(name);
    return t('backups.restoring');
  };
  // Once it is decided the window loads anew by itself.
  const isDecided = busy || done !== undefined;
  return (
    <WindowDialog title={t('backups.confirmTitle')} onClose={isDecided ? () => {} : onClose}>
      <div className={styles.backups}>
        <p>{t('backups.confirm', named)}</p>
        <p className={styles.hint}>{t('backups.confirmHint')}</p>
        <p role="status" className={styles.hint}>
          {isDecided && t('backups.restoring')}
        </p>
        {failure && (
          <p role="alert" className={styles.error}>
            {words(failure)}
          </p>
        )}
        <div className={styles.end}>
          <PushButton label={t('command.cancel')} isPending={isDecided} onPress={onClose} />
          <PushButton
            look="primary"
            label={t('backups.goBack')}
            isPending={isDecided}
            onPress={() => void run(restore)}
          />
        </div>
      </div>
    </WindowDialog>
  );
}
