import { type ReactNode, useId } from 'react';
import { useListCounts, useListOrder } from '../state/articles';
import { useSettings } from '../state/settings';
import { useView } from '../state/view';
import styles from './article-list.module.css';
import { ArticleRows } from './article-rows';
import { ChosenBar } from './chosen-bar';
import { ListHeader } from './list-header';
import { NewerBar } from './newer-bar';

/** The list with what stands over it. `children` is its edge. */
export function ArticleList({ children }: { children: ReactNode }) {
  const title = useId();
  const filter = useView((view) => view.filter);
  const { density } = useSettings();
  const sort = useListOrder(filter);
  const counts = useListCounts(filter, sort);
  return (
    <section className={styles.pane} aria-labelledby={title}>
      <ListHeader id={title} filter={filter} counts={counts} />
      <ChosenBar total={counts.total} />
      <NewerBar count={counts.newer} />
      <ArticleRows filter={filter} sort={sort} density={density} counts={counts} />
      {children}
    </section>
  );
}
