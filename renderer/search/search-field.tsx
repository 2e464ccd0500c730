import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../commands/commands';
import { stepArticle } from '../state/articles';
import { tellFailure } from '../state/notice';
import { useOverview } from '../state/overview';
import { searchHeadlines, useView } from '../state/view';
import styles from './search-field.module.css';

/** Long enough to type on, short enough to seem at once. */
const PAUSE_MS = 120;

/** From the words to what they found. */
function openFirst(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  void stepArticle(1).catch(tellFailure);
}

/** Narrows the list to headlines with these words, as they are typed. */
export function SearchField() {
  const { t } = useTranslation();
  const shown = useView((view) => view.filter.text);
  const count = useOverview()?.counts.articles ?? 0;
  const [text, setText] = useState(shown);

  useEffect(() => setText(shown), [shown]);
  useEffect(() => {
    if (text === useView.getState().filter.text) return;
    const wait = setTimeout(() => searchHeadlines(text), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [text]);

  return (
    <AriaSearchField
      className={styles.field ?? ''}
      aria-label={t('search.label')}
      value={text}
      onChange={setText}
      onSubmit={openFirst}
      onKeyDown={(event) => event.key === 'ArrowDown' && openFirst()}
    >
      <Search aria-hidden="true" />
      <Input
        className={styles.input ?? ''}
        placeholder={t('search.placeholder', { count })}
        maxLength={200}
        dir="auto"
      />
      <kbd className={styles.key}>{keyOf('search.open')}</kbd>
      <Button className={styles.clear ?? ''} aria-label={t('search.clear')}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  );
}
