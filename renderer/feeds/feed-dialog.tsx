import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedSummary } from '../../electron/contract/model';
import { useFeedHealth } from '../state/fetching';
import { useFeed } from '../state/overview';
import { type FeedPage, openFeed, useView } from '../state/view';
import { TabPages } from '../ui/tab-pages';
import { WindowDialog } from '../ui/window-dialog';
import { FeedFetchingForm } from './feed-fetching-form';
import { FeedHealthPage } from './feed-health-page';
import { FeedNameForm } from './feed-name-form';

const WIDTH = 620;

/** A feed's own window: its name, how it is, and how it is fetched. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const about = useView((view) => view.feed);
  const feed = useFeed(about?.id ?? null);
  useEffect(() => {
    if (!feed) onClose();
  }, [feed, onClose]);
  return feed && about ? <FeedPages feed={feed} page={about.page} onClose={onClose} /> : null;
}

interface Props {
  feed: FeedSummary;
  page: FeedPage;
  onClose: () => void;
}

function FeedPages({ feed, page, onClose }: Props) {
  const { t } = useTranslation();
  const health = useFeedHealth(feed.id);
  return (
    <WindowDialog title={feed.title} onClose={onClose} width={WIDTH}>
      <TabPages
        label={t('feed.pages')}
        keeps
        page={page}
        onChange={(next) => openFeed(feed.id, next)}
        pages={[
          { name: 'general', label: t('feed.general'), content: <FeedNameForm feed={feed} onClose={onClose} /> },
          { name: 'health', label: t('feed.health'), content: health && <FeedHealthPage health={health} /> },
          { name: 'fetching', label: t('feed.fetching'), content: health && <FeedFetchingForm health={health} /> },
        ]}
      />
    </WindowDialog>
  );
}
