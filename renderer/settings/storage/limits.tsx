import { useTranslation } from 'react-i18next';
import {
  KEEP_ARTICLES,
  KEEP_BYTES,
  KEEP_DAYS,
  PICTURE_BYTES,
  type Retention,
} from '../../../electron/contract/settings';
import { changeSettings, useSettings } from '../../state/settings';
import { changeRetention } from '../../state/storage';
import { Pick } from '../../ui/pick';
import { Switch } from '../../ui/switch';
import { byteSize } from '../../words/format';
import { KeepPick } from './keep-pick';
import styles from './limits.module.css';

/** How long articles stay. Picked, not typed: a number half typed would be a limit too. */
export function Limits() {
  const { t } = useTranslation();
  const { retention, keep, pictureBytes } = useSettings();
  const set = (change: Partial<Retention>) => changeRetention({ ...retention, ...change });
  return (
    <div className={styles.limits}>
      <KeepPick value={keep} onChange={(chosen) => void changeSettings({ keep: chosen })} />
      <Limit
        label={t('storage.pictureBytes')}
        value={pictureBytes}
        offers={PICTURE_BYTES}
        words={(bytes) => t('storage.upTo', { size: byteSize(bytes) })}
        onChange={(bytes) => void changeSettings({ pictureBytes: bytes })}
      />
      <Limit
        label={t('storage.days')}
        value={retention.days}
        offers={KEEP_DAYS}
        words={(count) => t('storage.lastDays', { count })}
        onChange={(days) => set({ days })}
      />
      <Limit
        label={t('storage.perFeed')}
        value={retention.perFeed}
        offers={KEEP_ARTICLES}
        words={(count) => t('storage.newest', { count })}
        onChange={(perFeed) => set({ perFeed })}
      />
      <Limit
        label={t('storage.bytes')}
        value={retention.bytes}
        offers={KEEP_BYTES}
        words={(bytes) => t('storage.upTo', { size: byteSize(bytes) })}
        onChange={(bytes) => set({ bytes })}
      />
      <div className={styles.unread}>
        <Switch
          label={t('storage.keepUnread')}
          isOn={retention.keepUnread}
          onChange={(keepUnread) => set({ keepUnread })}
        />
      </div>
    </div>
  );
}

interface LimitProps {
  label: string;
  value: number | null;
  offers: readonly number[];
  words: (value: number) => string;
  onChange: (value: number | null) => void;
}

const NONE = 'none';

function Limit({ label, value, offers, words, onChange }: LimitProps) {
  const { t } = useTranslation();
  // A library may hold a limit that is not offered: it stays to be chosen.
  const all = value === null || offers.includes(value) ? offers : [...offers, value].sort((a, b) => a - b);
  return (
    <Pick
      label={label}
      value={value === null ? NONE : String(value)}
      options={[
        { value: NONE, label: t('storage.noLimit') },
        ...all.map((offer) => ({ value: String(offer), label: words(offer) })),
      ]}
      onChange={(chosen) => onChange(chosen === NONE ? null : Number(chosen))}
    />
  );
}
