import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FeedSummary } from '../../electron/contract/model';
import { ask } from '../caravan';
import { failureOf } from '../state/notice';
import { type FolderChoice, folderOf } from '../state/subscribing';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { useFailureWords } from '../words/failure-words';
import styles from './feeds.module.css';
import { FolderPick } from './folder-pick';

/** The reader's own name for a feed, and its folder. */
export function FeedNameForm({ feed, onClose }: { feed: FeedSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(feed.ownTitle ?? '');
  const [folder, setFolder] = useState<FolderChoice>(
    feed.folderId ? { kind: 'known', id: feed.folderId } : { kind: 'none' },
  );
  const words = useFailureWords();
  const [error, setError] = useState<string>();
  const save = async () => {
    try {
      await ask('feeds.edit', { id: feed.id, title, folderId: await folderOf(folder) });
      onClose();
    } catch (thrown) {
      setError(words(failureOf(thrown)));
    }
  };
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={styles.address} dir="ltr">
        {feed.address}
      </p>
      <TextField
        label={t('feed.title')}
        hint={t('feed.titleHint')}
        placeholder={feed.title}
        value={title}
        onChange={setTitle}
        maxLength={200}
      />
      <FolderPick choice={folder} onChange={setFolder} />
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        <PushButton label={t('command.cancel')} onPress={onClose} />
        <PushButton type="submit" look="primary" label={t('command.save')} />
      </div>
    </Form>
  );
}
