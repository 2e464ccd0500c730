import { absolute, WEB } from './absolute';
import type { Attributes } from './html-tokens';

/** Where pages that load their pictures late keep the address; what stands in `src` is then a placeholder. */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-image-src'];
const UNSEEN_STYLE = /(?:^|[;\s])(?:(?:width|height)\s*:\s*[01](?:px)?|display\s*:\s*none)\s*(?:;|!|$)/i;
const UNSEEN_SIZE = /^\s*[01](?:px)?\s*$/i;

/** The address that a picture is fetched from, absolute; null when it has none over http(s). */
export function pictureAddress(attributes: Attributes, base: string | null): string | null {
  const candidates = [
    ...LATE.map((name) => attributes.get(name)),
    firstOf(attributes.get('data-srcset')),
    attributes.get('src'),
    firstOf(attributes.get('srcset')),
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

/** The first address of a srcset (HTML, 4.8.4.2.1). */
function firstOf(srcset: string | undefined): string | undefined {
  return srcset && /[^\s,]\S*/.exec(srcset)?.[0].replace(/,$/, '');
}
