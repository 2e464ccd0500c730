import { Bookmark } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleHeader, topicsOf } from '../../electron/contract/model';
import { useMinute } from '../state/clock';
import { useFeedTitle } from '../state/overview';
import { useSettings } from '../state/settings';
import { SourceTile } from '../ui/source-tile';
import spokenStyles from '../ui/spoken.module.css';
import { exactTime, regionName, relativeTime } from '../words/format';
import styles from './article-row.module.css';

const MOST_TAGS = 4;

/** Lets the start benchmark see when the first headline was painted. */
const TIMED = { elementtiming: 'headline' };

/** What a row shows of an article. Each text takes its own direction, whatever the interface's. */
export const ArticleRow = memo(function ArticleRow({ article }: { article: ArticleHeader }) {
  const { t } = useTranslation();
  const { density } = useSettings();
  const language = article.language ? { lang: article.language } : {};
  const state = [
    t(article.read ? 'list.read' : 'list.notRead'),
    ...(article.bookmarked ? [t('list.bookmarked')] : []),
  ].join(', ');
  const headline = (
    <p className={styles.headline} dir="auto" {...language} {...TIMED}>
      {article.title || t('list.untitled')}
    </p>
  );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row around it takes the focus, its one cell never does
    <div role="gridcell" className={styles.cell} data-read={article.read} data-density={density}>
      {!article.read && <span className={styles.dot} />}
      <SourceLine article={article} />
      {headline}
      <span className={spokenStyles.spoken}>{state}</span>
      {density === 'comfortable' && (
        <>
          {article.summary && (
            <p className={styles.summary} dir="auto" {...language}>
              {article.summary}
            </p>
          )}
          <Tags article={article} />
        </>
      )}
    </div>
  );
});

function SourceLine({ article }: { article: ArticleHeader }) {
  const title = useFeedTitle(article.feedId);
  const time = article.published ?? article.arrived;
  const now = Math.max(useMinute(), time);
  return (
    <p className={styles.source}>
      <SourceTile name={title ?? ''} />
      <bdi className={styles.sourceName}>{title}</bdi>
      <span className={styles.separator} aria-hidden="true">
        ·
      </span>
      <time dateTime={new Date(time).toISOString()} title={exactTime(time)}>
        <bdi>{relativeTime(time, now)}</bdi>
      </time>
      {article.bookmarked && <Bookmark className={styles.bookmark} aria-hidden="true" />}
    </p>
  );
}

function Tags({ article }: { article: ArticleHeader }) {
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
