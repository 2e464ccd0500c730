import { Wifi, WifiOff } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Overview, RefreshState } from '../../electron/contract/model';
import { keyOf, runCommand } from '../commands/commands';
import { startKeeping, stopKeeping, useKeeping } from '../state/keeping';
import { useOverview, useRefresh } from '../state/overview';
import { useSettings } from '../state/settings';
import { useDisk } from '../state/storage';
import { useTrips } from '../state/trips';
import { openDialog, openTrip } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { byteSize, shortTime } from '../words/format';
import styles from './status-bar.module.css';

/** The foot of the window: the network, the refresh, and what needs attention. Spoken politely. */
export function StatusBar() {
  const overview = useOverview();
  const refresh = useRefresh();
  return (
    <footer className={styles.bar}>
      <OfflineSwitch />
      <div role="status" className={styles.state}>
        {overview && <NetworkLine overview={overview} />}
        {refresh?.running && <RefreshLine refresh={refresh} />}
        {!refresh?.running && <KeepingLine />}
        <TripLine />
        <DiskLine />
        {overview && <LibraryLine overview={overview} />}
      </div>
      {overview && <HealthLine overview={overview} />}
    </footer>
  );
}

/** The way to the network, open or shut. */
function OfflineSwitch() {
  const { t } = useTranslation();
  const { worksOffline } = useSettings();
  return (
    <IconButton
      icon={worksOffline ? WifiOff : Wifi}
      pressed={worksOffline}
      label={t('command.workOffline')}
      hint={keyOf('network.offline')}
      onPress={() => runCommand('network.offline')}
    />
  );
}

function NetworkLine({ overview: { network, counts } }: { overview: Overview }) {
  const { t } = useTranslation();
  const { articles: count } = counts;
  if (network.online) return <span>{t('status.online', { count })}</span>;
  const since = shortTime(network.offlineSince ?? Date.now());
  return (
    <span className={styles.offline}>
      <span className={styles.dot} />
      {network.byHand ? t('status.offlineByHand', { count }) : t('status.offline', { since, count })}
    </span>
  );
}

/** Only when something was mended, or when nothing can be changed. */
function LibraryLine({ overview: { recovered, readOnly } }: { overview: Overview }) {
  const { t } = useTranslation();
  if (readOnly) return <span className={styles.disk}>{t('status.readOnly')}</span>;
  if (recovered.length === 0) return null;
  return (
    <Button className={styles.disk ?? ''} onPress={() => openDialog('recovered')}>
      {t('status.recovered', { count: recovered.length })}
    </Button>
  );
}

/** Only when the disk is nearly full; leads to what can be done about it. */
function DiskLine() {
  const { t } = useTranslation();
  const disk = useDisk();
  if (!disk?.nearlyFull) return null;
  return (
    <Button className={styles.disk ?? ''} onPress={() => openDialog('storage')}>
      {t('status.nearlyFull', { free: byteSize(disk.free) })}
    </Button>
  );
}

function RefreshLine({ refresh: { done, total, bytes } }: { refresh: RefreshState }) {
  const { t } = useTranslation();
  const words = t('status.refreshing', { done, total, bytes: byteSize(bytes) });
  return (
    <span className={styles.progress}>
      <progress max={Math.max(1, total)} value={done} aria-label={words} />
      {words}
    </span>
  );
}

/** Keeping what belongs to the articles: how it goes while it does, and why it does not. That there is no network is said already. */
function KeepingLine() {
  const { t } = useTranslation();
  const keeping = useKeeping();
  if (keeping?.pause === 'full') {
    return (
      <Button className={styles.disk ?? ''} onPress={() => openDialog('storage')}>
        {t('status.picturesFull')}
      </Button>
    );
  }
  if (keeping?.pause === 'stopped') {
    return (
      <Button className={styles.action ?? ''} onPress={startKeeping}>
        {t('status.keepingStopped')}
      </Button>
    );
  }
  if (!keeping?.running) return null;
  const { done, total, bytes } = keeping;
  const words = t('status.keeping', { done, total, bytes: byteSize(bytes) });
  return (
    <span className={styles.progress}>
      <progress max={Math.max(1, total)} value={done} aria-label={words} />
      {words}
      <Button className={styles.action ?? ''} onPress={stopKeeping}>
        {t('status.stopKeeping')}
      </Button>
    </span>
  );
}

/** The trip that is being packed, or is over and waits for the reader's word. */
function TripLine() {
  const { t } = useTranslation();
  const trips = useTrips() ?? [];
  const packing = trips.find(({ state }) => state === 'packing');
  const over = trips.find(({ state }) => state === 'over');
  if (packing) {
    const { id, name, ready, failed, articles: total, bytes } = packing;
    const words = t('status.packing', { name, done: ready + failed, total, bytes: byteSize(bytes) });
    return (
      <span className={styles.progress}>
        <progress max={Math.max(1, total)} value={ready + failed} aria-label={words} />
        <Button className={styles.action ?? ''} onPress={() => openTrip(id)}>
          {words}
        </Button>
      </span>
    );
  }
  if (!over) return null;
  return (
    <Button className={styles.action ?? ''} onPress={() => openTrip(over.id)}>
      {t('status.tripOver', { name: over.name })}
    </Button>
  );
}

function HealthLine({ overview: { feeds, lastRefresh } }: { overview: Overview }) {
  const { t } = useTranslation();
  const failing = feeds.filter((feed) => feed.trouble).length;
  const parts = [
    lastRefresh ? t('status.lastRefresh', { when: shortTime(lastRefresh) }) : t('status.neverRefreshed'),
    t('status.feeds', { count: feeds.length }),
    ...(failing ? [t('status.attention', { count: failing })] : []),
  ];
  return <span className={styles.health}>{parts.join(' · ')}</span>;
}
