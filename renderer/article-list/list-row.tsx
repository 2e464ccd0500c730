import type { VirtualItem } from '@tanstack/react-virtual';
import type { ArticleHeader } from '../../electron/contract/model';
import { openArticle } from '../state/articles';
import { useView } from '../state/view';
import styles from './article-list.module.css';
import { ArticleRow } from './article-row';

interface Props {
  row: VirtualItem;
  /** Undefined while its page is on its way. */
  article: ArticleHeader | undefined;
  measure: (element: Element | null) => void;
}

/** One row in its place. One of all is a stop of the Tab key: the open one, else the first. */
export function ListRow({ row, article, measure }: Props) {
  const selected = useView((view) => view.selected);
  const isSelected = article !== undefined && article.id === selected?.id;
  const isStop = row.index === (selected?.index ?? 0);
  const open = () => article && openArticle(article, row.index);
  return (
    <div
      ref={measure}
      role="row"
      data-index={row.index}
      aria-rowindex={row.index + 1}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      style={{ translate: `0 ${row.start}px` }}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      {article && <ArticleRow article={article} />}
    </div>
  );
}
