import { Pause, Play, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TripSummary } from '../../electron/contract/trips';
import { cancelTrip, pauseTrip, resumeTrip } from '../state/trips';
import { PushButton } from '../ui/push-button';
import { byteSize } from '../words/format';
import styles from './trip-dialog.module.css';

/** How packing goes, or why it does not. */
export function TripProgress({ trip }: { trip: TripSummary }) {
  const { t } = useTranslation();
  const { id, state, waitsFor, articles: total, ready, failed, bytes } = trip;
  const done = ready + failed;
  const words = t('trip.progress', { done, total, bytes: byteSize(bytes) });
  const why = state === 'paused' ? t('trip.isPaused') : waitsFor ? t(`trip.waits.${waitsFor}`) : t('trip.mayClose');
  return (
    <section className={styles.progress} aria-label={t('trip.packing')}>
      <progress max={Math.max(1, total)} value={done} aria-label={words} />
      <p role="status" className={styles.counts}>
        {words}
      </p>
      <p className={styles.hint}>{why}</p>
      <div className={styles.buttons}>
        {state === 'paused' ? (
          <PushButton icon={Play} look="primary" label={t('trip.resume')} onPress={() => resumeTrip(id)} />
        ) : (
          <PushButton icon={Pause} label={t('trip.pause')} onPress={() => pauseTrip(id)} />
        )}
        <PushButton icon={X} label={t('trip.cancel')} onPress={() => cancelTrip(id)} />
      </div>
    </section>
  );
}
