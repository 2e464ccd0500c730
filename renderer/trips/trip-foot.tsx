import { BookOpen, Download, EllipsisVertical, FileArchive, FileCode, Pencil, ShieldCheck, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TripSummary } from '../../electron/contract/trips';
import { saveTrip, verifyTrip } from '../state/trips';
import { showTerm } from '../state/view';
import { PopupMenu } from '../ui/popup-menu';
import { PushButton } from '../ui/push-button';
import styles from './trip-dialog.module.css';

interface Props {
  trip: TripSummary;
  onRename: () => void;
  onRelease: () => void;
  onClose: () => void;
}

/** What can be done with a trip that is packed. */
export function TripFoot({ trip: { id, name }, onRename, onRelease, onClose }: Props) {
  const { t } = useTranslation();
  const read = () => {
    showTerm({ kind: 'trip', value: id });
    onClose();
  };
  return (
    <div className={styles.foot}>
      <PushButton icon={Download} label={t('trip.saveEpub')} onPress={() => saveTrip(id, 'epub')} />
      <PopupMenu
        icon={EllipsisVertical}
        label={t('command.more', { title: name })}
        actions={[
          { id: 'html', label: t('trip.saveHtml'), icon: FileCode, run: () => saveTrip(id, 'html') },
          { id: 'zip', label: t('trip.saveArchive'), icon: FileArchive, run: () => saveTrip(id, 'zip') },
          { id: 'verify', label: t('trip.verify'), icon: ShieldCheck, run: () => verifyTrip(id) },
          { id: 'rename', label: t('command.rename'), icon: Pencil, run: onRename },
          { id: 'release', label: t('trip.release'), icon: Trash2, danger: true, run: onRelease },
        ]}
      />
      <span className={styles.gap} />
      <PushButton label={t('trip.release')} onPress={onRelease} />
      <PushButton icon={BookOpen} label={t('trip.read')} onPress={read} />
      <PushButton look="primary" label={t('trip.done')} onPress={onClose} />
    </div>
  );
}
