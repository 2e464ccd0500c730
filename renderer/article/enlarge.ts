import type { TFunction } from 'i18next';
import { type OpenPicture, useOpenPicture } from '../state/open-picture';

const PICTURE = '.body img[src]';
/** A link to a file that is a picture is how many sites enlarge theirs; any other link is the reader's to follow. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** Says of each picture in an article that it can be enlarged, and makes it a stop of the Tab key. */
export function offerPictures(article: Element, t: TFunction): void {
  for (const picture of article.querySelectorAll<HTMLImageElement>(PICTURE)) {
    if (isLinked(picture)) continue;
    const name = picture.alt || captionOf(picture) || t('picture.untitled');
    picture.tabIndex = 0;
    picture.setAttribute('role', 'button');
    picture.setAttribute('aria-haspopup', 'dialog');
    picture.setAttribute('aria-label', t('picture.enlarge', { name }));
  }
}

/** Hears in the frame's page which picture the reader wants to see large. */
export function hearPictures(page: Document): void {
  page.addEventListener('click', (event) => {
    if (event.button === 0 && enlarge(page, event.target)) event.preventDefault();
  });
  page.addEventListener('keydown', (event) => {
    const asks = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (asks && (event.target as Element).localName === 'img' && enlarge(page, event.target)) event.preventDefault();
  });
}

function enlarge(page: Document, target: EventTarget | null): boolean {
  // Nodes of the frame are of its window's classes, not of ours.
  const hit = target as Element | null;
  // By key it is the link around a picture that is pressed.
  const picture =
    hit?.closest<HTMLImageElement>(PICTURE) ?? hit?.closest('a[href]')?.querySelector<HTMLImageElement>('img[src]');
  if (!picture || isLinked(picture)) return false;
  const all = [...page.querySelectorAll<HTMLImageElement>(PICTURE)];
  useOpenPicture.setState({ pictures: all.map(openPicture), now: all.indexOf(picture) });
  return true;
}

const openPicture = (picture: HTMLImageElement): OpenPicture => ({
  src: picture.currentSrc || picture.src,
  alt: picture.alt,
  caption: captionOf(picture),
  leave() {
    const frame = picture.ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined;
    frame?.focus();
    picture.focus({ preventScroll: frame === null });
  },
});

const captionOf = (picture: Element): string =>
  picture.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';

function isLinked(picture: Element): boolean {
  const href = picture.closest('a[href]')?.getAttribute('href');
  return href !== undefined && href !== null && !(URL.canParse(href) && PICTURE_FILE.test(new URL(href).pathname));
}
