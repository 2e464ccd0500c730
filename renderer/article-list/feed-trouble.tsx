import { useTranslation } from 'react-i18next';
import type { FeedSummary, Filter, NetworkState } from '../../electron/contract/model';
import { refresh } from '../state/changes';
import { useFeed, useOverview } from '../state/overview';
import { useRemedy } from '../state/remedy';
import { passes, troubleKind } from '../state/trouble';
import { openFeed } from '../state/view';
import { NoticeCard } from '../ui/notice-card';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { shortTime } from '../words/format';
import { TROUBLE_ICONS } from '../words/trouble-icons';
import styles from './feed-trouble.module.css';

/** Over the list of one feed: that there is no network, or else what is wrong with the feed. */
export function FeedTrouble({ filter }: { filter: Filter }) {
  const network = useOverview()?.network;
  const [term] = filter.all;
  const feed = useFeed(filter.all.length === 1 && term?.kind === 'feed' ? term.value : null);
  if (!feed) return null;
  if (network && !network.online) return <Offline network={network} />;
  return feed.trouble && <Trouble feed={feed} trouble={feed.trouble} />;
}

/** Nothing is to blame on the feed, so nothing is alarming. */
function Offline({ network: { byHand, offlineSince } }: { network: NetworkState }) {
  const { t } = useTranslation();
  return (
    <NoticeCard className={styles.notice} mark={<span className={styles.dot} aria-hidden="true" />} isCalm>
      <p>{byHand ? t('feed.offlineByHand') : t('feed.offline', { since: shortTime(offlineSince ?? Date.now()) })}</p>
    </NoticeCard>
  );
}

interface TroubleProps {
  feed: FeedSummary;
  trouble: NonNullable<FeedSummary['trouble']>;
}

/** What, since when, when it is tried again, and what the reader can do. */
function Trouble({ feed, trouble }: TroubleProps) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const remedy = useRemedy(feed);
  const kind = troubleKind(trouble);
  const Icon = TROUBLE_ICONS[kind];
  const { since } = trouble;
  const next = feed.nextTry === null ? t('feed.stopped') : t('feed.nextTry', { when: shortTime(feed.nextTry) });
  return (
    <NoticeCard className={styles.notice} role="alert" mark={<Icon aria-hidden="true" />} isCalm={passes(kind)}>
      <div className={styles.words}>
        <p className={styles.title}>{t(`trouble.titles.${kind}`)}</p>
        <p>{words(trouble)}</p>
        <p className={styles.times}>
          {t('feed.failing', { since: shortTime(since) })} {next}
        </p>
      </div>
      <div className={styles.actions}>
        {remedy && <PushButton label={remedy.label} onPress={remedy.run} />}
        <PushButton label={t('command.retry')} onPress={() => void refresh([feed.id])} />
        <PushButton look="quiet" label={t('feed.details')} onPress={() => openFeed(feed.id, 'health')} />
      </div>
    </NoticeCard>
  );
}
