import { useTranslation } from 'react-i18next';
import type { Filter } from '../../electron/contract/model';
import { keyOf, runCommand } from '../commands/commands';
import { useOverview } from '../state/overview';
import { PushButton } from '../ui/push-button';
import styles from './empty-list.module.css';

type Why = 'library' | 'unread' | 'today' | 'bookmarked' | 'offline' | 'feed' | 'filtered';

/** Why the list is empty and what to do next; never just blank. */
export function EmptyList({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const feeds = useOverview()?.feeds.length;
  if (feeds === undefined) return null;
  const why: Why = feeds === 0 ? 'library' : whyEmpty(filter);
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{t(`empty.${why}`)}</p>
      <p>{t(`empty.${why}Hint`, { key: keyOf('article.bookmark') ?? t('command.bookmark') })}</p>
      {why === 'library' && (
        <PushButton look="primary" label={t('command.addFeed')} onPress={() => runCommand('feed.add')} />
      )}
    </div>
  );
}

function whyEmpty({ all, any, none, text }: Filter): Why {
  const [only] = all;
  if (all.length !== 1 || any.length > 0 || none.length > 0 || text || !only) return 'filtered';
  if (only.kind === 'state') return only.value;
  return only.kind === 'feed' ? 'feed' : 'filtered';
}
