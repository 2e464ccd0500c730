import { useTranslation } from 'react-i18next';
import type { Activity } from '../../electron/contract/health';
import { useFailureWords } from './failure-words';
import { byteSize, duration } from './format';

/** Says what happened to a feed, or in a whole round of them. */
export function useActivityWords(): (event: Activity) => string {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const news = ({ newArticles, changedArticles }: Activity) => [
    ...(newArticles > 0 ? [t('activity.news', { count: newArticles })] : []),
    ...(changedArticles > 0 ? [t('activity.changed', { count: changedArticles })] : []),
  ];
  return (event) => {
    const { kind, feeds, failed, bytes, ms, failure } = event;
    if (failure) return failureWords(failure);
    if (kind === 'works-again') return t('activity.worksAgain');
    if (kind !== 'refreshed') return news(event).join(' · ');
    const failures = failed > 0 ? [t('activity.failed', { count: failed })] : [];
    const figures = [byteSize(bytes), duration(ms)];
    return [t('activity.asked', { count: feeds }), ...news(event), ...failures, ...figures].join(' · ');
  };
}
