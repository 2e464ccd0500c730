import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../electron/contract/health';
import { useMinute } from '../state/clock';
import { useActivity } from '../state/fetching';
import { useFeed } from '../state/overview';
import { openDialog, showTerm } from '../state/view';
import { PushButton } from '../ui/push-button';
import { SourceTile } from '../ui/source-tile';
import { useActivityWords } from '../words/activity-words';
import { exactTime, shortTime } from '../words/format';
import styles from './activity-log.module.css';

const A_PAGE = 30;

/** What happened to all feeds or to one, the newest first, a page at a time. */
export function ActivityLog({ feedId }: { feedId: string | null }) {
  const { t } = useTranslation();
  const activity = useActivity(feedId);
  const [shown, setShown] = useState(A_PAGE);
  const heading = useId();
  if (!activity) return null;
  return (
    <section className={styles.log} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t('activity.title')}
      </h3>
      {activity.length === 0 && <p className={styles.none}>{t('activity.none')}</p>}
      <ul className={styles.events} aria-labelledby={heading}>
        {activity.slice(0, shown).map((event) => (
          <Event key={`${event.at} ${event.kind} ${event.feedId}`} event={event} isOfOne={feedId !== null} />
        ))}
      </ul>
      {activity.length > shown && (
        <PushButton look="quiet" label={t('activity.more')} onPress={() => setShown(shown + A_PAGE)} />
      )}
    </section>
  );
}

/** `isOfOne` where all events are of one feed, which needs no naming then. */
function Event({ event, isOfOne }: { event: Activity; isOfOne: boolean }) {
  const words = useActivityWords();
  const now = useMinute();
  const { at, kind } = event;
  return (
    <li className={styles.event} data-kind={kind}>
      <time className={styles.time} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        <bdi>{shortTime(at, now)}</bdi>
      </time>
      <div className={styles.what}>
        {!isOfOne && <About event={event} />}
        <p className={styles.words}>{words(event)}</p>
      </div>
    </li>
  );
}

/** The feed, as the way to its articles while it is followed. */
function About({ event: { feedId, title } }: { event: Activity }) {
  const { t } = useTranslation();
  const feed = useFeed(feedId);
  if (feedId === null) return <p className={styles.round}>{t('activity.round')}</p>;
  const name = feed?.title ?? title ?? '';
  const tile = (
    <>
      <SourceTile name={name} />
      <bdi>{name}</bdi>
    </>
  );
  if (!feed) return <p className={styles.feed}>{tile}</p>;
  const show = () => {
    openDialog(null);
    showTerm({ kind: 'feed', value: feed.id });
  };
  return (
    <Button className={`${styles.feed} ${styles.link}`} onPress={show}>
      {tile}
    </Button>
  );
}
