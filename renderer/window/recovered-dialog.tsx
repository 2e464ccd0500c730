import { useTranslation } from 'react-i18next';
import { useOverview } from '../state/overview';
import { WindowDialog } from '../ui/window-dialog';
import styles from './recovered-dialog.module.css';

/** What was found damaged in the library, and what became of it. */
export function RecoveredDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const recovered = useOverview()?.recovered ?? [];
  return (
    <WindowDialog title={t('recovered.title')} onClose={onClose} width={560}>
      <p>{t('recovered.text')}</p>
      <ul className={styles.files}>
        {recovered.map(({ file, reason }) => (
          <li key={`${file} ${reason}`} dir="auto">
            <b>{file}</b>: {reason}
          </li>
        ))}
      </ul>
    </WindowDialog>
  );
}
