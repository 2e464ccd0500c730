import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DENSITIES,
  INTERFACE_LANGUAGES,
  REFRESH_CHOICES,
  type Settings,
  THEMES,
} from '../../electron/contract/settings';
import { ask } from '../caravan';
import { changeSettings, changeTextSize, useSettings } from '../state/settings';
import { Choice } from '../ui/choice';
import { Pick } from '../ui/pick';
import { PushButton } from '../ui/push-button';
import { TabPages } from '../ui/tab-pages';
import { WindowDialog } from '../ui/window-dialog';
import { number } from '../words/format';
import { useIntervalWords } from '../words/interval-words';
import { Backups } from './backups';
import styles from './settings-dialog.module.css';
import { StoragePage } from './storage/storage-page';

const WIDTH = 620;

export type SettingsPage = 'general' | 'network' | 'storage' | 'backups';

interface Props {
  onClose: () => void;
  /** The page that is open at first. */
  page: SettingsPage;
  /** That page comes from another room. */
  network: ReactNode;
}

/** Each setting takes effect at once. */
export function SettingsDialog({ onClose, page: first, network }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState(first);
  return (
    <WindowDialog title={t('settings.title')} onClose={onClose} width={WIDTH}>
      <TabPages
        label={t('settings.pages')}
        page={page}
        onChange={setPage}
        pages={[
          { name: 'general', label: t('settings.general'), content: <General /> },
          { name: 'network', label: t('network.title'), content: network },
          { name: 'storage', label: t('storage.title'), content: <StoragePage /> },
          { name: 'backups', label: t('backups.title'), content: <Backups /> },
        ]}
      />
    </WindowDialog>
  );
}

function General() {
  const { t } = useTranslation();
  const settings = useSettings();
  const set = (change: Partial<Settings>) => void changeSettings(change);
  return (
    <div className={styles.settings}>
      <Choice
        label={t('settings.theme')}
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        onChange={(theme) => set({ theme })}
      />
      <Choice
        label={t('settings.density')}
        value={settings.density}
        options={DENSITIES.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
        onChange={(density) => set({ density })}
      />
      <TextSize size={settings.textSize} />
      <Language value={settings.language} onChange={(language) => set({ language })} />
      <Interval value={settings.refreshMinutes} onChange={(refreshMinutes) => set({ refreshMinutes })} />
      <About />
    </div>
  );
}

function TextSize({ size }: { size: number }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className={styles.label}>{t('settings.textSize')}</p>
      <div className={styles.size}>
        <PushButton label="A−" aria-label={t('command.smaller')} onPress={() => changeTextSize(-1)} />
        <output>{number(size)}</output>
        <PushButton label="A+" aria-label={t('command.larger')} onPress={() => changeTextSize(1)} />
      </div>
    </div>
  );
}

/** Each language by its own name, so that it is found by whoever reads it. */
const ownName = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

interface PickedSetting<Name extends keyof Settings> {
  value: Settings[Name];
  onChange: (value: Settings[Name]) => void;
}

function Language({ value, onChange }: PickedSetting<'language'>) {
  const { t } = useTranslation();
  const options = INTERFACE_LANGUAGES.map((language) => ({
    value: language,
    label: language === 'system' ? t('settings.systemLanguage') : ownName(language),
  }));
  return <Pick label={t('settings.language')} value={value} options={options} onChange={onChange} />;
}

function Interval({ value, onChange }: PickedSetting<'refreshMinutes'>) {
  const { t } = useTranslation();
  const words = useIntervalWords();
  return (
    <Pick
      label={t('settings.refresh')}
      value={String(value)}
      options={REFRESH_CHOICES.map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
      onChange={(chosen) => {
        const minutes = REFRESH_CHOICES.find((one) => String(one) === chosen);
        if (minutes !== undefined) onChange(minutes);
      }}
    />
  );
}

function About() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['about'], queryFn: () => ask('app.about', {}) });
  if (!data) return null;
  return (
    <footer className={styles.about}>
      <p>{t('settings.about', { version: data.version, electron: data.electron })}</p>
      <p dir="auto">{t('settings.library', { folder: data.library })}</p>
      {data.unsupported && <p className={styles.unsupported}>{t('settings.unsupported')}</p>}
    </footer>
  );
}
