import { type ReactNode, type UIEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCounts, useListRows } from '../state/articles';
import { failureOf } from '../state/notice';
import { useSettings } from '../state/settings';
import { holdList, useView } from '../state/view';
import { useFailureWords } from '../words/failure-words';
import styles from './article-list.module.css';
import { EmptyList } from './empty-list';
import { ListHeader } from './list-header';
import { ListRow } from './list-row';
import { NewerBar } from './newer-bar';
import { useRowWindow } from './row-window';

/** Whoever has scrolled away from the top is reading there. */
const holdWhenAway = ({ currentTarget }: UIEvent): void => {
  if (currentTarget.scrollTop > 0) holdList();
};

/** The list: as many rows as fit are drawn, however many there are. `children` is its edge. */
export function ArticleList({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const title = useId();
  const filter = useView((view) => view.filter);
  const selected = useView((view) => view.selected);
  const turn = useView((view) => view.turn);
  const { sort, density } = useSettings();
  const counts = useListCounts(filter, sort);
  const { scroller, grid, rows } = useRowWindow({ count: counts.total, filter, sort, turn, density, selected });
  const drawn = rows.getVirtualItems();
  const articleAt = useListRows(
    filter,
    sort,
    drawn.map(({ index }) => index),
  );
  return (
    <section className={styles.pane} aria-labelledby={title}>
      <ListHeader id={title} filter={filter} counts={counts} />
      <NewerBar count={counts.newer} />
      <div ref={scroller} className={styles.scroller} onScroll={holdWhenAway}>
        {counts.error && (
          <p role="alert" className={styles.error}>
            {words(failureOf(counts.error))}
          </p>
        )}
        {counts.ready && counts.total === 0 && <EmptyList filter={filter} />}
        <div
          ref={grid}
          role="grid"
          aria-label={t('landmark.articles')}
          aria-rowcount={counts.total}
          aria-busy={counts.isChanging}
          className={styles.rows}
          style={{ blockSize: rows.getTotalSize() }}
        >
          {drawn.map((row) => (
            <ListRow key={row.key} row={row} article={articleAt(row.index)} measure={rows.measureElement} />
          ))}
        </div>
      </div>
      {children}
    </section>
  );
}
