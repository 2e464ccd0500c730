import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ask } from '../caravan';
import { failureOf } from '../state/notice';
import { type FolderChoice, folderOf } from '../state/subscribing';
import { useView } from '../state/view';
import { PushButton } from '../ui/push-button';
import { WindowDialog } from '../ui/window-dialog';
import { useFailureWords } from '../words/failure-words';
import styles from './feeds.module.css';
import { FolderPick } from './folder-pick';

/** Files feeds and folders in a folder that is chosen by its name. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const moving = useView((view) => view.moving);
  const [folder, setFolder] = useState<FolderChoice>({ kind: 'none' });
  const words = useFailureWords();
  const [error, setError] = useState<string>();
  const move = async () => {
    try {
      await ask('places.move', { ...moving, into: await folderOf(folder), before: null });
      onClose();
    } catch (thrown) {
      setError(words(failureOf(thrown)));
    }
  };
  return (
    <WindowDialog title={t('feed.move')} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <FolderPick choice={folder} onChange={setFolder} without={moving.folders} />
        {error && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
        <div className={styles.actions}>
          <PushButton label={t('command.cancel')} onPress={onClose} />
          <PushButton type="submit" look="primary" label={t('command.move')} />
        </div>
      </Form>
    </WindowDialog>
  );
}
