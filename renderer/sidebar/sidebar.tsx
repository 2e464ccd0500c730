import { Bookmark, CloudOff, Inbox, Library, MapPin, Plus, Sun, Tag } from 'lucide-react';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { type Key, Tree } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../electron/contract/model';
import { runCommand } from '../commands/commands';
import { useOverview } from '../state/overview';
import { EVERYTHING_KEY, filterOfKeys, folderTree, keyOfTerm, keysOfFilter, toggled } from '../state/places';
import { openDialog, showFilter, useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { PushButton } from '../ui/push-button';
import { regionName, shortTime } from '../words/format';
import { FeedBranches } from './feed-branches';
import { Place } from './place';
import styles from './sidebar.module.css';

// With these the feeds begin inside a window of 900 pixels; the filters have the rest.
const MOST_TAGS = 6;
const MOST_REGIONS = 6;

/** Everything that can be shown in the list. Ctrl- or Cmd-click adds to what is shown. `children` is its edge. */
export function Sidebar({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  // Hundreds of rows: the list beside it is drawn first.
  const overview = useDeferredValue(useOverview(), undefined);
  return (
    <nav className={styles.sidebar} aria-label={t('landmark.library')}>
      {overview && (
        <div className={styles.places}>
          <LibraryPlaces overview={overview} />
          <RegionPlaces overview={overview} />
          <TagPlaces overview={overview} />
          <FeedPlaces overview={overview} />
        </div>
      )}
      {children}
    </nav>
  );
}

function LibraryPlaces({ overview: { counts } }: { overview: Overview }) {
  const { t } = useTranslation();
  return (
    <Places label={t('section.library')}>
      <Place id="state:today" icon={Sun} name={t('view.today')} count={counts.today} />
      <Place id="state:unread" icon={Inbox} name={t('view.unread')} count={counts.unread} />
      <Place id="state:bookmarked" icon={Bookmark} name={t('view.bookmarked')} count={counts.bookmarked} />
      <Place id={EVERYTHING_KEY} icon={Library} name={t('view.everything')} count={counts.articles} />
    </Places>
  );
}

function RegionPlaces({ overview: { regions } }: { overview: Overview }) {
  const { t } = useTranslation();
  if (regions.length === 0) return null;
  return (
    <Places label={t('section.regions')} hasMore={regions.length > MOST_REGIONS}>
      {regions.slice(0, MOST_REGIONS).map(({ code, unread }) => (
        <Place
          key={code}
          id={keyOfTerm({ kind: 'region', value: code })}
          icon={MapPin}
          name={regionName(code)}
          count={unread}
        />
      ))}
    </Places>
  );
}

function TagPlaces({ overview: { tags } }: { overview: Overview }) {
  const { t } = useTranslation();
  if (tags.length === 0) return null;
  const own = tags.filter((tag) => tag.own);
  const most = [...own, ...tags.filter((tag) => !tag.own).slice(0, MOST_TAGS)];
  return (
    <Places label={t('section.tags')} hasMore={tags.length > most.length}>
      {most.map(({ name, unread }) => (
        <Place key={name} id={keyOfTerm({ kind: 'tag', value: name })} icon={Tag} name={name} count={unread} />
      ))}
    </Places>
  );
}

function FeedPlaces({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const { folders, feeds } = folderTree(overview);
  return (
    <Places
      label={t('section.feeds')}
      folders={overview.folders.map(({ id }) => keyOfTerm({ kind: 'folder', value: id }))}
      note={!overview.network.online && <OfflineMark since={overview.network.offlineSince} />}
      tool={<IconButton icon={Plus} label={t('command.addFeed')} onPress={() => runCommand('feed.add')} />}
    >
      <FeedBranches folders={folders} feeds={feeds} />
    </Places>
  );
}

/** That no feed can be asked, so that none is taken to be silent. */
function OfflineMark({ since }: { since: number | null }) {
  const { t } = useTranslation();
  const said = t('section.offline', { since: shortTime(since ?? Date.now()) });
  return (
    <span role="img" className={styles.offline} title={said} aria-label={said}>
      <CloudOff aria-hidden="true" />
    </span>
  );
}

interface PlacesProps {
  label: string;
  /** Stands beside the label. */
  note?: ReactNode;
  /** What can be folded up; it is open until the reader folds it. */
  folders?: string[];
  tool?: ReactNode;
  /** Leads to the filters, where all of them are. */
  hasMore?: boolean;
  children: ReactNode;
}

/** One section of places, an accessible tree of its own: one stop of the Tab key, arrows inside. */
function Places({ label, note, folders = [], tool, hasMore = false, children }: PlacesProps) {
  const { t } = useTranslation();
  const [folded, setFolded] = useState<string[]>([]);
  const filter = useView((view) => view.filter);
  const shown = keysOfFilter(filter);
  const adding = useRef(false);
  const noteModifier = (event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }) => {
    adding.current = event.ctrlKey || event.metaKey || event.shiftKey;
  };
  const select = (keys: 'all' | Set<Key>) => {
    if (keys === 'all') return;
    const chosen = [...keys].map(String);
    if (adding.current) showFilter(toggled(filter, shown, chosen));
    else if (chosen.length > 0) showFilter(filterOfKeys(chosen));
  };
  return (
    <section className={styles.section} onPointerDownCapture={noteModifier} onKeyDownCapture={noteModifier}>
      <header className={styles.heading}>
        <h2>{label}</h2>
        {note}
        {tool}
      </header>
      <Tree
        aria-label={label}
        className={styles.tree ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={select}
        expandedKeys={folders.filter((key) => !folded.includes(key))}
        onExpandedChange={(open) => setFolded(folders.filter((key) => !open.has(key)))}
      >
        {children}
      </Tree>
      {hasMore && (
        <PushButton
          look="quiet"
          label={t('section.more')}
          aria-label={`${label}: ${t('section.more')}`}
          onPress={() => openDialog('filters')}
        />
      )}
    </section>
  );
}
