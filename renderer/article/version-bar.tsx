import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { showVersion } from '../state/view';
import { PushButton } from '../ui/push-button';
import { exactTime } from '../words/format';
import styles from './version-bar.module.css';

/** Over an article as it was: until when, and the ways to the other versions. 0 is the latest of the earlier ones. */
export function VersionBar({ article: { earlier }, version }: { article: Article; version: number }) {
  const { t } = useTranslation();
  const until = earlier[version]?.until;
  return (
    <div className={styles.bar} role="status">
      <p>{until !== undefined && t('article.earlier', { until: exactTime(until) })}</p>
      {version + 1 < earlier.length && (
        <PushButton look="quiet" label={t('article.older')} onPress={() => showVersion(version + 1)} />
      )}
      {version > 0 && <PushButton look="quiet" label={t('article.newer')} onPress={() => showVersion(version - 1)} />}
      <PushButton look="quiet" label={t('article.present')} onPress={() => showVersion(null)} />
    </div>
  );
}
