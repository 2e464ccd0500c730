import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Form, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useArticle } from '../state/articles';
import { tagArticles } from '../state/changes';
import { useOverview } from '../state/overview';
import { useView } from '../state/view';
import { PushButton } from '../ui/push-button';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import styles from './tag-dialog.module.css';

const MOST_OFFERED = 6;

/** The reader's own tags on the open article: add by typing or from those used before, take away. */
export function TagDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const selected = useView((view) => view.selected);
  const { article, error } = useArticle(selected?.id);
  const [text, setText] = useState('');
  const known = useOverview()?.tags ?? [];
  useEffect(() => {
    if (error || !selected) onClose();
  }, [error, selected, onClose]);
  if (!article) return null;
  const { id, ownTags, tags } = article;

  const add = (name: string) => {
    const tag = name.trim();
    setText('');
    if (tag && !ownTags.includes(tag)) void tagArticles([id], [tag], []);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const offered = known
    .filter(({ name }) => !ownTags.includes(name) && !tags.includes(name))
    .filter(({ name, own }) => (wanted ? name.toLocaleLowerCase().includes(wanted) : own))
    .slice(0, MOST_OFFERED);

  return (
    <WindowDialog title={t('tags.title')} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          add(text);
        }}
      >
        <OwnTags tags={ownTags} onRemove={(name) => void tagArticles([id], [], [name])} />
        <div className={styles.line}>
          <TextField
            label={t('tags.label')}
            hint={t('tags.hint')}
            value={text}
            onChange={setText}
            maxLength={100}
            autoFocus
          />
          <PushButton type="submit" look="primary" label={t('tags.add')} isDisabled={text.trim() === ''} />
        </div>
        <div className={styles.offers}>
          {offered.map(({ name }) => (
            <PushButton key={name} label={name} onPress={() => add(name)} />
          ))}
        </div>
      </Form>
    </WindowDialog>
  );
}

function OwnTags({ tags, onRemove }: { tags: string[]; onRemove: (name: string) => void }) {
  const { t } = useTranslation();
  if (tags.length === 0) return <p className={styles.none}>{t('tags.none')}</p>;
  return (
    <TagGroup aria-label={t('tags.title')} onRemove={(keys) => [...keys].map(String).forEach(onRemove)}>
      <TagList className={styles.tags ?? ''}>
        {tags.map((name) => (
          <Tag key={name} id={name} textValue={name} className={styles.tag ?? ''}>
            <bdi>{name}</bdi>
            <Button slot="remove" className={styles.remove ?? ''} aria-label={t('tags.remove', { name })}>
              <X aria-hidden="true" />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
