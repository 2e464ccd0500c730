import { useTranslation } from 'react-i18next';
import { OFFLINE_LEVELS, type OfflineLevel } from '../../../electron/contract/model';
import { Pick } from '../../ui/pick';

interface Props {
  value: OfflineLevel;
  onChange: (value: OfflineLevel) => void;
}

/** How much of every article is kept by itself. */
export function KeepPick({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Pick
      label={t('keep.label')}
      value={value}
      options={OFFLINE_LEVELS.map((level) => ({ value: level, label: t(`keep.${level}`) }))}
      onChange={onChange}
    />
  );
}
