import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeChosen } from '../state/choosing';
import { useOverviewPart } from '../state/overview';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import styles from './tag-many-dialog.module.css';

const MOST_OFFERED = 8;

/** Gives all that is chosen a tag of the reader's own, or takes it from all. */
export function TagManyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const known = useOverviewPart(({ tags }) => tags.filter(({ own }) => own).map(({ name }) => name)) ?? [];
  const name = text.trim();
  const wanted = name.toLocaleLowerCase();
  const offered = known
    .filter((tag) => tag.toLocaleLowerCase().includes(wanted) && tag !== name)
    .slice(0, MOST_OFFERED);
  const done = (change: { add: string[] } | { remove: string[] }): void => {
    onClose();
    void changeChosen(change);
  };
  return (
    <WindowDialog title={t('tags.title')} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (name) done({ add: [name] });
        }}
      >
        <TextField
          label={t('tags.one')}
          hint={t('tags.hint')}
          value={text}
          onChange={setText}
          maxLength={100}
          autoFocus
        />
        <div className={styles.offers}>
          {offered.map((tag) => (
            <PushButton key={tag} label={tag} onPress={() => setText(tag)} />
          ))}
        </div>
        <div className={styles.actions}>
          <PushButton label={t('tags.takeFromAll')} isDisabled={!name} onPress={() => done({ remove: [name] })} />
          <PushButton type="submit" look="primary" label={t('tags.addToAll')} isDisabled={!name} />
        </div>
      </Form>
    </WindowDialog>
  );
}
