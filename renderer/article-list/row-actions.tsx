import { Bookmark, Mail, MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleHeader } from '../../electron/contract/model';
import styles from './row-actions.module.css';

/** What is at hand in the row that is pointed at; the same is in its menu and has a key. The grid hears the clicks. */
export function RowActions({ article: { title, read, bookmarked } }: { article: ArticleHeader }) {
  const { t } = useTranslation();
  const Letter = read ? Mail : MailOpen;
  const [mark, keep] = [t(read ? 'command.unread' : 'command.read'), t('command.bookmark')];
  // Of many buttons that do the same, which: the toolbar's alone has the bare name.
  const named = (action: string): string => `${action}: ${title || t('list.untitled')}`;
  return (
    <span className={styles.actions}>
      <button type="button" tabIndex={-1} data-act="read" aria-label={named(mark)} title={mark}>
        <Letter aria-hidden="true" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        data-act="bookmark"
        aria-label={named(keep)}
        title={keep}
        aria-pressed={bookmarked}
      >
        <Bookmark aria-hidden="true" />
      </button>
    </span>
  );
}
