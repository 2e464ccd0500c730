import { BookDown, Ellipsis, FileCode, FileDown, Link, type LucideIcon, Mail, Printer, TextQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyOf, runCommand } from '../commands/commands';
import { PopupMenu } from '../ui/popup-menu';

const ENTRIES: { id: string; name: `command.${string}`; icon: LucideIcon; needsLink?: true }[] = [
  { id: 'article.copyLink', name: 'command.copyLink', icon: Link, needsLink: true },
  { id: 'article.copyReference', name: 'command.copyReference', icon: TextQuote },
  { id: 'article.mail', name: 'command.mail', icon: Mail },
  { id: 'article.print', name: 'command.print', icon: Printer },
  { id: 'article.savePdf', name: 'command.savePdf', icon: FileDown },
  { id: 'article.saveHtml', name: 'command.saveHtml', icon: FileCode },
  { id: 'article.saveEpub', name: 'command.saveEpub', icon: BookDown },
];

/** The ways out of Caravan for an article. */
export function OutputMenu({ link }: { link: string | null }) {
  const { t } = useTranslation();
  const actions = ENTRIES.filter(({ needsLink }) => link !== null || !needsLink).map(({ id, name, icon }) => ({
    id,
    label: t(name),
    icon,
    hint: keyOf(id),
    run: () => runCommand(id),
  }));
  return <PopupMenu icon={Ellipsis} label={t('article.share')} actions={actions} />;
}
