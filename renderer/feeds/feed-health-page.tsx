import { Check, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FeedHealth, NextTry } from '../../electron/contract/health';
import { refresh } from '../state/changes';
import { useMinute } from '../state/clock';
import { useRefresh } from '../state/overview';
import { useRemedy } from '../state/remedy';
import { passes, troubleKind } from '../state/trouble';
import { NoticeCard } from '../ui/notice-card';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { exactTime, shortTime } from '../words/format';
import { TROUBLE_ICONS } from '../words/trouble-icons';
import { ActivityLog } from './activity-log';
import styles from './feed-health-page.module.css';

/** How a feed has been doing: when it last answered, what is wrong and since when, what comes next and why then. */
export function FeedHealthPage({ health }: { health: FeedHealth }) {
  const { t } = useTranslation();
  const running = useRefresh()?.running ?? false;
  const { lastSuccess, lastChange, lastTry, next } = health;
  return (
    <div className={styles.page}>
      <State health={health} />
      <dl className={styles.facts}>
        <Time label={t('health.lastSuccess')} time={lastSuccess} />
        <Time label={t('health.lastChange')} time={lastChange} />
        <Time label={t('health.lastTry')} time={lastTry} />
        <Next next={next} />
      </dl>
      <PushButton
        icon={RefreshCw}
        label={t('command.tryNow')}
        isPending={running}
        onPress={() => void refresh([health.id])}
      />
      <ActivityLog feedId={health.id} />
    </div>
  );
}

function State({ health }: { health: FeedHealth }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const remedy = useRemedy(health);
  const { trouble } = health;
  if (!trouble) {
    if (health.lastSuccess === null) return null;
    return (
      <p className={styles.well}>
        <Check aria-hidden="true" />
        {t('health.well')}
      </p>
    );
  }
  const kind = troubleKind(trouble);
  const Icon = TROUBLE_ICONS[kind];
  return (
    <NoticeCard className={styles.trouble} mark={<Icon aria-hidden="true" />} isCalm={passes(kind)}>
      <div className={styles.words}>
        <p>
          <strong>{t(`trouble.titles.${kind}`)}</strong> · {t('feed.failing', { since: shortTime(trouble.since) })}
        </p>
        <p>{words(trouble)}</p>
        <p className={styles.hint}>{t(`trouble.advice.${kind}`)}</p>
      </div>
      {remedy && <PushButton label={remedy.label} onPress={remedy.run} />}
    </NoticeCard>
  );
}

function Time({ label, time }: { label: string; time: number | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{time === null ? t('health.never') : <bdi>{exactTime(time)}</bdi>}</dd>
    </div>
  );
}

function Next({ next: { at, because } }: { next: NextTry }) {
  const { t } = useTranslation();
  const now = useMinute();
  const when = at === null ? t('health.none') : at <= now ? t('health.due') : exactTime(at);
  return (
    <div className={styles.fact}>
      <dt>{t('health.nextTry')}</dt>
      <dd>
        <bdi>{when}</bdi>
        <p className={styles.hint}>{t(`health.because.${because}`)}</p>
      </dd>
    </div>
  );
}
