import { absolute, WEB } from './absolute';
import type { Attributes } from './html-tokens';
import { suiting } from './srcset';

/** Where pages that load their pictures late keep the address; what stands in `src` is then a placeholder. */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-image-src'];
const LATE_SETS = ['data-srcset', 'data-lazy-srcset'];
const UNSEEN_STYLE = /(?:^|[;\s])(?:(?:width|height)\s*:\s*[01](?:px)?|display\s*:\s*none)\s*(?:;|!|$)/i;
const UNSEEN_SIZE = /^\s*[01](?:px)?\s*$/i;

/** The address that a picture is fetched from, absolute, in the size that suits a page; null when it has none over http(s). */
export function pictureAddress(attributes: Attributes, base: string | null): string | null {
  const candidates = [
    ...LATE_SETS.map((name) => suiting(attributes.get(name))),
    ...LATE.map((name) => attributes.get(name)),
    suiting(attributes.get('srcset')),
    attributes.get('src'),
  ];
  for (const candidate of candidates) {
    const address = absolute(candidate ?? '', base, WEB);
    if (address !== null) return address;
  }
  return null;
}

/** True for what is there to count readers, not to be seen. */
export function isUnseen(attributes: Attributes): boolean {
  const sizes = [attributes.get('width') ?? '', attributes.get('height') ?? ''];
  return sizes.some((size) => UNSEEN_SIZE.test(size)) || UNSEEN_STYLE.test(attributes.get('style') ?? '');
}
