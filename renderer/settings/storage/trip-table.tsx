import { useTranslation } from 'react-i18next';
import type { StorageReport } from '../../../electron/contract/model';
import { byteSize, number } from '../../words/format';
import styles from './feed-table.module.css';

/** What each trip takes; what two of them take is counted in both. */
export function TripTable({ trips }: Pick<StorageReport, 'trips'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.part}>
      <table className={styles.table}>
        <caption>{t('storage.byTrip')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('storage.trip')}</th>
            <th scope="col">{t('storage.articles')}</th>
            <th scope="col">{t('storage.size')}</th>
          </tr>
        </thead>
        <tbody>
          {trips.map(({ id, name, articles, bytes }) => (
            <tr key={id}>
              <th scope="row">
                <span className={styles.feed}>
                  <bdi className={styles.name} title={name}>
                    {name}
                  </bdi>
                </span>
              </th>
              <td>{number(articles)}</td>
              <td>{byteSize(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
