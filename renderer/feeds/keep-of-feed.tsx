import { useTranslation } from 'react-i18next';
import { OFFLINE_LEVELS, type OfflineLevel } from '../../electron/contract/model';
import { useSettings } from '../state/settings';
import { Pick } from '../ui/pick';

interface Props {
  /** Null is that of all feeds. */
  value: OfflineLevel | null;
  onChange: (value: OfflineLevel | null) => void;
}

const AS_FOR_ALL = 'all';

/** How much of one feed's articles is kept by itself. */
export function KeepOfFeed({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { keep } = useSettings();
  return (
    <Pick
      label={t('keep.label')}
      value={value ?? AS_FOR_ALL}
      options={[
        { value: AS_FOR_ALL, label: t('fetching.asForAll', { choice: t(`keep.${keep}`) }) },
        ...OFFLINE_LEVELS.map((level) => ({ value: level, label: t(`keep.${level}`) })),
      ]}
      onChange={(chosen) => onChange(chosen === AS_FOR_ALL ? null : chosen)}
    />
  );
}
