import type { OutputFormat, SheetLook } from '../../electron/contract/output';
import { DEFAULT_SETTINGS } from '../../electron/contract/settings';
import { ask } from '../caravan';
import { formattingLocale } from '../words/words';
import { cache } from './cache';
import { tellFailure } from './notice';
import { useOpenPage } from './open-page';
import { settingsQuery, textSizeOf } from './settings';

/** How the open article is set, for paper. */
function lookNow(): SheetLook {
  const settings = cache.getQueryData(settingsQuery.queryKey) ?? DEFAULT_SETTINGS;
  const { script } = useOpenPage.getState();
  const { readingFont, lineHeight, justified } = settings;
  return { script, readingFont, textSize: textSizeOf(settings, script), lineHeight, justified };
}

/** Asks where, and writes the article there. */
export const saveArticle = (id: string, format: OutputFormat): void =>
  void ask('article.save', { id, format, locale: formattingLocale(), look: lookNow() }).catch(tellFailure);

export const printArticle = (id: string): void =>
  void ask('article.print', { id, locale: formattingLocale(), look: lookNow() }).catch(tellFailure);

export const copyArticle = (id: string, as: 'link' | 'reference'): void =>
  void ask('article.copy', { id, as }).catch(tellFailure);

export const mailArticle = (id: string): void => void ask('article.mail', { id }).catch(tellFailure);
