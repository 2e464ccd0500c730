import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../state/view';
import { PushButton } from '../ui/push-button';
import styles from './sidebar.module.css';

interface Props {
  label: string;
  /** Stands beside the label. */
  note?: ReactNode;
  tools?: ReactNode;
  /** Leads to the filters, where all of them are. */
  hasMore?: boolean;
  children: ReactNode;
}

/** A part of the sidebar with its heading. */
export function Section({ label, note, tools, hasMore = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <header className={styles.heading}>
        <h2>{label}</h2>
        {note}
        {tools && <span className={styles.tools}>{tools}</span>}
      </header>
      {children}
      {hasMore && (
        <PushButton
          look="quiet"
          label={t('section.more')}
          aria-label={`${label}: ${t('section.more')}`}
          onPress={() => openDialog('filters')}
        />
      )}
    </section>
  );
}
