import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Trip, TripFailure } from '../../electron/contract/trips';
import { retryTrip } from '../state/trips';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import styles from './trip-dialog.module.css';

const MOST_SHOWN = 50;

/** Articles of one feed that failed for one reason. */
interface Group {
  key: string;
  feedTitle: string;
  failures: TripFailure[];
}

/** What could not be packed, why, and the way to try again. */
export function TripFailures({ trip }: { trip: Trip }) {
  const { t } = useTranslation();
  if (trip.failures.length === 0) return null;
  const groups = groupsOf(trip.failures);
  return (
    <section className={styles.failures} aria-label={t('trip.failed', { count: trip.failed })}>
      <header className={styles.failuresHead}>
        <h3>{t('trip.failed', { count: trip.failed })}</h3>
        {groups.length > 1 && (
          <PushButton icon={RefreshCw} label={t('trip.retryAll')} onPress={() => retryTrip(trip.id, null)} />
        )}
      </header>
      <ul>
        {groups.slice(0, MOST_SHOWN).map((group) => (
          <Row key={group.key} tripId={trip.id} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Row({ tripId, group: { feedTitle, failures } }: { tripId: string; group: Group }) {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const [first] = failures;
  if (!first) return null;
  const isTextHere = first.level !== 'feed' || failures.length === 0;
  const name = failures.length === 1 ? first.title || feedTitle : feedTitle;
  return (
    <li className={styles.failure}>
      <TriangleAlert aria-hidden="true" />
      <div className={styles.failureWords}>
        <p>
          <bdi className={styles.failureName}>{name}</bdi>
          {failures.length > 1 && <bdi> · {t('list.count', { count: failures.length })}</bdi>}
        </p>
        <p className={styles.hint}>
          {failureWords(first.failure)} {t(isTextHere ? 'trip.textIsHere' : 'trip.feedTextIsHere')}
        </p>
      </div>
      <PushButton
        icon={RefreshCw}
        label={t('command.tryNow')}
        aria-label={`${t('command.tryNow')}: ${name}`}
        onPress={() =>
          retryTrip(
            tripId,
            failures.map(({ id }) => id),
          )
        }
      />
    </li>
  );
}

function groupsOf(failures: readonly TripFailure[]): Group[] {
  const groups = new Map<string, Group>();
  for (const each of failures) {
    const key = `${each.feedId} ${each.failure.code} ${each.level}`;
    const group = groups.get(key) ?? { key, feedTitle: each.feedTitle, failures: [] };
    group.failures.push(each);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.failures.length - a.failures.length);
}
