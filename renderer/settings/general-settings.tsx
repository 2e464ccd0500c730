import { useTranslation } from 'react-i18next';
import { DENSITIES, REFRESH_CHOICES, type Settings, THEMES } from '../../electron/contract/settings';
import { changeSettings, useSettings } from '../state/settings';
import { Choice } from '../ui/choice';
import { Pick } from '../ui/pick';
import { Switch } from '../ui/switch';
import { offeredLanguages } from '../words/catalogues';
import { number } from '../words/format';
import { useIntervalWords } from '../words/interval-words';
import { ofFields, type Setting } from './setting';
import styles from './settings-dialog.module.css';

const set = (change: Partial<Settings>) => void changeSettings(change);

function Theme() {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('settings.theme')}
      value={useSettings().theme}
      options={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
      onChange={(theme) => set({ theme })}
    />
  );
}

function Density() {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('settings.density')}
      value={useSettings().density}
      options={DENSITIES.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
      onChange={(density) => set({ density })}
    />
  );
}

/** Each language by its own name, so that it is found by whoever reads it. */
function Language() {
  const { t } = useTranslation();
  const { language } = useSettings();
  const offered = offeredLanguages().map(({ code, name }) => ({ value: code, label: name }));
  const options = [{ value: 'system' as const, label: t('settings.systemLanguage') }, ...offered];
  // A library may come from a Caravan that speaks more.
  const isOffered = options.some(({ value }) => value === language);
  return (
    <Pick
      label={t('settings.language')}
      value={isOffered ? language : 'system'}
      options={options}
      onChange={(chosen) => set({ language: chosen })}
    />
  );
}

function Interval() {
  const { t } = useTranslation();
  const words = useIntervalWords();
  return (
    <Pick
      label={t('settings.refresh')}
      value={String(useSettings().refreshMinutes)}
      options={REFRESH_CHOICES.map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
      onChange={(chosen) => {
        const minutes = REFRESH_CHOICES.find((one) => String(one) === chosen);
        if (minutes !== undefined) set({ refreshMinutes: minutes });
      }}
    />
  );
}

function Offline() {
  const { t } = useTranslation();
  return (
    <Switch
      label={t('command.workOffline')}
      isOn={useSettings().worksOffline}
      onChange={(worksOffline) => set({ worksOffline })}
    />
  );
}

/** They are set by dragging in the window; here they are only told, and set back. */
function Widths() {
  const { t } = useTranslation();
  const { sidebarWidth, listWidth } = useSettings();
  return (
    <>
      <p className={styles.label}>{t('settings.widths')}</p>
      <p>{t('settings.widthsNow', { library: number(sidebarWidth), list: number(listWidth) })}</p>
    </>
  );
}

export const generalSettings: Setting[] = [
  { id: 'theme', page: 'general', label: 'settings.theme', ...ofFields('theme'), Control: Theme },
  { id: 'density', page: 'general', label: 'settings.density', ...ofFields('density'), Control: Density },
  { id: 'language', page: 'general', label: 'settings.language', ...ofFields('language'), Control: Language },
  { id: 'refresh', page: 'general', label: 'settings.refresh', ...ofFields('refreshMinutes'), Control: Interval },
  {
    id: 'offline',
    page: 'general',
    label: 'command.workOffline',
    hint: 'settings.offlineHint',
    ...ofFields('worksOffline'),
    Control: Offline,
  },
  {
    id: 'widths',
    page: 'general',
    label: 'settings.widths',
    hint: 'settings.widthsHint',
    ...ofFields('sidebarWidth', 'listWidth'),
    Control: Widths,
  },
];
