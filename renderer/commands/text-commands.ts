import { flipText, getWhole, toggleBoth } from '../state/texts';
import type { Command } from './command';

/** What the feed says of the open article, and what its page says. */
export const textCommands: Command[] = [
  {
    id: 'article.flipText',
    name: 'command.flipText',
    keys: ['w'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: flipText,
  },
  {
    id: 'article.bothTexts',
    name: 'command.bothTexts',
    keys: ['Shift+W'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: toggleBoth,
  },
  {
    id: 'article.getWhole',
    name: 'command.getWhole',
    keys: ['Shift+G'],
    group: 'reading',
    menu: 'article',
    needs: 'article',
    run: getWhole,
  },
];
