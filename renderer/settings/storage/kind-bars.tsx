import { useTranslation } from 'react-i18next';
import { byteSize } from '../../words/format';
import styles from './kind-bars.module.css';

/** A kind that takes less than this is put with the rest: it tells the reader nothing. */
const LEAST_SHARE = 0.01;
const NAMED = new Set([
  'bodies',
  'pictures',
  'index',
  'core',
  'settings',
  'journal',
  'backups',
  'quarantine',
  'window',
]);

interface Kind {
  name: string;
  bytes: number;
}

/** A bar for each kind of what lies on the disk, the largest first. */
export function KindBars({ bytes }: { bytes: Record<string, number> }) {
  const { t } = useTranslation();
  const kinds = shown(bytes);
  const largest = Math.max(1, ...kinds.map((kind) => kind.bytes));
  return (
    <ul className={styles.kinds} aria-label={t('storage.byKind')}>
      {kinds.map((kind) => (
        <li key={kind.name} className={styles.kind}>
          <span>{t(`storage.kinds.${kind.name}`)}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={{ inlineSize: `${(100 * kind.bytes) / largest}%` }} />
          </span>
          <bdi className={styles.bytes}>{byteSize(kind.bytes)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function shown(bytes: Record<string, number>): Kind[] {
  const kinds = Object.entries(bytes).map(([name, size]) => ({ name, bytes: size }));
  const total = kinds.reduce((sum, kind) => sum + kind.bytes, 0);
  const isShown = (kind: Kind) => NAMED.has(kind.name) && kind.bytes >= total * LEAST_SHARE && kind.bytes > 0;
  const rest = kinds.filter((kind) => !isShown(kind)).reduce((sum, kind) => sum + kind.bytes, 0);
  const large = kinds.filter(isShown).sort((a, b) => b.bytes - a.bytes);
  return rest > 0 ? [...large, { name: 'rest', bytes: rest }] : large;
}
