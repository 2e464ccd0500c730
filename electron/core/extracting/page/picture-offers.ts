import type { PageImage, PictureCandidate } from '../../../contract/extracted-page';
import { absolute, WEB } from '../absolute';
import type { Attributes } from '../html-tokens';
import { pictureAddress } from '../pictures';

export type Offer = PageImage;

const MOST_CANDIDATES = 30;
const LONGEST_SRCSET = 20_000;
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
const SIZE = /^\s*(\d{1,5})(?:px)?\s*$/;

/** What an img offers, with the sources of the picture that it stands in; null where nothing can be fetched. */
export function offerOf(attributes: Attributes, sources: readonly Attributes[], base: string): Offer | null {
  const offered = [attributes, ...sources].flatMap((each) => candidatesOf(each, base));
  const url = pictureAddress(attributes, base) ?? offered[0]?.url;
  if (url === undefined) return null;
  const width = sizeOf(attributes.get('width'));
  const height = sizeOf(attributes.get('height'));
  const all = new Map<string, PictureCandidate>();
  for (const candidate of [...offered, { url }]) if (!all.has(candidate.url)) all.set(candidate.url, candidate);
  return {
    url,
    alt: (attributes.get('alt') ?? '').replace(/\s+/g, ' ').trim().slice(0, 1_000),
    candidates: [...all.values()].slice(0, MOST_CANDIDATES),
    ...(width !== null && { width }),
    ...(height !== null && { height }),
  };
}

/** The candidates of an element's srcset (HTML, 4.8.4.2.1), in its order. */
function candidatesOf(attributes: Attributes, base: string): PictureCandidate[] {
  const srcset = SETS.map((name) => attributes.get(name)).find((set) => set?.trim()) ?? '';
  const candidates: PictureCandidate[] = [];
  for (const part of partsOf(srcset.slice(0, LONGEST_SRCSET))) {
    const [address = '', descriptor = ''] = part.split(/\s+/, 2);
    const url = absolute(address, base, WEB);
    if (url === null) continue;
    const [, number, unit] = /^(\d{1,5}(?:\.\d{1,3})?)([wx])$/.exec(descriptor) ?? [];
    const size = Number(number);
    candidates.push({ url, ...(unit === 'w' && { width: size }), ...(unit === 'x' && { density: size }) });
  }
  return candidates;
}

/** A comma ends a candidate only where a space follows it or comes before: addresses have commas too. */
const partsOf = (srcset: string): string[] =>
  srcset
    .split(/,(?=\s)|(?<=\s[\d.]{1,9}[wx]),/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function sizeOf(text: string | undefined): number | null {
  const size = Number(SIZE.exec(text ?? '')?.[1] ?? 0);
  return size > 1 ? size : null;
}
