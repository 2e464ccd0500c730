import { Bookmark, Mail, MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleHeader } from '../../electron/contract/model';
import styles from './row-actions.module.css';

/** What is at hand in the row that is pointed at; the same is in its menu and has a key. The grid hears the clicks. */
export function RowActions({ article: { read, bookmarked } }: { article: ArticleHeader }) {
  const { t } = useTranslation();
  const Letter = read ? Mail : MailOpen;
  const [mark, keep] = [t(read ? 'command.unread' : 'command.read'), t('command.bookmark')];
  return (
    <span className={styles.actions}>
      <button type="button" tabIndex={-1} data-act="read" aria-label={mark} title={mark}>
        <Letter aria-hidden="true" />
      </button>
      <button type="button" tabIndex={-1} data-act="bookmark" aria-label={keep} title={keep} aria-pressed={bookmarked}>
        <Bookmark aria-hidden="true" />
      </button>
    </span>
  );
}
