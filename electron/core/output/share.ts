import { cut } from '../articles/cut';
import { withoutTracking } from '../articles/tracking';

interface Shared {
  title: string;
  feedTitle: string;
  link: string | null;
}

/** A mail program is started with it: longer, and some systems start nothing (2,048 characters on Windows). */
const MOST_TITLE = 200;

/** The address of an article as it is passed on: without what would tell that it came from this reader's feed. */
export const sharedLink = (link: string): string => withoutTracking(new URL(link)).href;

/** Title, source and address, a line each. */
export function reference({ title, feedTitle, link }: Shared): string {
  return [title, feedTitle, link && sharedLink(link)].filter(Boolean).join('\n');
}

/** A message to nobody yet, with the title as its subject and where it stands as its text (RFC 6068). */
export function mailAddress({ title, feedTitle, link }: Shared): string {
  const short = cut(title.replace(/\s+/g, ' ').trim(), MOST_TITLE);
  const body = reference({ title: short, feedTitle, link }).replaceAll('\n', '\r\n');
  return `mailto:?subject=${encoded(short)}&body=${encoded(body)}`;
}

/** Half a character has no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
