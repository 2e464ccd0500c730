import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS } from '../commands/command';
import { differs, setBack, useSettings } from '../state/settings';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { PushButton } from '../ui/push-button';
import { TabPages } from '../ui/tab-pages';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import { About } from './about';
import { Backups } from './backups';
import { FoundSettings } from './found-settings';
import { generalSettings } from './general-settings';
import { commandSettings, letterKeys } from './key-settings';
import keyStyles from './key-settings.module.css';
import { readingSettings } from './reading-settings';
import { PAGE_TITLES, SETTINGS_PAGES, type Setting, type SettingsPage } from './setting';
import { SetBack, SettingRow } from './setting-row';
import styles from './settings-dialog.module.css';
import { StoragePage } from './storage/storage-page';

const WIDTH = 680;

interface Props {
  onClose: () => void;
  /** The page that is open at first. */
  page: SettingsPage;
  /** That page comes from another room. */
  network: ReactNode;
}

/** All settings in one place, found by their words; each takes effect at once and can be set back. */
export function SettingsDialog({ onClose, page: first, network }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState(first);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const content: Record<SettingsPage, ReactNode> = {
    general: <General />,
    reading: <Rows settings={readingSettings} />,
    keys: <KeysPage />,
    network: <Network>{network}</Network>,
    storage: <Storage />,
    backups: <Backups />,
  };
  const open = (wanted: SettingsPage) => {
    setTyped('');
    setPage(wanted);
    // The button that was pressed is gone.
    field.current?.focus();
  };
  return (
    <WindowDialog title={t('settings.title')} onClose={onClose} width={WIDTH}>
      <div className={styles.search}>
        <TextField
          type="search"
          inputRef={field}
          label={t('settings.find')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
      </div>
      <div className={styles.body}>
        {typed.trim() ? (
          <FoundSettings typed={typed} onOpen={open} />
        ) : (
          <TabPages
            label={t('settings.pages')}
            page={page}
            onChange={setPage}
            pages={SETTINGS_PAGES.map((name) => ({ name, label: t(PAGE_TITLES[name]), content: content[name] }))}
          />
        )}
      </div>
    </WindowDialog>
  );
}

function Rows({ settings }: { settings: Setting[] }) {
  return (
    <div className={styles.settings}>
      {settings.map((setting) => (
        <SettingRow key={setting.id} setting={setting} />
      ))}
    </div>
  );
}

function General() {
  return (
    <div className={styles.settings}>
      <Rows settings={generalSettings} />
      <SetAllBack />
      <About />
    </div>
  );
}

function KeysPage() {
  const { t } = useTranslation();
  const { keys } = useSettings();
  return (
    <div className={styles.settings}>
      <SettingRow setting={letterKeys} />
      {GROUPS.map((group) => (
        <section key={group} aria-label={t(`keys.${group}`)} className={keyStyles.group}>
          <h3 className={keyStyles.title}>{t(`keys.${group}`)}</h3>
          {commandSettings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <SettingRow key={setting.id} setting={setting} />
            ))}
        </section>
      ))}
      {Object.keys(keys).length > 0 && (
        <div className={styles.end}>
          <PushButton label={t('settings.allKeysBack')} onPress={() => void setBack(['keys'])} />
        </div>
      )}
    </div>
  );
}

/** What is typed there goes with the way that it was for. */
function Network({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [times, setTimes] = useState(0);
  const back = () => void setBack(['proxy']).then(() => setTimes(times + 1));
  return (
    <>
      {differs(settings, ['proxy']) && (
        <div className={styles.end}>
          <SetBack name={t('network.way')} onPress={back} />
        </div>
      )}
      <div key={times}>{children}</div>
    </>
  );
}

function Storage() {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <>
      {differs(settings, ['retention']) && (
        <div className={styles.end}>
          <SetBack name={t('storage.limits')} onPress={() => void setBack(['retention'])} />
        </div>
      )}
      <StoragePage />
    </>
  );
}

/** All that is set here; never what is read, followed or kept, nor does it open a way to the network that is shut. */
const ALL: Parameters<typeof setBack>[0] = [
  ...(['theme', 'density', 'language', 'refreshMinutes', 'sidebarWidth', 'listWidth'] as const),
  ...(['readingTheme', 'readingFont', 'textSize', 'textSizes', 'measure', 'lineHeight', 'justified', 'urdu'] as const),
  ...(['keys', 'letterKeys', 'proxy', 'retention'] as const),
];

function SetAllBack() {
  const { t } = useTranslation();
  const settings = useSettings();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles.end}>
      {differs(settings, ALL) && <PushButton label={t('settings.allBack')} onPress={() => setAsking(true)} />}
      {isAsking && (
        <ConfirmDialog
          title={t('settings.allBackTitle')}
          text={t('settings.allBackText')}
          action={t('settings.setBack')}
          onConfirm={() => {
            setAsking(false);
            void setBack(ALL);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
