import { useTranslation } from 'react-i18next';
import type { Tally } from '../state/branches';
import { passes, troubleKind } from '../state/trouble';
import { useFailureWords } from '../words/failure-words';
import { listOf } from '../words/format';
import { TROUBLE_ICONS } from '../words/trouble-icons';
import { isolated } from '../words/words';
import styles from './branch-row.module.css';

/** Longer lists are not read; the folder shows the rest when it is open. */
const MOST_NAMED = 3;

/** What is wrong with a feed, or in a folder, by its shape and in words; red where it does not pass by itself. */
export function TroubleMark({ failing, isFolder }: { failing: Tally['failing']; isFolder: boolean }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const worst = failing.find(({ trouble }) => !passes(troubleKind(trouble))) ?? failing[0];
  if (!worst) return null;
  const kind = troubleKind(worst.trouble);
  const Icon = TROUBLE_ICONS[kind];
  const titleOf = ({ trouble }: Tally['failing'][number]) => t(`trouble.titles.${troubleKind(trouble)}`);
  const named = failing.slice(0, MOST_NAMED).map((one) => `${isolated(one.title)} (${titleOf(one)})`);
  const names = listOf(failing.length > MOST_NAMED ? [...named, '…'] : named, 'conjunction');
  const said = isFolder
    ? t('section.failing', { count: failing.length, names })
    : `${titleOf(worst)}: ${words(worst.trouble)}`;
  return (
    <span role="img" className={styles.trouble} data-passes={passes(kind)} title={said} aria-label={said}>
      <Icon aria-hidden="true" />
    </span>
  );
}
