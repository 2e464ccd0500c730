import {
  ArrowDownToLine,
  ArrowUpToLine,
  Bookmark,
  Copy,
  ExternalLink,
  Filter,
  Mail,
  MailOpen,
  Rss,
  Tag,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleHeader } from '../../electron/contract/model';
import { ask } from '../caravan';
import { keyOf } from '../commands/commands';
import { bookmarkArticles, markArticles } from '../state/changes';
import { changeChosen, chooseOne, isChosen, markBeyond, tagChosen } from '../state/choosing';
import { tellFailure, tellReader } from '../state/notice';
import { addTerm, showTerm, useView } from '../state/view';
import { ContextMenu } from '../ui/context-menu';
import type { MenuAction } from '../ui/menu-list';

interface Props {
  row: number;
  article: ArticleHeader;
  target: HTMLElement;
  at: { x: number; y: number };
  onClose: () => void;
}

/** The menu of a row: of all that is chosen where the row is chosen, else of its article alone. */
export function RowMenu({ row, article, target, at, onClose }: Props) {
  const { t } = useTranslation();
  const chosen = useView((view) => view.chosen);
  const ofOne = useActionsOfOne(article, row);
  const ofMany = useActionsOfMany();
  const actions = chosen && isChosen(chosen, article.id) ? ofMany : ofOne;
  const label = article.title || t('list.untitled');
  return <ContextMenu label={label} target={target} at={at} actions={actions} onClose={onClose} />;
}

async function copyLink(id: string): Promise<void> {
  try {
    const { copied } = await ask('original.copy', { id });
    if (copied) tellReader({ words: { key: 'notice.copied' } });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

function useActionsOfOne({ id, feedId, link, read, bookmarked }: ArticleHeader, row: number): MenuAction[] {
  const { t } = useTranslation();
  const feed = { kind: 'feed', value: feedId } as const;
  const tagThis = (): void => {
    chooseOne(id, row);
    tagChosen();
  };
  return [
    ...(link
      ? [
          {
            ...{ id: 'original', label: t('command.original'), icon: ExternalLink, hint: keyOf('article.original') },
            run: () => void ask('original.open', { id }).catch(tellFailure),
          },
          { id: 'copy', label: t('list.copyLink'), icon: Copy, run: () => void copyLink(id) },
        ]
      : []),
    {
      ...{ id: 'read', label: t(read ? 'command.unread' : 'command.read'), icon: read ? Mail : MailOpen },
      ...{ hint: keyOf('article.unread'), run: () => void markArticles([id], !read) },
    },
    {
      ...{ id: 'bookmark', label: t(bookmarked ? 'list.unbookmark' : 'command.bookmark'), icon: Bookmark },
      ...{ hint: keyOf('article.bookmark'), run: () => void bookmarkArticles([id], !bookmarked) },
    },
    { id: 'tags', label: t('command.tags'), icon: Tag, hint: keyOf('article.tags'), run: tagThis },
    { id: 'above', label: t('list.readAbove'), icon: ArrowUpToLine, run: () => void markBeyond(row, 'above') },
    { id: 'below', label: t('list.readBelow'), icon: ArrowDownToLine, run: () => void markBeyond(row, 'below') },
    { id: 'feed', label: t('list.goToFeed'), icon: Rss, run: () => showTerm(feed) },
    { id: 'filter', label: t('list.filterToFeed'), icon: Filter, run: () => addTerm(feed) },
  ];
}

/** What can be done with all that is chosen. */
export function useActionsOfMany(): MenuAction[] {
  const { t } = useTranslation();
  return [
    { id: 'read', label: t('command.read'), icon: MailOpen, run: () => void changeChosen({ read: true }) },
    { id: 'unread', label: t('command.unread'), icon: Mail, run: () => void changeChosen({ read: false }) },
    {
      id: 'bookmark',
      label: t('command.bookmark'),
      icon: Bookmark,
      run: () => void changeChosen({ bookmarked: true }),
    },
    { id: 'tags', label: t('command.tags'), icon: Tag, run: tagChosen },
  ];
}
