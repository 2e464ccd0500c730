import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { useSettings } from '../state/settings';
import { articleDocument } from './article-document';
import styles from './article-frame.module.css';
import { trusted } from './trusted';

/**
 * The article in a frame of its own: an opaque origin where no script runs and nothing is loaded but our fonts
 * and styles. Links open outside, by way of the shell.
 */
export function ArticleFrame({ article }: { article: Article }) {
  const { t, i18n } = useTranslation();
  const { textSize } = useSettings();
  const frame = useRef<HTMLIFrameElement>(null);
  // All that the frame shows: a mark, a bookmark or an own tag must not throw the reader back to the top.
  const { id, title, html, link, published, updated, regions, tags, enclosures } = article;
  const shown = JSON.stringify([id, title, html, link, published, updated, regions, tags, enclosures]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for the parts of the article that show
  useEffect(() => {
    if (frame.current) frame.current.srcdoc = trusted(articleDocument(article, { textSize, t }));
  }, [shown, textSize, i18n.language]);

  return (
    <iframe ref={frame} className={styles.frame} title={article.title || t('list.untitled')} sandbox="allow-popups" />
  );
}
