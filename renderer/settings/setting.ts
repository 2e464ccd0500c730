import type { ReactNode } from 'react';
import { fold } from '../../electron/contract/fold';
import type { Settings } from '../../electron/contract/settings';
import { differs, setBack } from '../state/settings';

export const SETTINGS_PAGES = ['general', 'reading', 'keys', 'network', 'storage', 'backups'] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** Keys of the words that name the pages. */
export const PAGE_TITLES: Record<SettingsPage, string> = {
  general: 'settings.general',
  reading: 'settings.reading',
  keys: 'settings.keys',
  network: 'network.title',
  storage: 'storage.title',
  backups: 'backups.title',
};

/** One thing that the reader can set. */
export interface Setting {
  id: string;
  page: SettingsPage;
  /** Keys of the words that name it, and that say what it is for. */
  label: string;
  hint?: string;
  differs: (settings: Settings) => boolean;
  /** Makes it what it was at first. */
  setBack: () => void;
  Control: () => ReactNode;
}

/** A setting that is these fields. */
export const ofFields = (...fields: (keyof Settings)[]): Pick<Setting, 'differs' | 'setBack'> => ({
  differs: (settings) => differs(settings, fields),
  setBack: () => void setBack(fields),
});

/** True when each word that was typed is in one of these texts; case, accents and forms of Arabic letters do not matter. */
export function answers(typed: string, texts: string[]): boolean {
  const all = texts.map(fold).join('\n');
  return fold(typed)
    .split(' ')
    .every((word) => all.includes(word));
}
