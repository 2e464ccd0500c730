import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMinute } from '../state/clock';
import { dayName } from '../words/format';
import styles from './article-list.module.css';
import type { Section } from './row-geometry';

/** The rows of one day under its name, which stays in sight while they go by. To a screen reader it is a named group. */
export function DayHeading({ section: { day, top, height }, children }: { section: Section; children: ReactNode }) {
  const { t } = useTranslation();
  const now = useMinute();
  const name = day === null ? null : dayName(day, now, { today: t('list.today'), yesterday: t('list.yesterday') });
  return (
    <div
      role="rowgroup"
      {...(name !== null && { 'aria-label': name })}
      className={styles.section}
      style={{ insetBlockStart: top, blockSize: height }}
    >
      {name !== null && (
        <div className={styles.day} data-day={day} aria-hidden="true">
          {name}
        </div>
      )}
      {children}
    </div>
  );
}
