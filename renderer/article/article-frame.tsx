import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { useOpenPage } from '../state/open-page';
import { textSizeOf, useSettings } from '../state/settings';
import { scriptOf } from '../words/script';
import { articleContent } from './article-content';
import styles from './article-frame.module.css';
import { dress, emptyPage, show } from './article-page';
import { hearKeys } from './page-keys';

/**
 * The article in a frame of its own, where no script runs and nothing is loaded but our fonts and styles. The window
 * reaches into it: to put articles in, to know where the reader is, to mark what is found. Links open outside, by way of
 * the shell.
 */
export function ArticleFrame({ article }: { article: Article }) {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  const frame = useRef<HTMLIFrameElement>(null);
  const page = usePage(frame);
  // All that the frame shows: a mark, a bookmark or an own tag must not throw the reader back to the top.
  const { id, title, html, link, published, updated, regions, tags, enclosures } = article;
  const shown = JSON.stringify([id, title, html, link, published, updated, regions, tags, enclosures]);
  const script = scriptOf(article, settings);
  const textSize = textSizeOf(settings, script);
  const { readingTheme, readingFont, measure, lineHeight, justified } = settings;

  useLayoutEffect(() => {
    if (page) dress(page, { readingTheme, readingFont, measure, lineHeight, justified, script, textSize });
  }, [page, readingTheme, readingFont, measure, lineHeight, justified, script, textSize]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for the parts of the article that show
  useLayoutEffect(() => {
    if (!page) return;
    show(page, articleContent(article, t));
    useOpenPage.setState({ page, script });
  }, [page, shown, i18n.language]);

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={article.title || t('list.untitled')}
      sandbox="allow-same-origin allow-popups"
    />
  );
}

/** The frame's page once it is loaded: one for all articles, so that nothing flickers between them. */
function usePage(frame: RefObject<HTMLIFrameElement | null>): Document | null {
  const [page, setPage] = useState<Document | null>(null);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const loaded = (): void => {
      const { contentDocument } = current;
      if (contentDocument?.URL !== 'about:srcdoc') return;
      hearKeys(contentDocument);
      setPage(contentDocument);
    };
    current.addEventListener('load', loaded);
    current.srcdoc = emptyPage();
    return () => {
      current.removeEventListener('load', loaded);
      useOpenPage.setState({ page: null });
    };
  }, [frame]);
  return page;
}
