import { Bookmark } from 'lucide-react';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleHeader, type Snippet, topicsOf } from '../../electron/contract/model';
import type { Settings } from '../../electron/contract/settings';
import { useMinute } from '../state/clock';
import { SavedMark } from '../ui/saved-mark';
import { SourceTile } from '../ui/source-tile';
import spokenStyles from '../ui/spoken.module.css';
import { exactTime, regionName, relativeTime } from '../words/format';
import styles from './article-row.module.css';
import { RowActions } from './row-actions';
import { RowPicture } from './row-picture';
import { SkeletonRow } from './skeleton';

const MOST_TAGS = 4;

/** Lets the start benchmark see when the first headline was painted. */
const TIMED = { elementtiming: 'headline' };

interface Props {
  row: number;
  /** From the top of its section, in pixels. */
  top: number;
  /** Undefined while its page is on its way. */
  article: ArticleHeader | undefined;
  /** What its feed is called. */
  feed: string | undefined;
  /** The address of its feed's own icon; null where it has none. */
  icon: string | null;
  /** What of its text was searched for. */
  snippet: Snippet | undefined;
  density: Settings['density'];
  /** One row of all is a stop of the Tab key: the open one, else the first. */
  isStop: boolean;
  isHovered: boolean;
  isSelected: boolean;
}

/**
 * One row in its place; it is drawn anew only when something of it is another. It hears nothing by itself: the grid hears
 * for all its rows.
 */
export const ArticleRow = memo(function ArticleRow({ row, top, isStop, isSelected, isHovered, ...shown }: Props) {
  const { article, density } = shown;
  return (
    <div
      role="row"
      data-row={row}
      data-density={density}
      aria-rowindex={row + 1}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      style={{ translate: `0 ${top}px` }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row around it takes the focus, its one cell never does */}
      <div role="gridcell" className={styles.cell}>
        {article ? <Words {...shown} article={article} /> : <SkeletonRow density={density} />}
        {isHovered && article && <RowActions article={article} />}
      </div>
    </div>
  );
});

type Shown = Pick<Props, 'feed' | 'icon' | 'snippet' | 'density'> & { article: ArticleHeader };

/** What a row shows of an article. Each text takes its own direction, whatever the interface's. */
function Words({ article, feed, icon, snippet, density }: Shown) {
  const { t } = useTranslation();
  const language = article.language ? { lang: article.language } : {};
  const tags = density === 'comfortable' ? tagsOf(article) : null;
  const hasPicture = article.thumbnail && density === 'comfortable';
  const state = [
    t(article.read ? 'list.read' : 'list.notRead'),
    ...(article.bookmarked ? [t('list.bookmarked')] : []),
    ...(article.offline === 'feed' ? [] : [t(`offline.${article.offline}`)]),
  ].join(', ');
  return (
    <div className={styles.words} data-read={article.read} data-tagged={tags !== null} data-picture={hasPicture}>
      {!article.read && <span className={styles.dot} />}
      <SourceLine article={article} feed={feed} icon={icon} />
      <p className={styles.headline} dir="auto" {...language} {...TIMED}>
        {article.title || t('list.untitled')}
      </p>
      {hasPicture && <RowPicture id={article.id} />}
      <span className={spokenStyles.spoken}>{state}</span>
      {density === 'comfortable' && (snippet || article.summary) && (
        <p className={styles.summary} dir="auto" {...language}>
          {snippet ? <Found snippet={snippet} /> : article.summary}
        </p>
      )}
      {tags}
    </div>
  );
}

/** A piece of the text with what was found in it marked. */
function Found({ snippet: { text, marks } }: { snippet: Snippet }) {
  const ends = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {marks.map(([from, to], n) => (
        <Fragment key={from}>
          {text.slice(ends[n], from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

function SourceLine({ article, feed, icon }: Pick<Shown, 'article' | 'feed' | 'icon'>) {
  const { t } = useTranslation();
  const time = article.published ?? article.arrived;
  const now = Math.max(useMinute(), time);
  return (
    <p className={styles.source}>
      <SourceTile name={feed ?? ''} icon={icon} />
      <bdi className={styles.sourceName}>{feed}</bdi>
      <span className={styles.separator} aria-hidden="true">
        ·
      </span>
      <time dateTime={new Date(time).toISOString()} title={exactTime(time)}>
        <bdi>{relativeTime(time, now)}</bdi>
      </time>
      {article.offline !== 'feed' && (
        <span className={styles.kept}>
          <SavedMark isWhole={article.offline === 'full'} words={t(`offline.${article.offline}`)} />
        </span>
      )}
      {article.bookmarked && <Bookmark className={styles.bookmark} aria-hidden="true" />}
    </p>
  );
}

/** Null where there are none. */
function tagsOf(article: ArticleHeader) {
  const { regions, ownTags } = article;
  const topics = [...ownTags, ...topicsOf(article)].slice(0, Math.max(1, MOST_TAGS - regions.length));
  if (regions.length + topics.length === 0) return null;
  return (
    <p className={styles.tags}>
      {regions.slice(0, MOST_TAGS).map((code) => (
        <bdi key={code} className={styles.region}>
          {regionName(code)}
        </bdi>
      ))}
      {topics.map((tag) => (
        <bdi key={tag} className={styles.tag}>
          {tag}
        </bdi>
      ))}
    </p>
  );
}
