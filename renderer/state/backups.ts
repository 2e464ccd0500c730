import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BackupSummary, OpenedArchive, SavedArchive } from '../../electron/contract/backups';
import { EVERYTHING, type Filter } from '../../electron/contract/model';
import { ask } from '../caravan';
import { forget } from './cache';
import { useView } from './view';

/** A backup may be made at any time without the window being told, so it asks whenever it shows them. */
const backupsQuery = queryOptions({ queryKey: ['backups'], queryFn: () => ask('backups.list', {}), staleTime: 0 });

/** The backups that can be restored, the newest first; undefined until it is known. */
export const useBackups = (): BackupSummary[] | undefined => useQuery(backupsQuery).data;

/** Throws CallFailed. */
export async function makeBackup(): Promise<void> {
  await ask('backups.make', {});
  forget('backups');
}

/** The window loads anew once the backup is the library. Throws CallFailed. */
export async function restoreBackup(name: string): Promise<void> {
  await ask('backups.restore', { name });
}

export const ARCHIVE_PARTS = ['everything', 'bookmarked', 'shown'] as const;
export type ArchivePart = (typeof ARCHIVE_PARTS)[number];

/** Null when the reader chose no file. Throws CallFailed. */
export const saveArchive = (part: ArchivePart): Promise<SavedArchive | null> =>
  ask('archive.save', { filter: filterOf(part) });

/** Null when the reader chose no file. Throws CallFailed. */
export async function openArchive(): Promise<OpenedArchive | null> {
  const opened = await ask('archive.open', {});
  if (opened) forget('backups');
  return opened;
}

function filterOf(part: ArchivePart): Filter {
  switch (part) {
    case 'everything':
      return EVERYTHING;
    case 'bookmarked':
      return { ...EVERYTHING, all: [{ kind: 'state', value: 'bookmarked' }] };
    case 'shown':
      return useView.getState().filter;
  }
}
