import { useTranslation } from 'react-i18next';
import type { FeedTrouble } from '../../electron/contract/model';
import { removeFeed } from './changes';
import { useSettings } from './settings';
import { type Remedy, remedyFor } from './trouble';
import { openDialog, openFeed } from './view';

interface Failing {
  id: string;
  title: string;
  trouble: FeedTrouble | null;
}

/** The way out of a feed's trouble as a button says and does it; null where there is none but to wait. */
export function useRemedy({ id, title, trouble }: Failing): { label: string; run: () => void } | null {
  const { t } = useTranslation();
  const { proxy } = useSettings();
  const remedy = trouble && remedyFor(trouble, proxy);
  if (!remedy) return null;
  const ways: Record<Remedy, () => void> = {
    'log-in': () => openFeed(id, 'fetching'),
    'own-way': () => openFeed(id, 'fetching'),
    'proxy-settings': () => openDialog('network'),
    unsubscribe: () => void removeFeed(id, title),
  };
  return { label: t(`trouble.remedies.${remedy}`), run: ways[remedy] };
}
