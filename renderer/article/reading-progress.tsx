import { useTranslation } from 'react-i18next';
import { useOpenPage } from '../state/open-page';
import { minutesOf } from './article-content';
import styles from './reading-progress.module.css';

/** How far the reader has come: a thin line at the head of the pane. */
export function ProgressLine() {
  const { t } = useTranslation();
  const done = useOpenPage((open) => Math.round(open.done * 100));
  return (
    <div
      role="progressbar"
      aria-label={t('article.progress')}
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={100}
      className={styles.line}
    >
      <div style={{ inlineSize: `${done}%` }} />
    </div>
  );
}

/** How many minutes of the article are left; nothing where it is not begun or read. */
export function MinutesLeft({ words }: { words: number }) {
  const { t } = useTranslation();
  const left = useOpenPage(({ done }) => (done > 0 && done < 1 ? minutesOf((1 - done) * words) : 0));
  return <span className={styles.left}>{left > 0 && t('article.left', { count: left })}</span>;
}
