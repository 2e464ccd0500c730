import { queryOptions, useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS, type Script, type Settings, TEXT_SIZES } from '../../electron/contract/settings';
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

/** Shuts the way to the network, or opens it again. */
export const toggleOffline = (): void =>
  void changeSettings({ worksOffline: !cache.getQueryData(settingsQuery.queryKey)?.worksOffline });

/** Folds a folder of the sidebar open, if it is not. */
export function unfold(id: string): void {
  const folded = cache.getQueryData(settingsQuery.queryKey)?.foldedFolders ?? [];
  if (folded.includes(id)) void changeSettings({ foldedFolders: folded.filter((other) => other !== id) });
}

/** The size of text in this script, in pixels: its own where it has one. */
export const textSizeOf = ({ textSize, textSizes }: Settings, script: Script): number => textSizes[script] ?? textSize;

/** Makes the text of articles larger or smaller by so many pixels; in a script other than Latin, of those in it. */
export function changeTextSize(by: number, script: Script = 'latin'): void {
  const settings = cache.getQueryData(settingsQuery.queryKey) ?? DEFAULT_SETTINGS;
  const size = Math.min(TEXT_SIZES.most, Math.max(TEXT_SIZES.least, textSizeOf(settings, script) + by));
  const { textSizes } = settings;
  void changeSettings(script === 'latin' ? { textSize: size } : { textSizes: { ...textSizes, [script]: size } });
}
