import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { findAnew } from '../state/finding';
import { useOpenPage } from '../state/open-page';
import { closePicture } from '../state/open-picture';
import { keepPlace } from '../state/reading';
import { textSizeOf, useSettings } from '../state/settings';
import { stopTurning } from '../state/turning';
import { scriptOf } from '../words/script';
import { articleContent } from './article-content';
import styles from './article-frame.module.css';
import { offerMenu } from './article-menu';
import { dress, show } from './article-page';
import { hearPictures, offerPictures } from './enlarge';
import { useFramePage } from './frame-page';
import { hearLoads, pictureWords, placePictures } from './kept-pictures';
import { hearKeys } from './page-keys';
import { hearPlayers } from './players';
import { doneOf, goTo, placeOf } from './reading-place';

/**
 * The article in a frame of its own, where no script runs and nothing is loaded but our fonts and styles. The window
 * reaches into it: to put articles in, to know where the reader is, to mark what is found. Links open outside, by way of
 * the shell.
 */
export function ArticleFrame({ article }: { article: Article }) {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  const frame = useRef<HTMLIFrameElement>(null);
  const page = useFramePage(frame);
  // All that the frame shows: a mark, a bookmark or an own tag must not throw the reader back to the top.
  const { id, title, html, link, published, updated, regions, tags, enclosures } = article;
  const shown = JSON.stringify([id, title, html, link, published, updated, regions, tags, enclosures]);
  const script = scriptOf(article, settings);
  const textSize = textSizeOf(settings, script);
  const { readingTheme, readingFont, measure, lineHeight, justified } = settings;
  const present = useRef(article);
  present.current = article;
  const words = useRef(pictureWords(t));
  words.current = pictureWords(t);
  const pictures = JSON.stringify(article.pictures);

  useLayoutEffect(() => {
    if (!page) return;
    const at = placeOf(page);
    dress(page, { readingTheme, readingFont, measure, lineHeight, justified, script, textSize });
    if (at) goTo(page, at);
  }, [page, readingTheme, readingFont, measure, lineHeight, justified, script, textSize]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for the parts of the article that show
  useLayoutEffect(() => {
    if (!page) return;
    const at = useOpenPage.getState().id === id ? placeOf(page) : article.place;
    if (useOpenPage.getState().id !== id) closePicture();
    const content = articleContent(article, t);
    offerPictures(content, t);
    show(page, content);
    if (at) goTo(page, at);
    stopTurning();
    useOpenPage.setState({ page, id, script, done: doneOf(page) });
    findAnew();
    return () => keepPlace(id, placeOf(page));
  }, [page, shown, i18n.language]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `pictures` stands for those of the article
  useLayoutEffect(() => {
    if (!page) return;
    const at = placeOf(page);
    placePictures(page, present.current.pictures, words.current);
    offerPictures(page.documentElement, t);
    if (at) goTo(page, at);
  }, [page, pictures]);

  useEffect(() => () => useOpenPage.setState({ page: null, id: null }), []);
  useEffect(() => offerMenu(t), [t]);
  useEffect(() => {
    if (page) return hear(page, () => present.current);
  }, [page]);
  useEffect(() => {
    if (page)
      hearLoads(
        page,
        () => present.current.id,
        () => words.current,
      );
  }, [page]);

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={article.title || t('list.untitled')}
      sandbox="allow-same-origin allow-popups"
    />
  );
}

/** Hears what the reader does in the page, whatever article is in it. Returns how to stop. */
function hear(page: Document, present: () => Article): () => void {
  const moved = (): void => useOpenPage.setState({ done: doneOf(page) });
  const rested = (): void => keepPlace(present().id, placeOf(page));
  hearKeys(page);
  hearPictures(page);
  hearPlayers(page, () => present().playables);
  page.addEventListener('scroll', moved, { passive: true });
  page.addEventListener('scrollend', rested);
  page.defaultView?.addEventListener('resize', moved);
  return () => {
    page.removeEventListener('scroll', moved);
    page.removeEventListener('scrollend', rested);
    page.defaultView?.removeEventListener('resize', moved);
  };
}
