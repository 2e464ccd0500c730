import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { keyOf, runCommand } from '../commands/commands';
import { useFetchedPage } from '../state/texts';
import { useView } from '../state/view';
import { PushButton } from '../ui/push-button';
import { useFailureWords } from '../words/failure-words';
import { relativeTime } from '../words/format';
import styles from './version-bar.module.css';

/** Over an article that seems cut, or is not shown in the text that was chosen for it: why, and what can be done. */
export function TextBar({ article }: { article: Article }) {
  const { t } = useTranslation();
  const text = useView((view) => view.text);
  const isComing = useFetchedPage(({ id }) => id === article.id);
  const { other } = article;
  if (other && text === 'both') {
    return (
      <div className={styles.bar}>
        <p>{t('command.bothTexts')}</p>
        <PushButton look="quiet" label={t('article.oneText')} onPress={() => runCommand('article.bothTexts')} />
      </div>
    );
  }
  if (other && text === 'other') {
    return (
      <div className={styles.bar} role="status">
        <p>{t(`article.shownText.${other.from}`)}</p>
        <PushButton
          look="quiet"
          label={t(`article.textOf.${article.from}`)}
          onPress={() => runCommand('article.flipText')}
        />
      </div>
    );
  }
  if (!article.isCut || !article.link) return null;
  return (
    <div className={styles.bar}>
      <p role="status">{isComing ? t('article.gettingWhole') : <Reason article={article} />}</p>
      <PushButton
        look="quiet"
        label={t('command.getWhole')}
        isDisabled={isComing}
        aria-keyshortcuts={keyOf('article.getWhole')}
        onPress={() => runCommand('article.getWhole')}
      />
    </div>
  );
}

/** Why there is no more of it than a beginning, as far as that is known. */
function Reason({ article: { missedPage } }: { article: Article }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const now = Date.now();
  if (!missedPage) return t('article.looksCut');
  const again = missedPage.next !== null && missedPage.next > now ? relativeTime(missedPage.next, now, 'long') : null;
  const isGone = missedPage.code === 'not-found' || missedPage.code === 'gone';
  const why = isGone ? t('article.pageGone') : words(missedPage);
  return `${t('article.looksCut')} ${why}${again ? ` ${t('article.askedAgain', { when: again })}` : ''}`;
}
