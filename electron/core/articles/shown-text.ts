import { looksWhole } from './looks-whole';

/** What a feed says of an article. */
interface FeedText {
  html: string;
  words: number;
}

/** What its page says. */
interface FromPage {
  words: number;
  isCut: boolean;
}

/** A page's text that is so much shorter has lost something, or is another's. */
const MUCH_SHORTER = 0.5;

/** Which of its two texts an article is read in: the longer sane one. */
export function shownText(feed: FeedText, page: FromPage | null): 'feed' | 'page' {
  if (page === null || page.words === 0) return 'feed';
  const isFeedCut = !looksWhole(feed.html, feed.words);
  // What breaks off loses to what is all there, unless that is hardly anything.
  if (isFeedCut && !page.isCut) return page.words < feed.words * MUCH_SHORTER ? 'feed' : 'page';
  if (page.isCut && !isFeedCut) return feed.words < page.words * MUCH_SHORTER ? 'page' : 'feed';
  return page.words > feed.words ? 'page' : 'feed';
}

/** Whether all of an article is here: its feed's text looks whole, or its page was found and is not cut. */
export const isAllHere = (feed: FeedText, page: FromPage | null): boolean =>
  looksWhole(feed.html, feed.words) || (page !== null && page.words > 0 && !page.isCut);
