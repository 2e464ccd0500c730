import { MapPin, Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Filter, Term } from '../../electron/contract/model';
import { keyOf } from '../commands/commands';
import { keyOfTerm } from '../state/places';
import { useTermNames } from '../state/term-names';
import { MODES, type Mode, openDialog, removeTerm } from '../state/view';
import styles from './filter-tokens.module.css';

/** One place of the sidebar: the title says it all. */
const isOnePlace = ({ all, any, none }: Filter): boolean => all.length <= 1 && any.length === 0 && none.length === 0;

/** The terms of the filter, each to be taken away, and the way to more. */
export function FilterTokens({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <div className={styles.tokens}>
      {!isOnePlace(filter) && MODES.map((mode) => <ModeTokens key={mode} mode={mode} terms={filter[mode]} />)}
      <Button className={styles.add ?? ''} aria-label={t('command.filters')} onPress={() => openDialog('filters')}>
        <Plus aria-hidden="true" />
        {t('filter.add')}
        <kbd>{keyOf('filters.open')}</kbd>
      </Button>
    </div>
  );
}

function ModeTokens({ mode, terms }: { mode: Mode; terms: Term[] }) {
  const { t } = useTranslation();
  if (terms.length === 0) return null;
  // "All of" needs no saying for one term: that is what choosing a place means.
  const named = mode !== 'all' || terms.length > 1;
  return (
    <>
      {named && <span className={styles.mode}>{t(`filter.${mode}`)}</span>}
      {terms.map((term) => (
        <Token key={keyOfTerm(term)} term={term} mode={mode} />
      ))}
    </>
  );
}

function Token({ term, mode }: { term: Term; mode: Mode }) {
  const { t } = useTranslation();
  const { nameOf } = useTermNames();
  const name = nameOf(term);
  return (
    <span className={styles.token} data-mode={mode}>
      {term.kind === 'region' && <MapPin aria-hidden="true" />}
      <bdi>{name}</bdi>
      <Button
        className={styles.remove ?? ''}
        aria-label={t('filter.remove', { name })}
        onPress={() => removeTerm(term)}
      >
        <X aria-hidden="true" />
      </Button>
    </span>
  );
}
