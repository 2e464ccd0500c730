import { useTranslation } from 'react-i18next';
import type { StorageReport } from '../../../electron/contract/model';
import { failureOf } from '../../state/notice';
import { useStorage } from '../../state/storage';
import { useFailureWords } from '../../words/failure-words';
import { byteSize } from '../../words/format';
import { CleanUpCard } from './clean-up-card';
import { FeedTable } from './feed-table';
import { KindBars } from './kind-bars';
import { Limits } from './limits';
import styles from './storage-page.module.css';
import { TripTable } from './trip-table';

/** What the library takes, how long articles stay, and what that would remove. */
export function StoragePage() {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const { storage, error } = useStorage();
  if (!storage) return <p role="status">{error ? failureWords(failureOf(error)) : t('storage.looking')}</p>;
  return (
    <div className={styles.page}>
      <section className={styles.part}>
        <Total storage={storage} />
        <KindBars bytes={storage.bytes} />
      </section>
      <section className={styles.part} aria-label={t('storage.limits')}>
        <h3 className={styles.title}>{t('storage.limits')}</h3>
        <Limits />
        <p className={styles.free}>{t('storage.goesFirst')}</p>
        <CleanUpCard storage={storage} />
      </section>
      {storage.trips.length > 0 && <TripTable trips={storage.trips} />}
      {storage.feeds.length > 0 && <FeedTable feeds={storage.feeds} />}
    </div>
  );
}

function Total({ storage: { bytes, disk } }: { storage: StorageReport }) {
  const { t } = useTranslation();
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  return (
    <div>
      <p className={styles.total}>
        <bdi className={styles.amount}>{byteSize(total)}</bdi> {t('storage.onDisk')}
        <span className={styles.free}>
          {t('storage.free', { free: byteSize(disk.free), total: byteSize(disk.total) })}
        </span>
      </p>
      {disk.nearlyFull && <p className={styles.nearlyFull}>{t('storage.nearlyFull', { free: byteSize(disk.free) })}</p>}
    </div>
  );
}
