import { useTranslation } from 'react-i18next';
import { PushButton } from '../ui/push-button';
import { generalSettings } from './general-settings';
import { commandSettings, letterKeys } from './key-settings';
import { readingSettings } from './reading-settings';
import { answers, PAGE_TITLES, SETTINGS_PAGES, type Setting, type SettingsPage } from './setting';
import { SettingRow } from './setting-row';
import styles from './settings-dialog.module.css';

const SETTINGS: Setting[] = [...generalSettings, ...readingSettings, letterKeys, ...commandSettings];

/** What the other pages are about, by the keys of its words: it is shown there, with what belongs to it. */
const ON_PAGES: Partial<Record<SettingsPage, string[]>> = {
  network: ['network.way', 'network.ways.http', 'network.ways.socks5', 'network.password', 'activity.title'],
  storage: [
    ...['storage.limits', 'storage.days', 'storage.perFeed', 'storage.bytes', 'storage.keepUnread'],
    ...['storage.cleanUp', 'storage.byKind', 'storage.byFeed'],
  ],
  backups: ['backups.make', 'backups.restore', 'backups.archive', 'backups.save', 'backups.open'],
};

interface Props {
  typed: string;
  onOpen: (page: SettingsPage) => void;
}

/** The settings whose words hold what was typed, under the pages where they stand. */
export function FoundSettings({ typed, onOpen }: Props) {
  const { t } = useTranslation();
  const say = (keys: (string | undefined)[]) => keys.filter((key) => key !== undefined).map((key) => t(key));
  const found = SETTINGS_PAGES.map((page) => {
    const about = (keys: (string | undefined)[]) => answers(typed, say([PAGE_TITLES[page], ...keys]));
    return {
      page,
      settings: SETTINGS.filter((setting) => setting.page === page && about([setting.label, setting.hint])),
      parts: (ON_PAGES[page] ?? []).filter((key) => about([key])),
    };
  }).filter(({ settings, parts }) => settings.length + parts.length > 0);
  const count = found.reduce((sum, { settings, parts }) => sum + settings.length + parts.length, 0);
  return (
    <div className={styles.settings}>
      <p role="status" className={styles.count}>
        {count > 0 ? t('settings.found', { count }) : t('settings.notFound')}
      </p>
      {found.map(({ page, settings, parts }) => (
        <section key={page} aria-label={t(PAGE_TITLES[page])} className={styles.settings}>
          <h3 className={styles.page}>{t(PAGE_TITLES[page])}</h3>
          {settings.map((setting) => (
            <SettingRow key={setting.id} setting={setting} />
          ))}
          {parts.map((key) => (
            <PushButton key={key} label={t('settings.partOf', { part: t(key) })} onPress={() => onOpen(page)} />
          ))}
        </section>
      ))}
    </div>
  );
}
