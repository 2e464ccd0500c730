import type { ReactNode } from 'react';
import styles from './notice-card.module.css';

interface Props {
  /** Stands before the words. */
  mark: ReactNode;
  /** True for what passes by itself. */
  isCalm: boolean;
  role?: 'alert';
  className: string | undefined;
  children: ReactNode;
}

/** Says in place that something is wrong. */
export function NoticeCard({ mark, isCalm, role, className, children }: Props) {
  return (
    <div className={`${styles.card} ${className}`} role={role} data-calm={isCalm}>
      {mark}
      {children}
    </div>
  );
}
