import type { TFunction } from 'i18next';
import type { MenuItem } from '../../electron/contract/calls';
import type { MenuAsked } from '../../electron/contract/events';
import { ask, on } from '../caravan';
import { find, startFinding } from '../state/finding';
import { tellFailure } from '../state/notice';
import { searchHeadlines } from '../state/view';

const LONGEST_SHOWN = 40;
/** The most that is sought at once (contract/model.ts, Filter). */
const LONGEST_SOUGHT = 200;

/** Answers the right button in the article with a menu in the reader's language. Returns how to stop. */
export const offerMenu = (t: TFunction): (() => void) =>
  on('menu.asked', (asked) => void show(asked, t).catch(tellFailure));

async function show({ selection, isLink }: MenuAsked, t: TFunction): Promise<void> {
  const letters = [...selection.replace(/\s+/g, ' ')];
  const text = letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : letters.join('');
  const link: MenuItem[] = [
    { id: 'openLink', label: t('context.openLink') },
    { id: 'copyLink', label: t('context.copyLink') },
  ];
  const words: MenuItem[] = [
    { id: 'copy', label: t('context.copy') },
    { id: 'search', label: t('context.search', { text }) },
    { id: 'find', label: t('context.find', { text }) },
  ];
  const { chosen } = await ask('menu.show', { items: [...(isLink ? link : []), ...(selection ? words : [])] });
  const sought = selection.slice(0, LONGEST_SOUGHT);
  if (chosen === 'search') searchHeadlines(sought);
  if (chosen === 'find') {
    startFinding();
    find(sought);
  }
}
