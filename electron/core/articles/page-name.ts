import { digest } from './digest';
import { linkKey } from './links';

interface Paged {
  link: string | null;
  title: string;
}

/** What an article has in common with itself under a new identifier; null when nothing tells. */
export const pageKey = ({ link, title }: Paged): string | null => (link && title ? `${linkKey(link)}\0${title}` : null);

/** The name of a feed's article by its page, as unique as an identifier; null when nothing tells. */
export function pageName({ feedId, ...paged }: Paged & { feedId: string }): string | null {
  const key = pageKey(paged);
  return key === null ? null : digest(feedId, key);
}
