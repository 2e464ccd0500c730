import { guessLanguage, isInAnotherScript } from '../parsing/guess-language';
import type { ReadFeed, ReadItem } from './work';

/** Where so many items agree, the rest are of that language too: a headline says less than its feed. */
const AGREED = 0.8;

/**
 * A feed with the languages that it does not declare, or declares against the script of its texts, guessed from the
 * texts: each item's own, unless nearly all items agree on one. What is not clear stays as declared.
 */
export function withLanguages(feed: ReadFeed): ReadFeed {
  const guesses = feed.items.map((item) => (isDeclared(item) ? null : guessLanguage(textOf(item))));
  const agreed = commonest(guesses);
  if (agreed === null) return feed;
  const items = feed.items.map((item, place) => {
    const guess = guesses[place] ?? null;
    return isDeclared(item) ? item : { ...item, language: languageOf(item, guess, agreed) };
  });
  const isFeedDeclared = feed.language !== null && items.some(({ language }) => language === feed.language);
  return { ...feed, language: isFeedDeclared ? feed.language : agreed.language, items };
}

const textOf = ({ title, excerpt }: ReadItem): string => `${title ?? ''} ${excerpt}`;

const isDeclared = (item: ReadItem): boolean =>
  item.language !== null && !isInAnotherScript(textOf(item), item.language);

function languageOf(item: ReadItem, guess: string | null, { language, isByMost }: Agreed): string | null {
  if (isByMost && !isInAnotherScript(textOf(item), language)) return language;
  return guess ?? item.language;
}

interface Agreed {
  language: string;
  isByMost: boolean;
}

/** The language of most guesses; null when there are none. */
function commonest(guesses: (string | null)[]): Agreed | null {
  const counts = new Map<string, number>();
  for (const guess of guesses) if (guess !== null) counts.set(guess, (counts.get(guess) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  if (!first) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { language: first[0], isByMost: first[1] >= all * AGREED };
}
