import { ArrowDownWideNarrow, CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Filter, SORTS, type Sort } from '../../electron/contract/model';
import { keyOf } from '../commands/commands';
import { type ListCounts, useListOrder } from '../state/articles';
import { markListRead } from '../state/changes';
import { changeSettings, useSettings } from '../state/settings';
import { useTermNames } from '../state/term-names';
import { useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { PopupMenu } from '../ui/popup-menu';
import { FeedTrouble } from './feed-trouble';
import { FilterTokens } from './filter-tokens';
import styles from './list-header.module.css';

/** What is listed, how many, and by what it is narrowed. */
export function ListHeader({ id, filter, counts }: { id: string; filter: Filter; counts: ListCounts }) {
  const { t } = useTranslation();
  const { byDay } = useSettings();
  const sort = useListOrder(filter);
  const { titleOf } = useTermNames();
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 id={id} className={styles.title} dir="auto">
          {titleOf(filter)}
        </h1>
        <PopupMenu
          icon={ArrowDownWideNarrow}
          label={t('list.sort')}
          actions={[
            ...sortsFor(filter).map((one) => ({
              id: one,
              label: t(`list.${one}`),
              checked: one === sort,
              run: () => sortBy(one),
            })),
            { id: 'byDay', label: t('list.byDay'), checked: byDay, run: () => void changeSettings({ byDay: !byDay }) },
          ]}
        />
        <IconButton
          icon={CheckCheck}
          label={t('command.markAllRead')}
          hint={keyOf('list.markAllRead')}
          isDisabled={counts.unread === 0}
          onPress={() => void markListRead()}
        />
      </div>
      <p className={styles.count}>
        {counts.ready && `${t('list.count', { count: counts.total })} · ${t('list.unread', { count: counts.unread })}`}
      </p>
      <FilterTokens filter={filter} />
      <FeedTrouble filter={filter} />
    </header>
  );
}

/** What fits best is an order only where words are searched for. */
const sortsFor = ({ text }: Filter): Sort[] => SORTS.filter((one) => one !== 'best' || text.trim() !== '');

function sortBy(sort: Sort): void {
  useView.setState({ bestFirst: sort === 'best' });
  if (sort !== 'best') void changeSettings({ sort });
}
