import { type CSSProperties, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../electron/contract/model';
import styles from './app.module.css';
import { ArticlePane } from './article/article-pane';
import { TagDialog } from './article/tag-dialog';
import { ArticleList } from './article-list/article-list';
import { FilterDialog } from './article-list/filter-dialog';
import { TagManyDialog } from './article-list/tag-many-dialog';
import { useApplicationMenu } from './commands/application-menu';
import { useKeys } from './commands/keys';
import { Palette } from './commands/palette';
import { ShortcutSheet } from './commands/shortcut-sheet';
import { AddFeedDialog } from './feeds/add-feed-dialog';
import { FeedDialog } from './feeds/feed-dialog';
import { ImportDialog } from './feeds/import-dialog';
import { MoveDialog } from './feeds/move-dialog';
import { NetworkPage } from './feeds/network-page';
import { SearchField } from './search/search-field';
import type { SettingsPage } from './settings/setting';
import { SettingsDialog } from './settings/settings-dialog';
import { Sidebar } from './sidebar/sidebar';
import { useOverviewPart } from './state/overview';
import { changeSettings, useSettings } from './state/settings';
import { type DialogName, openDialog, useView } from './state/view';
import { PackDialog } from './trips/pack-dialog';
import { TripDialog } from './trips/trip-dialog';
import { Splitter } from './ui/splitter';
import { Welcome } from './welcome/welcome';
import { Drawer } from './window/drawer';
import { NoticeBar } from './window/notice-bar';
import { RecoveredDialog } from './window/recovered-dialog';
import { StatusBar } from './window/status-bar';
import { TitleBar } from './window/title-bar';
import { speak } from './words/words';

/** As little as decides what there is to draw: the whole window is drawn anew when it changes. */
const libraryOf = ({ recovered, feeds }: Overview) => ({ mended: recovered.length, isEmpty: feeds.length === 0 });

/** The whole window. Rooms know nothing of each other; here they are put together. */
export function App() {
  const { i18n } = useTranslation();
  const { language, welcomed } = useSettings();
  const library = useOverviewPart(libraryOf);
  useKeys();
  useApplicationMenu();
  useEffect(() => void speak(language), [language]);
  const mended = library?.mended ?? 0;
  // Damage is never passed over in silence.
  useEffect(() => {
    if (mended > 0) openDialog('recovered');
  }, [mended]);
  const first = library !== undefined && !welcomed && library.isEmpty;
  return (
    <I18nProvider locale={i18n.language}>
      <div className={styles.window}>
        <TitleBar hasLibrary={!first}>{!first && <SearchField />}</TitleBar>
        {library && (first ? <Welcome /> : <Panes />)}
        <StatusBar />
      </div>
      <NoticeBar />
      <OpenDialog />
    </I18nProvider>
  );
}

function Panes() {
  const { t } = useTranslation();
  // These alone: all of the window would be drawn anew with each article otherwise.
  const pane = useView((view) => view.pane);
  const drawer = useView((view) => view.drawer);
  const settings = useSettings();
  const [sidebar, setSidebar] = useState(settings.sidebarWidth);
  const [list, setList] = useState(settings.listWidth);
  // They are set back in the settings.
  useEffect(() => setSidebar(settings.sidebarWidth), [settings.sidebarWidth]);
  useEffect(() => setList(settings.listWidth), [settings.listWidth]);
  const widths = { '--sidebar': `${sidebar}px`, '--list': `${list}px` } as CSSProperties;
  return (
    <div className={styles.panes} style={widths} data-pane={pane} data-drawer={drawer}>
      <Drawer className={styles.sidebar ?? ''}>
        <Sidebar>
          <Splitter
            label={t('command.resize', { pane: t('landmark.library') })}
            width={sidebar}
            least={200}
            most={360}
            onResize={(width, done) => {
              setSidebar(width);
              if (done) void changeSettings({ sidebarWidth: width });
            }}
          />
        </Sidebar>
      </Drawer>
      {drawer && <div className={styles.veil} onPointerDown={() => useView.setState({ drawer: false })} />}
      <div className={styles.list}>
        <ArticleList>
          <Splitter
            label={t('command.resize', { pane: t('landmark.articles') })}
            width={list}
            least={300}
            most={560}
            onResize={(width, done) => {
              setList(width);
              if (done) void changeSettings({ listWidth: width });
            }}
          />
        </ArticleList>
      </div>
      <div className={styles.article}>
        <ArticlePane />
      </div>
    </div>
  );
}

const settingsAt =
  (page: SettingsPage) =>
  ({ onClose }: { onClose: () => void }) => <SettingsDialog page={page} network={<NetworkPage />} onClose={onClose} />;

const DIALOGS: Record<DialogName, (props: { onClose: () => void }) => React.ReactNode> = {
  'add-feed': AddFeedDialog,
  feed: FeedDialog,
  move: MoveDialog,
  import: ImportDialog,
  settings: settingsAt('general'),
  storage: settingsAt('storage'),
  network: settingsAt('network'),
  recovered: RecoveredDialog,
  palette: Palette,
  keys: settingsAt('keys'),
  shortcuts: ShortcutSheet,
  filters: FilterDialog,
  tags: TagDialog,
  'tag-many': TagManyDialog,
  pack: PackDialog,
  trip: TripDialog,
};

function OpenDialog() {
  const dialog = useView((view) => view.dialog);
  if (!dialog) return null;
  const Shown = DIALOGS[dialog];
  return <Shown onClose={() => openDialog(null)} />;
}
