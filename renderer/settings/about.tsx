import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../caravan';
import styles from './about.module.css';

/** What runs here, and where the library lies. */
export function About() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['about'], queryFn: () => ask('app.about', {}) });
  if (!data) return null;
  return (
    <footer className={styles.about}>
      <p>{t('settings.about', { version: data.version, electron: data.electron })}</p>
      <p dir="auto">{t('settings.library', { folder: data.library })}</p>
      {data.unsupported && <p className={styles.unsupported}>{t('settings.unsupported')}</p>}
    </footer>
  );
}
