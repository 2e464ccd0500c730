import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedStorage } from '../../../electron/contract/model';
import { PushButton } from '../../ui/push-button';
import { SourceTile } from '../../ui/source-tile';
import { byteSize, number } from '../../words/format';
import styles from './feed-table.module.css';

const FIRST = 5;

/** What each feed takes, the largest first; with a thousand feeds only these matter. */
export function FeedTable({ feeds }: { feeds: FeedStorage[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const goes = feeds.some(({ removable }) => removable.articles > 0);
  return (
    <div className={styles.part}>
      <table className={styles.table}>
        <caption>{t('storage.byFeed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('storage.feed')}</th>
            <th scope="col">{t('storage.articles')}</th>
            <th scope="col">{t('storage.unread')}</th>
            <th scope="col">{t('storage.bookmarked')}</th>
            {goes && <th scope="col">{t('storage.goes')}</th>}
            <th scope="col">{t('storage.size')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? feeds : feeds.slice(0, FIRST)).map((feed) => (
            <Row key={feed.id} feed={feed} goes={goes} />
          ))}
        </tbody>
      </table>
      {!all && feeds.length > FIRST && (
        <PushButton look="quiet" label={t('storage.all', { count: feeds.length })} onPress={() => setAll(true)} />
      )}
    </div>
  );
}

function Row({ feed, goes }: { feed: FeedStorage; goes: boolean }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <span className={styles.feed}>
          <SourceTile name={feed.title} />
          <bdi className={styles.name} title={feed.title}>
            {feed.title}
          </bdi>
          {!feed.followed && <span className={styles.left}>{t('storage.left')}</span>}
        </span>
      </th>
      <td>{number(feed.articles)}</td>
      <td>{number(feed.unread)}</td>
      <td>{number(feed.bookmarked)}</td>
      {goes && <td>{number(feed.removable.articles)}</td>}
      <td>{byteSize(feed.bytes)}</td>
    </tr>
  );
}
