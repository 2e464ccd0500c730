import { ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { releaseList } from '../state/view';
import { PushButton } from '../ui/push-button';
import spokenStyles from '../ui/spoken.module.css';
import styles from './newer-bar.module.css';

/** What has come and waits, so that nothing moves under the reader's hand. Spoken once, however many come after. */
export function NewerBar({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p role="status" className={spokenStyles.spoken}>
        {count > 0 && t('list.newerCame')}
      </p>
      {count > 0 && (
        <div className={styles.bar}>
          <PushButton icon={ArrowUp} look="quiet" label={t('list.newer', { count })} onPress={releaseList} />
        </div>
      )}
    </>
  );
}
