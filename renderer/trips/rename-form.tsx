import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TripSummary } from '../../electron/contract/trips';
import { renameTrip } from '../state/trips';
import { useTask } from '../state/use-task';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { useFailureWords } from '../words/failure-words';
import styles from './trip-dialog.module.css';

export function RenameForm({ trip, onDone }: { trip: TripSummary; onDone: () => void }) {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const [name, setName] = useState(trip.name);
  const { run, busy, failure } = useTask();
  const rename = async () => {
    await renameTrip(trip.id, name.trim());
    onDone();
    return null;
  };
  return (
    <Form
      className={styles.rename ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void run(rename);
      }}
    >
      <TextField
        label={t('trip.name')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        error={failure && failureWords(failure)}
      />
      <PushButton type="submit" label={t('command.save')} isPending={busy} isDisabled={name.trim() === ''} />
    </Form>
  );
}
