import { copyArticle, mailArticle, printArticle, saveArticle } from '../state/output';
import { useView } from '../state/view';
import type { Command } from './command';

const withOpen = (act: (id: string) => void) => () => {
  const { selected } = useView.getState();
  if (selected) act(selected.id);
};

/** How the open article leaves Caravan. */
export const outputCommands: Command[] = [
  {
    id: 'article.copyLink',
    name: 'command.copyLink',
    keys: ['c'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen((id) => copyArticle(id, 'link')),
  },
  {
    id: 'article.copyReference',
    name: 'command.copyReference',
    keys: ['Shift+C'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen((id) => copyArticle(id, 'reference')),
  },
  {
    id: 'article.mail',
    name: 'command.mail',
    keys: ['Shift+M'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen(mailArticle),
  },
  {
    id: 'article.print',
    name: 'command.print',
    keys: ['Mod+p'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen(printArticle),
  },
  {
    id: 'article.savePdf',
    name: 'command.savePdf',
    keys: ['Mod+Shift+p'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen((id) => saveArticle(id, 'pdf')),
  },
  {
    id: 'article.saveHtml',
    name: 'command.saveHtml',
    keys: ['Mod+s'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen((id) => saveArticle(id, 'html')),
  },
  {
    id: 'article.saveEpub',
    name: 'command.saveEpub',
    keys: ['Mod+Shift+s'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: withOpen((id) => saveArticle(id, 'epub')),
  },
];
