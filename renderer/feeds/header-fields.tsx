import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { faultOf, type HeaderFault, type HeaderRow, MOST_HEADERS } from '../state/header-rows';
import { IconButton } from '../ui/icon-button';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import styles from './fetching-fields.module.css';

interface Props {
  rows: HeaderRow[];
  /** True once faults are to be shown. */
  isChecked: boolean;
  onChange: (rows: HeaderRow[]) => void;
}

/** Headers of a feed's own, a row each. */
export function HeaderFields({ rows, isChecked, onChange }: Props) {
  const { t } = useTranslation();
  const add = () => onChange([...rows, { key: Math.max(0, ...rows.map(({ key }) => key + 1)), name: '', value: '' }]);
  return (
    <fieldset className={styles.group}>
      <legend>{t('fetching.headers')}</legend>
      <p className={styles.hint}>{t('fetching.headersHint')}</p>
      {rows.map((row) => (
        <HeaderFieldsRow
          key={row.key}
          row={row}
          fault={isChecked ? faultOf(row, rows) : null}
          onChange={(changed) => onChange(rows.map((other) => (other.key === row.key ? changed : other)))}
          onRemove={() => onChange(rows.filter((other) => other.key !== row.key))}
        />
      ))}
      <PushButton
        icon={Plus}
        label={t('fetching.addHeader')}
        // The user agent is one of them, and has a field of its own.
        isDisabled={rows.length >= MOST_HEADERS - 1}
        onPress={add}
      />
    </fieldset>
  );
}

interface RowProps {
  row: HeaderRow;
  fault: HeaderFault | null;
  onChange: (row: HeaderRow) => void;
  onRemove: () => void;
}

function HeaderFieldsRow({ row, fault, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const said = fault ? t(`fetching.faults.${fault}`) : undefined;
  const isOfValue = fault === 'badValue';
  return (
    <div className={styles.header}>
      <TextField
        label={t('fetching.headerName')}
        error={isOfValue ? undefined : said}
        value={row.name}
        onChange={(name) => onChange({ ...row, name })}
        maxLength={100}
        autoComplete="off"
        autoFocus={row.name === ''}
      />
      <TextField
        label={t('fetching.headerValue')}
        error={isOfValue ? said : undefined}
        value={row.value}
        onChange={(value) => onChange({ ...row, value })}
        maxLength={8_192}
        autoComplete="off"
      />
      <IconButton icon={Trash2} label={t('fetching.removeHeader', { name: row.name })} onPress={onRemove} />
    </div>
  );
}
