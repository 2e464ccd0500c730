import { useQuery } from '@tanstack/react-query';
import type { CleanUp, DiskSpace, StorageReport } from '../../electron/contract/model';
import type { Retention } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { tellFailure } from './notice';
import { changeSettings } from './settings';

const LOOK_AGAIN_MS = 60_000;

/** What the library takes, and what a clean-up would remove; undefined until it is looked through. */
export function useStorage(): { storage: StorageReport | undefined; error: Error | null } {
  const { data, error } = useQuery({ queryKey: ['storage'], queryFn: () => ask('library.storage', {}) });
  return { storage: data, error };
}

/** The disk, looked at every minute: others fill it too. */
export function useDisk(): DiskSpace | undefined {
  const asking = { queryKey: ['disk'], queryFn: () => ask('library.disk', {}), refetchInterval: LOOK_AGAIN_MS };
  return useQuery(asking).data;
}

export const changeRetention = (retention: Retention): void => void changeSettings({ retention });

/** Removes what the limits leave no room for; null when it failed, and the reader was told. */
export async function cleanUp(): Promise<CleanUp | null> {
  try {
    return await ask('library.cleanUp', {});
  } catch (thrown) {
    tellFailure(thrown);
    return null;
  }
}
