import type { TFunction } from 'i18next';
import type { ArticlePicture } from '../../electron/contract/reading';
import { loadPicture, pictureSource } from '../state/pictures';

/** What stands where a picture is not. */
export interface PictureWords {
  missing: string;
  waiting: string;
  broken: string;
  load: string;
  loading: string;
}

export const pictureWords = (t: TFunction): PictureWords => ({
  missing: t('article.picture'),
  waiting: t('article.pictureWaiting'),
  broken: t('article.pictureBroken'),
  load: t('article.loadPicture'),
  loading: t('article.loadingPicture'),
});

/** A picture as the article's text names it. */
interface Named {
  url: string;
  alt: string;
  /** What it shows, unless a caption says so already. */
  said: string;
}

/** The picture where it is kept, else a box that says why not; null for one that nobody is to see. */
export function pictureBox(
  page: Document,
  { url, alt, said }: Named,
  found: ArticlePicture | undefined,
  words: PictureWords,
): HTMLElement | null {
  if (found?.state === 'dropped') return null;
  const box = found?.name ? kept(page, found, alt) : absent(page, found?.state, said, words);
  box.dataset.picture = url;
  box.dataset.state = found?.state ?? 'missing';
  box.dataset.alt = alt;
  box.dataset.said = said;
  return box;
}

function kept(page: Document, { name, width, height }: ArticlePicture, alt: string): HTMLElement {
  const image = page.createElement('img');
  image.src = pictureSource(name ?? '');
  image.alt = alt;
  image.decoding = 'async';
  // The text below does not jump when it is painted.
  if (width !== null && height !== null) {
    image.width = width;
    image.height = height;
  }
  return image;
}

function absent(
  page: Document,
  state: ArticlePicture['state'] | undefined,
  said: string,
  words: PictureWords,
): HTMLElement {
  const box = noteOf(page, state === 'waiting' ? words.waiting : words.missing, said);
  if (state === 'missing') {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'load';
    button.textContent = words.load;
    box.append(button);
  }
  return box;
}

function noteOf(page: Document, what: string, said: string): HTMLElement {
  const box = page.createElement('span');
  box.className = 'picture';
  box.dir = 'auto';
  const note = page.createElement('span');
  note.textContent = said ? `${what}: ${said}` : what;
  box.append(note);
  return box;
}

/** Puts into the page what has come since, in place, so that nothing else in it is drawn anew. */
export function placePictures(page: Document, pictures: readonly ArticlePicture[], words: PictureWords): void {
  const byUrl = new Map(pictures.map((picture) => [picture.url, picture]));
  for (const box of page.querySelectorAll<HTMLElement>('[data-picture]')) {
    const { picture: url = '', state, alt = '', said = '' } = box.dataset;
    const found = byUrl.get(url);
    if ((found?.state ?? 'missing') === state) continue;
    box.replaceWith(pictureBox(page, { url, alt, said }, found, words) ?? '');
  }
}

/** Hears that a picture is asked for, and that one cannot be shown. */
export function hearLoads(page: Document, openId: () => string, words: () => PictureWords): void {
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element | null)?.closest?.('button.load');
    const box = button?.closest<HTMLElement>('[data-picture]');
    if (!button || !box) return;
    button.textContent = words().loading;
    button.setAttribute('disabled', '');
    void loadPicture(openId(), box.dataset.picture ?? '').then(() => {
      // Where it came, the box is gone by now or soon.
      button.textContent = words().load;
      button.removeAttribute('disabled');
    });
  });
  page.addEventListener(
    'error',
    ({ target }) => {
      const image = target as HTMLElement;
      if (image.localName !== 'img' || !image.dataset.picture) return;
      const box = noteOf(page, words().broken, image.dataset.said ?? '');
      Object.assign(box.dataset, image.dataset, { state: 'broken' });
      image.replaceWith(box);
    },
    { capture: true },
  );
}
