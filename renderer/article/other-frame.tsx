import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { textSizeOf, useSettings } from '../state/settings';
import { scriptOf } from '../words/script';
import { articleContent } from './article-content';
import styles from './article-frame.module.css';
import { dress, show } from './article-page';
import { useFramePage } from './frame-page';
import { hearLoads, pictureWords } from './kept-pictures';
import { hearKeys } from './page-keys';

/** The other text of an article beside the first, in a frame like it that scrolls for itself. Where the reader is in it is not kept. */
export function OtherFrame({ article, name }: { article: Article; name: string }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const frame = useRef<HTMLIFrameElement>(null);
  const page = useFramePage(frame);
  const present = useRef({ id: article.id, words: pictureWords(t) });
  present.current = { id: article.id, words: pictureWords(t) };

  useLayoutEffect(() => {
    if (!page) return;
    const script = scriptOf(article, settings);
    dress(page, { ...settings, script, textSize: textSizeOf(settings, script) });
    show(page, articleContent(article, t));
  }, [page, article, settings, t]);

  useEffect(() => {
    if (!page) return;
    hearKeys(page);
    hearLoads(
      page,
      () => present.current.id,
      () => present.current.words,
    );
  }, [page]);

  return <iframe ref={frame} className={styles.frame} title={name} sandbox="allow-same-origin allow-popups" />;
}
