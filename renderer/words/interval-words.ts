import { useTranslation } from 'react-i18next';
import type { RefreshChoice } from '../../electron/contract/settings';

const MINUTES_AN_HOUR = 60;

/** Says how often a feed is asked. */
export function useIntervalWords(): (choice: RefreshChoice) => string {
  const { t } = useTranslation();
  return (choice) => {
    if (choice === 'auto') return t('settings.auto');
    if (choice === 0) return t('settings.byHand');
    return choice < MINUTES_AN_HOUR
      ? t('settings.everyMinutes', { count: choice })
      : t('settings.everyHours', { count: choice / MINUTES_AN_HOUR });
  };
}
