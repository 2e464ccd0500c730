import DOMPurify from 'dompurify';
import { directionOf } from '../words/direction';

if (!DOMPurify.isSupported) throw new Error('DOMPurify does not work here, so no article can be shown safely.');

/** Blocks that take their direction from their own text, so that a quote in another script reads right. */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, figure, figcaption, table, caption, th, td, details, summary';

interface Shown {
  words: { table: string };
  /** What stands for a picture: itself where it is kept; null for nothing. */
  picture: (url: string, alt: string, said: string) => Element | null;
  /** What plays an address; null for one that the article does not play. */
  player: (address: string) => Element | null;
}

/**
 * The second wall: the core has sanitised this text already, by another library, before it was sent here.
 * Nothing in it leads to a picture elsewhere: those that are not on this computer become a note of what they show.
 */
export function cleanBody(html: string, { words, picture, player }: Shown): DocumentFragment {
  const body = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'dialog', 'template', 'iframe', 'link'],
    // A name could stand in the way of what the window asks the page for (DOM clobbering).
    FORBID_ATTR: ['style', 'class', 'srcset', 'autofocus', 'ping', 'background', 'name', 'tabindex', 'accesskey'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
    ADD_ATTR: ['target'],
  });
  for (const image of body.querySelectorAll('img')) image.replaceWith(shownPicture(image, picture) ?? '');
  for (const found of body.querySelectorAll<HTMLMediaElement>('audio, video')) {
    found.replaceWith(player(found.getAttribute('src') ?? '') ?? '');
  }
  for (const note of body.querySelectorAll('a[href^="#"]')) stayInside(note);
  for (const table of body.querySelectorAll('table')) wrap(table, words.table);
  for (const block of body.querySelectorAll(BLOCKS)) {
    const direction = directionOf(block.textContent ?? '');
    if (direction && !block.hasAttribute('dir')) block.setAttribute('dir', direction);
  }
  return body;
}

function shownPicture(image: HTMLImageElement, show: Shown['picture']): Element | null {
  // A caption says already what the picture shows.
  const isCaptioned = image.closest('figure')?.querySelector('figcaption') != null;
  return show(image.getAttribute('src') ?? '', image.alt, isCaptioned ? '' : image.alt);
}

/** A link to a footnote: the frame's base is the window's address, which it must never go to. */
function stayInside(link: Element): void {
  link.setAttribute('href', `about:srcdoc${link.getAttribute('href')}`);
  link.removeAttribute('target');
}

/** A wide table scrolls by itself instead of widening the page; by key too. */
function wrap(table: Element, name: string): void {
  const box = table.ownerDocument.createElement('div');
  box.className = 'scrolls';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', table.querySelector('caption')?.textContent?.trim() || name);
  table.replaceWith(box);
  box.append(table);
}
