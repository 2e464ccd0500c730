import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TripSummary } from '../../electron/contract/trips';
import { byteSize, dayAndMonth } from '../words/format';
import styles from './trip-dialog.module.css';

/** What came of packing, after all of it was read back from the disk. */
export function TripVerdict({ trip }: { trip: TripSummary }) {
  const { t } = useTranslation();
  const { articles: total, ready, failed, bytes, pictures, verified, plan } = trip;
  const Mark = failed === 0 ? CircleCheck : TriangleAlert;
  const figures = [
    verified === null ? t('trip.verifying') : t('trip.verified'),
    t('trip.figures', { bytes: byteSize(bytes), pictures: t('trip.countPictures', { count: pictures }) }),
    plan.until === null ? t('trip.keptUntilReturn') : t('trip.keptUntil', { day: dayAndMonth(plan.until) }),
  ];
  return (
    <section className={styles.verdict} data-whole={failed === 0} role="status" aria-label={t('trip.verdict')}>
      <Mark aria-hidden="true" />
      <div>
        <p className={styles.ready}>{t('trip.ready', { ready, total, count: total })}</p>
        <p className={styles.hint}>{figures.join(' ')}</p>
      </div>
    </section>
  );
}
