import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../electron/contract/model';
import { refresh } from '../state/changes';
import { failureOf } from '../state/notice';
import { importFeeds } from '../state/subscribing';
import { PushButton } from '../ui/push-button';
import { WindowDialog } from '../ui/window-dialog';
import { useFailureWords } from '../words/failure-words';
import styles from './feeds.module.css';

/** Takes over the list of another reader, and says what became of each row. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const [report, setReport] = useState<ImportReport>();
  const [error, setError] = useState<string>();

  const take = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    setError(undefined);
    setReport(undefined);
    try {
      setReport(await importFeeds(file));
      void refresh();
    } catch (thrown) {
      setError(words(failureOf(thrown)));
    }
  };

  return (
    <WindowDialog title={t('command.importOpml')} onClose={onClose}>
      <div className={styles.form}>
        <FileTrigger acceptedFileTypes={['.opml', '.xml']} onSelect={(files) => void take(files)}>
          <PushButton icon={FileUp} label={t('command.importOpml')} />
        </FileTrigger>
        {error && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
        {report && <Report report={report} />}
        <div className={styles.actions}>
          <PushButton look={report ? 'primary' : 'plain'} label={t('command.close')} onPress={onClose} />
        </div>
      </div>
    </WindowDialog>
  );
}

function Report({ report: { added, skipped, failed } }: { report: ImportReport }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>
        {t('import.added', { count: added })} {skipped > 0 && t('import.skipped', { count: skipped })}
      </p>
      {failed.length > 0 && (
        <>
          <p>{t('import.failed', { count: failed.length })}</p>
          <ul className={styles.failed}>
            {failed.map(({ url, message }) => (
              <li key={`${url} ${message}`} dir="auto">
                {!message.includes(url) && <bdi>{url}</bdi>} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
