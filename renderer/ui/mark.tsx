import styles from './mark.module.css';

/** Caravan's own mark: a tent between dunes, under the sun. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <rect className={styles.ground} width="24" height="24" rx="6" />
      <g className={styles.drawing}>
        <circle cx="17" cy="7.5" r="1.9" />
        <path d="M4 18 10 8.5 16 18Z" />
        <path d="M10 13.5V18" />
        <path d="M14.5 15.5 16.6 13 20 18" />
      </g>
    </svg>
  );
}
