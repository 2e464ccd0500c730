import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trip } from '../../electron/contract/trips';
import { keepTrip, releaseTrip, useTrip } from '../state/trips';
import { useView } from '../state/view';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { PushButton } from '../ui/push-button';
import { WindowDialog } from '../ui/window-dialog';
import { RenameForm } from './rename-form';
import styles from './trip-dialog.module.css';
import { TripFailures } from './trip-failures';
import { TripFoot } from './trip-foot';
import { TripProgress } from './trip-progress';
import { TripVerdict } from './trip-verdict';

/** One trip: how its packing goes, what came of it, and what can be done with it. */
export function TripDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const trip = useTrip(useView((view) => view.trip));
  const [asks, setAsks] = useState<'release' | 'name' | null>(null);
  if (!trip) return null;
  const isUnderWay = trip.state === 'packing' || trip.state === 'paused';
  return (
    <WindowDialog title={trip.name} onClose={onClose} width={620}>
      <div className={styles.body}>
        {asks === 'name' && <RenameForm trip={trip} onDone={() => setAsks(null)} />}
        {trip.state === 'over' && <Over trip={trip} onRelease={() => setAsks('release')} />}
        {isUnderWay ? <TripProgress trip={trip} /> : <TripVerdict trip={trip} />}
        <TripFailures trip={trip} />
      </div>
      {!isUnderWay && (
        <TripFoot trip={trip} onRename={() => setAsks('name')} onRelease={() => setAsks('release')} onClose={onClose} />
      )}
      {asks === 'release' && (
        <ConfirmDialog
          title={t('trip.releaseAsk', { name: trip.name })}
          text={t('trip.releaseText')}
          action={t('trip.release')}
          onConfirm={() => releaseTrip(trip)}
          onClose={() => setAsks(null)}
        />
      )}
    </WindowDialog>
  );
}

/** A trip past its end is offered for release; nothing goes by itself. */
function Over({ trip, onRelease }: { trip: Trip; onRelease: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.over} role="status">
      <p>{t('trip.over')}</p>
      <PushButton label={t('trip.release')} onPress={onRelease} />
      <PushButton label={t('trip.keep')} onPress={() => keepTrip(trip.id)} />
    </div>
  );
}
