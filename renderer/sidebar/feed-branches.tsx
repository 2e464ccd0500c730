import { EllipsisVertical, RefreshCw, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedSummary, FeedTrouble } from '../../electron/contract/model';
import { refresh, removeFeed } from '../state/changes';
import { type FolderBranch, keyOfTerm } from '../state/places';
import { passes, troubleKind } from '../state/trouble';
import { openFeed } from '../state/view';
import { PopupMenu } from '../ui/popup-menu';
import { SourceTile } from '../ui/source-tile';
import { useFailureWords } from '../words/failure-words';
import { TROUBLE_ICONS } from '../words/trouble-icons';
import styles from './feed-branches.module.css';
import { Place } from './place';

/** Folders with what lies in them, then the feeds that lie in none. */
export function FeedBranches({ folders, feeds }: { folders: FolderBranch[]; feeds: FeedSummary[] }) {
  return (
    <>
      {folders.map((branch) => (
        <Place
          key={branch.folder.id}
          id={keyOfTerm({ kind: 'folder', value: branch.folder.id })}
          name={branch.folder.name}
          count={branch.unread}
        >
          <FeedBranches folders={branch.folders} feeds={branch.feeds} />
        </Place>
      ))}
      {feeds.map((feed) => (
        <Place
          key={feed.id}
          id={keyOfTerm({ kind: 'feed', value: feed.id })}
          name={feed.title}
          count={feed.unread}
          tile={<SourceTile name={feed.title} />}
          extra={(active) => <FeedExtra feed={feed} active={active} />}
        />
      ))}
    </>
  );
}

function FeedExtra({ feed, active }: { feed: FeedSummary; active: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {feed.trouble && <TroubleMark trouble={feed.trouble} />}
      {/* A menu for each of a thousand feeds would be slow to draw: it is there when it can be reached. */}
      {(active || open) && <FeedMenu feed={feed} onOpenChange={setOpen} />}
    </>
  );
}

/** What is wrong, by its shape and in words; red where it does not pass by itself. */
function TroubleMark({ trouble }: { trouble: FeedTrouble }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const kind = troubleKind(trouble);
  const Icon = TROUBLE_ICONS[kind];
  const said = `${t(`trouble.titles.${kind}`)}: ${words(trouble)}`;
  return (
    <span role="img" className={styles.trouble} data-passes={passes(kind)} title={said} aria-label={said}>
      <Icon aria-hidden="true" />
    </span>
  );
}

function FeedMenu({ feed, onOpenChange }: { feed: FeedSummary; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <span className={styles.menu}>
      <PopupMenu
        icon={EllipsisVertical}
        label={t('command.more', { title: feed.title })}
        onOpenChange={onOpenChange}
        actions={[
          { id: 'refresh', label: t('command.refreshFeed'), icon: RefreshCw, run: () => void refresh([feed.id]) },
          {
            id: 'properties',
            label: t('command.properties'),
            icon: SlidersHorizontal,
            run: () => openFeed(feed.id),
          },
          {
            id: 'remove',
            label: t('command.unsubscribe'),
            icon: Trash2,
            danger: true,
            run: () => void removeFeed(feed.id, feed.title),
          },
        ]}
      />
    </span>
  );
}
