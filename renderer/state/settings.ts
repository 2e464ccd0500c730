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

/** The reader's settings as they are known now, outside of components. */
export const knownSettings = (): Settings => cache.getQueryData(settingsQuery.queryKey) ?? DEFAULT_SETTINGS;

/** True once there is no first start any more, outside of components. */
export const isWelcomed = (): boolean => knownSettings().welcomed;

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
  const folded = knownSettings().foldedFolders;
  if (folded.includes(id)) void changeSettings({ foldedFolders: folded.filter((other) => other !== id) });
}

/** The size of text in this script, in pixels: its own where it has one. */
export const textSizeOf = ({ textSize, textSizes }: Settings, script: Script): number => textSizes[script] ?? textSize;

/** Makes the text of articles larger or smaller by so many pixels; in a script other than Latin, of those in it. */
export function changeTextSize(by: number, script: Script = 'latin'): void {
  const settings = knownSettings();
  const size = Math.min(TEXT_SIZES.most, Math.max(TEXT_SIZES.least, textSizeOf(settings, script) + by));
  const { textSizes } = settings;
  void changeSettings(script === 'latin' ? { textSize: size } : { textSizes: { ...textSizes, [script]: size } });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether any of these is not what it was at first. */
export const differs = (settings: Settings, fields: (keyof Settings)[]): boolean =>
  fields.some((field) => !same(settings[field], DEFAULT_SETTINGS[field]));

/** Makes these what they were at first. */
export const setBack = (fields: (keyof Settings)[]): Promise<void> =>
  changeSettings(Object.fromEntries(fields.map((field) => [field, DEFAULT_SETTINGS[field]])));

/** A measure so many steps larger or smaller, within its bounds; in whole steps, which fractions are not by themselves. */
export const stepped = (
  value: number,
  by: number,
  { least, most, step }: { least: number; most: number; step: number },
): number => Math.min(most, Math.max(least, Number((value + by * step).toFixed(2))));
