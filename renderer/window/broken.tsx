import { useTranslation } from 'react-i18next';
import { failureOf } from '../state/notice';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import styles from './broken.module.css';

/** What is left of the window when drawing it has failed: what, and a way to start it anew. Nothing is lost by that. */
export function Broken({ error }: { error: Error }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  return (
    <main className={styles.broken} aria-label={t('app.name')}>
      <p role="alert" dir="auto">
        {words(failureOf(error))}
      </p>
      <PushButton look="primary" label={t('command.retry')} onPress={() => location.reload()} />
    </main>
  );
}
