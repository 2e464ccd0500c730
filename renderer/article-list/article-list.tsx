import { type ReactNode, type UIEvent, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCounts, useListRows, useNextPages, useSteadySelected } from '../state/articles';
import { isChosen } from '../state/choosing';
import { failureOf } from '../state/notice';
import { useFeedTitles } from '../state/overview';
import { useSettings } from '../state/settings';
import { holdList, useView } from '../state/view';
import { useFailureWords } from '../words/failure-words';
import styles from './article-list.module.css';
import { ArticleRow } from './article-row';
import { ChosenBar } from './chosen-bar';
import { DayHeading } from './day-heading';
import { EmptyList } from './empty-list';
import { ListHeader } from './list-header';
import { NewerBar } from './newer-bar';
import { geometryOf, partsOf, topWithin } from './row-geometry';
import { useRowHands } from './row-hands';
import { useRowWindow } from './row-window';
import { Skeleton } from './skeleton';

/** In pixels, as in the style sheets. */
const ROW = { comfortable: 148, compact: 34 };
const HEADING = 30;

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
  const chosen = useView((view) => view.chosen);
  const { sort, density } = useSettings();
  const titles = useFeedTitles();
  const counts = useListCounts(filter, sort);
  const { total, days } = counts;
  const geometry = useMemo(
    () => geometryOf(total, days, { rowHeight: ROW[density], heading: HEADING }),
    [total, days, density],
  );
  const stop = chosen?.cursor ?? selected?.index ?? 0;
  const { scroller, grid, rows, from, to } = useRowWindow({ geometry, total, filter, sort, stop });
  const articleAt = useListRows(filter, sort, rows);
  useNextPages(filter, sort, { from, to, total });
  useSteadySelected(articleAt);
  const { hovered, menu, ...hands } = useRowHands(articleAt);
  return (
    <section className={styles.pane} aria-labelledby={title}>
      <ListHeader id={title} filter={filter} counts={counts} />
      <ChosenBar total={total} />
      <NewerBar count={counts.newer} />
      <div ref={scroller} className={styles.scroller} onScroll={holdWhenAway}>
        {counts.error && (
          <p role="alert" className={styles.error}>
            {words(failureOf(counts.error))}
          </p>
        )}
        {counts.ready && total === 0 && <EmptyList filter={filter} />}
        {!counts.ready && !counts.error && <Skeleton density={density} />}
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
              {within.map((row) => {
                const article = articleAt(row);
                return (
                  <ArticleRow
                    key={row}
                    row={row}
                    top={topWithin(geometry, section, row)}
                    article={article}
                    feed={article && titles.get(article.feedId)}
                    density={density}
                    isStop={row === stop}
                    isHovered={row === hovered}
                    isSelected={
                      article !== undefined && (chosen ? isChosen(chosen, article.id) : article.id === selected?.id)
                    }
                  />
                );
              })}
            </DayHeading>
          ))}
        </div>
        {total > 0 && <p className={styles.end}>{t('list.end')}</p>}
      </div>
      {menu}
      {children}
    </section>
  );
}
