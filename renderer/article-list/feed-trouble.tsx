import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../electron/contract/model';
import { refresh } from '../state/changes';
import { useFeed } from '../state/overview';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { shortTime } from '../words/format';
import styles from './feed-trouble.module.css';

/** Over the list of one feed that fails: what, since when, when it is tried again, and a way to try now. */
export function FeedTrouble({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const [term] = filter.all;
  const feed = useFeed(filter.all.length === 1 && term?.kind === 'feed' ? term.value : null);
  if (!feed?.trouble) return null;
  const { since, nextTry } = feed.trouble;
  return (
    <div className={styles.trouble} role="alert">
      <TriangleAlert aria-hidden="true" />
      <p dir="auto">
        {words(feed.trouble)} <span>{t('feed.failing', { since: shortTime(since) })}</span>{' '}
        <span>{nextTry ? t('feed.nextTry', { when: shortTime(nextTry) }) : t('feed.stopped')}</span>
      </p>
      <PushButton label={t('command.retry')} onPress={() => void refresh([feed.id])} />
    </div>
  );
}
