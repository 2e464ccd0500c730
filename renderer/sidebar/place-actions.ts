import {
  CheckCheck,
  Download,
  FolderInput,
  FolderPlus,
  type LucideIcon,
  Luggage,
  Pencil,
  RefreshCw,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shownKey } from '../commands/key-names';
import { branchesAt, placesWith } from '../state/arranging';
import { type Branch, idsOf } from '../state/branches';
import { markAllRead, refresh } from '../state/changes';
import { addFolder, removePlaces } from '../state/filing';
import { feedsOf } from '../state/overview';
import { EVERYTHING_KEY, filterOfKeys, keysOfFilter, termOfKey } from '../state/places';
import { saveTrip } from '../state/trips';
import { nameAnew, openFeed, openMove, openTrip, useView } from '../state/view';
import type { MenuAction } from '../ui/menu-list';

/** What can be done with a place, by its key; with all that are shown beside it where several feeds or folders are. */
export function usePlaceActions(): (key: string) => MenuAction[] {
  const { t } = useTranslation();

  const action = (id: string, label: string, icon: LucideIcon, run: () => void, hint?: string): MenuAction => ({
    id,
    label,
    icon,
    run,
    hint: hint && shownKey(hint),
  });

  const read = (keys: string[]) =>
    action('read', t('command.markAllRead'), CheckCheck, () => void markAllRead(filterOfKeys(keys)));

  const refreshing = (branches: Branch[], label: string) =>
    action('refresh', label, RefreshCw, () => void refresh(feedsOf(branches)));

  const moving = (branches: Branch[]) =>
    action('move', t('command.moveTo'), FolderInput, () => openMove(idsOf(branches)));

  const removing = (branches: Branch[], label: string): MenuAction => ({
    ...action('remove', label, Trash2, () => void removePlaces(branches), 'Delete'),
    danger: true,
  });

  const renaming = ({ key }: Branch) => action('rename', t('command.rename'), Pencil, () => nameAnew(key), 'F2');

  const forFeed = (feed: Branch): MenuAction[] => [
    refreshing([feed], t('command.refreshFeed')),
    read([feed.key]),
    renaming(feed),
    moving([feed]),
    action('properties', t('command.properties'), SlidersHorizontal, () => openFeed(feed.id)),
    removing([feed], t('command.unsubscribe')),
  ];

  const forFolder = (folder: Branch): MenuAction[] => [
    ...(feedsOf([folder]).length > 0 ? [refreshing([folder], t('command.refresh'))] : []),
    read([folder.key]),
    renaming(folder),
    action('folder', t('command.newFolder'), FolderPlus, () => void addFolder(t('section.newFolder'), folder.id)),
    moving([folder]),
    removing([folder], t('command.removeFolder')),
  ];

  const forMany = (branches: Branch[]): MenuAction[] => [
    ...(feedsOf(branches).length > 0 ? [refreshing(branches, t('command.refresh'))] : []),
    read(branches.map(({ key }) => key)),
    moving(branches),
    removing(branches, t('command.removeMany', { count: branches.length })),
  ];

  const forTrip = (id: string, key: string): MenuAction[] => [
    action('trip', t('trip.show'), Luggage, () => openTrip(id)),
    read([key]),
    action('epub', t('trip.saveEpub'), Download, () => saveTrip(id, 'epub')),
  ];

  return (key) => {
    const { kind, value } = termOfKey(key);
    if (kind === 'trip') return forTrip(value, key);
    const branches = branchesAt(placesWith(key, keysOfFilter(useView.getState().filter)));
    const [one] = branches;
    if (branches.length > 1) return forMany(branches);
    if (one) return one.kind === 'feed' ? forFeed(one) : forFolder(one);
    const all = action('refresh', t('command.refresh'), RefreshCw, () => void refresh());
    return key === EVERYTHING_KEY ? [all, read([key])] : [read([key])];
  };
}
