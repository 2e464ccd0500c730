import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type FolderChoice, useSubscribing } from '../state/subscribing';
import { OfferList } from '../ui/offer-list';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import styles from './feeds.module.css';
import { FolderPick } from './folder-pick';

/** Follows a feed by its own address or that of a page; a page that offers several asks which. */
export function AddFeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [folder, setFolder] = useState<FolderChoice>({ kind: 'none' });
  const { add, busy, error, choices } = useSubscribing(onClose);
  return (
    <WindowDialog title={t('feed.add')} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void add(address, folder);
        }}
      >
        <TextField
          label={t('feed.address')}
          hint={t('feed.addressHint')}
          error={error}
          value={address}
          onChange={setAddress}
          maxLength={4000}
          autoFocus
        />
        <FolderPick choice={folder} onChange={setFolder} />
        {choices.length > 0 && (
          <OfferList
            legend={t('feed.choose', { count: choices.length })}
            offers={choices.map((one) => ({ key: one.address, name: one.title ?? one.address, detail: one.address }))}
            action={t('tags.add')}
            onChoose={(chosen) => void add(chosen, folder)}
          />
        )}
        <div className={styles.actions}>
          <span role="status" className={styles.busy}>
            {busy && t('feed.looking')}
          </span>
          <PushButton label={t('command.cancel')} onPress={onClose} />
          <PushButton
            type="submit"
            look="primary"
            label={t('command.addFeed')}
            isDisabled={busy || address.trim() === ''}
          />
        </div>
      </Form>
    </WindowDialog>
  );
}
