import { useTranslation } from 'react-i18next';
import type { TripEstimate } from '../../electron/contract/trips';
import { byteSize, number, span } from '../words/format';
import styles from './pack-dialog.module.css';

interface Props {
  estimate: TripEstimate | undefined;
  budget: number | null;
}

const WORDS_A_MINUTE = 230;

/** What the plan comes to, before anything is fetched. */
export function EstimatePanel({ estimate, budget }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.estimate} aria-label={t('trip.estimate')}>
      <h3 className={styles.title}>{t('trip.estimate')}</h3>
      {estimate && <Figures estimate={estimate} budget={budget} />}
    </section>
  );
}

function Figures({ estimate, budget }: { estimate: TripEstimate; budget: number | null }) {
  const { t } = useTranslation();
  const { articles, here, toFetch, pictures, bytes, bytesToFetch, ms, words, leftOut } = estimate;
  const share = (part: number): string => `${Math.min(100, (100 * part) / Math.max(1, budget ?? bytes))}%`;
  const time =
    ms === null ? t('trip.noSpeed') : ms === 0 ? t('trip.nothingToFetch') : t('trip.time', { time: span(ms) });
  const rows: [string, string][] = [
    [t('trip.articles'), number(articles)],
    [t('trip.here'), number(here)],
    [t('trip.toFetch'), number(toFetch)],
    [t('trip.pictures'), number(pictures)],
    [t('trip.reading'), span((words / WORDS_A_MINUTE) * 60_000)],
    ...(leftOut > 0 ? ([[t('trip.leftOut'), number(leftOut)]] as [string, string][]) : []),
  ];
  return (
    <>
      <p className={styles.size}>{byteSize(bytes)}</p>
      <p className={styles.hint}>{articles === 0 ? t('trip.nothing') : time}</p>
      <div className={styles.meter} aria-hidden="true">
        <span className={styles.meterHere} style={{ inlineSize: share(bytes - bytesToFetch) }} />
        <span className={styles.meterToFetch} style={{ inlineSize: share(bytesToFetch) }} />
      </div>
      <dl className={styles.figures} aria-live="polite">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {leftOut > 0 && <p className={styles.hint}>{t('trip.leftOutWhy')}</p>}
    </>
  );
}
