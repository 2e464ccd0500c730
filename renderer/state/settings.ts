import { queryOptions, useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { cache } from './cache';
import { tellFailure } from './notice';

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => ask('settings.read', {}) });

/** The reader's settings; they are read before the first paint. */
export function useSettings(): Settings {
  return useQuery(settingsQuery).data ?? DEFAULT_SETTINGS;
}

/** True once there is no first start any more, outside of components. */
export const isWelcomed = (): boolean => cache.getQueryData(settingsQuery.queryKey)?.welcomed ?? false;

/** Takes effect at once and is kept; put back when it cannot be kept. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = cache.getQueryData(settingsQuery.queryKey);
  if (before) cache.setQueryData(settingsQuery.queryKey, { ...before, ...change });
  try {
    await ask('settings.change', change);
  } catch (thrown) {
    cache.setQueryData(settingsQuery.queryKey, before);
    tellFailure(thrown);
  }
}

/** Folds a folder of the sidebar open, if it is not. */
export function unfold(id: string): void {
  const folded = cache.getQueryData(settingsQuery.queryKey)?.foldedFolders ?? [];
  if (folded.includes(id)) void changeSettings({ foldedFolders: folded.filter((other) => other !== id) });
}

const SMALLEST = 13;
const LARGEST = 28;

/** Makes the text of articles larger or smaller by so many pixels. */
export function changeTextSize(by: number): void {
  const size = cache.getQueryData(settingsQuery.queryKey)?.textSize ?? DEFAULT_SETTINGS.textSize;
  void changeSettings({ textSize: Math.min(LARGEST, Math.max(SMALLEST, size + by)) });
}
