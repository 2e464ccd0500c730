import type { Settings } from '../../electron/contract/settings';
import styles from './skeleton.module.css';

const ROWS = 12;

/** What a row shows until its article is there. */
export function SkeletonRow({ density }: Pick<Settings, 'density'>) {
  return (
    <div className={styles.row} data-density={density} aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}

/** A list that is on its way, if that takes longer than a moment. */
export function Skeleton({ density }: Pick<Settings, 'density'>) {
  return Array.from({ length: ROWS }, (_, n) => n).map((n) => <SkeletonRow key={n} density={density} />);
}
