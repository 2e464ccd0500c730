import type { TFunction } from 'i18next';
import type { MenuItem } from '../../electron/contract/calls';
import type { MenuAsked } from '../../electron/contract/events';
import { ask, on } from '../caravan';
import { runCommand } from '../commands/commands';
import { knownArticle } from '../state/articles';
import { find, startFinding } from '../state/finding';
import { tellFailure } from '../state/notice';
import { searchHeadlines, useView } from '../state/view';

const LONGEST_SHOWN = 40;
/** The most that is sought at once (contract/model.ts, Filter). */
const LONGEST_SOUGHT = 200;

/** Answers the right button in the article with a menu in the reader's language. Returns how to stop. */
export const offerMenu = (t: TFunction): (() => void) =>
  on('menu.asked', (asked) => void show(asked, t).catch(tellFailure));

/** Commands that the menu offers wherever it is asked for, by their names. */
const ABOUT_ARTICLE = {
  'article.original': 'command.original',
  'article.copyLink': 'context.copyArticleLink',
  'article.mail': 'command.mail',
  'article.print': 'command.print',
} as const;

function aboutArticle(t: TFunction): MenuItem[] {
  const { selected } = useView.getState();
  const hasLink = selected !== null && knownArticle(selected.id)?.link !== null;
  const ids = Object.keys(ABOUT_ARTICLE) as (keyof typeof ABOUT_ARTICLE)[];
  const offered = hasLink ? ids : ids.slice(2);
  return offered.map((id) => ({ id, label: t(ABOUT_ARTICLE[id]) }));
}

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
  const items = [...(isLink ? link : []), ...(selection ? words : []), ...aboutArticle(t)];
  const { chosen } = await ask('menu.show', { items });
  if (chosen && chosen in ABOUT_ARTICLE) runCommand(chosen);
  const sought = selection.slice(0, LONGEST_SOUGHT);
  if (chosen === 'search') searchHeadlines(sought);
  if (chosen === 'find') {
    startFinding();
    find(sought);
  }
}
