import { type UIEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter, Sort } from '../../electron/contract/model';
import type { Settings } from '../../electron/contract/settings';
import { type ListCounts, useListRows, useNextPages, useSteadySelected } from '../state/articles';
import { isChosen } from '../state/choosing';
import { failureOf } from '../state/notice';
import { useFeedTitles } from '../state/overview';
import { useFeedIcons } from '../state/pictures';
import { useSnippets } from '../state/snippets';
import { holdList, useView } from '../state/view';
import { useFailureWords } from '../words/failure-words';
import styles from './article-list.module.css';
import { ArticleRow } from './article-row';
import { DayHeading } from './day-heading';
import { EmptyList } from './empty-list';
import { geometryOf, partsOf, topWithin } from './row-geometry';
import { useRowHands } from './row-hands';
import { useRowWindow } from './row-window';
import { Skeleton } from './skeleton';

/** In pixels, as in the style sheets. */
const ROW = { comfortable: 148, compact: 34 };
const HEADING = 30;

interface Props {
  filter: Filter;
  sort: Sort;
  density: Settings['density'];
  counts: ListCounts;
}

/** Whoever has scrolled away from the top is reading there. */
const holdWhenAway = ({ currentTarget }: UIEvent): void => {
  if (currentTarget.scrollTop > 0) holdList();
};

/** As many rows as fit are drawn, however many there are. Only this is drawn anew while they are scrolled. */
export function ArticleRows({ filter, sort, density, counts }: Props) {
  const { t } = useTranslation();
  const selected = useView((view) => view.selected);
  const chosen = useView((view) => view.chosen);
  const titleOf = useFeedTitles();
  const iconOf = useFeedIcons();
  const { total, days } = counts;
  const geometry = useMemo(
    () => geometryOf(total, days, { rowHeight: ROW[density], heading: HEADING }),
    [total, days, density],
  );
  const stop = chosen?.cursor ?? selected?.index ?? 0;
  const { scroller, grid, rows, from, to } = useRowWindow({ geometry, total, filter, sort, stop });
  const articleAt = useListRows(filter, sort, rows);
  useNextPages(filter, sort, { from, to, total });
  const snippetOf = useSnippets(filter, rows, articleAt);
  useSteadySelected(articleAt);
  const { hovered, menu, ...hands } = useRowHands(articleAt);

  const rowOf = (row: number, top: number) => {
    const article = articleAt(row);
    const isOpen = article !== undefined && article.id === selected?.id;
    return (
      <ArticleRow
        key={row}
        row={row}
        top={top}
        article={article}
        feed={article && titleOf(article.feedId)}
        icon={article ? iconOf(article.feedId) : null}
        snippet={article && snippetOf(article.id)}
        density={density}
        isStop={row === stop}
        isHovered={row === hovered}
        isSelected={article && chosen ? isChosen(chosen, article.id) : isOpen}
      />
    );
  };

  return (
    <div ref={scroller} className={styles.scroller} onScroll={holdWhenAway}>
      <InPlaceOfRows filter={filter} density={density} counts={counts} />
      <div
        ref={grid}
        role="grid"
        aria-label={t('landmark.articles')}
        aria-rowcount={total}
        aria-multiselectable="true"
        aria-busy={counts.isChanging}
        className={styles.rows}
        style={{ blockSize: geometry.height }}
        {...hands}
      >
        {partsOf(geometry, rows).map(({ section, rows: within }) => (
          <DayHeading key={section.first} section={section}>
            {within.map((row) => rowOf(row, topWithin(geometry, section, row)))}
          </DayHeading>
        ))}
      </div>
      {total > 0 && <p className={styles.end}>{t('list.end')}</p>}
      {menu}
    </div>
  );
}

/** What is wrong, what is missing, or that it is on its way. */
function InPlaceOfRows({ filter, density, counts }: Omit<Props, 'sort'>) {
  const words = useFailureWords();
  const { error, ready, total } = counts;
  if (error) {
    return (
      <p role="alert" className={styles.error}>
        {words(failureOf(error))}
      </p>
    );
  }
  if (!ready) return <Skeleton density={density} />;
  return total === 0 && <EmptyList filter={filter} />;
}
