import type { Enclosure } from '../../contract/model';
import { type Base, resolve } from './addresses';
import { attribute, children, childText, type RawElement, type RawNode, textOf } from './raw-nodes';

const MOST = 50;
const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;

/** The files that an item carries: RSS's enclosures and Atom's links to them, each address once. */
export function enclosuresOf(item: RawElement, base: Base): Enclosure[] {
  const links = children(item, 'link').filter((link) => attribute(link, 'rel')?.toLowerCase() === 'enclosure');
  const nodes = [...children(item, 'enclosure'), ...links];
  const found = new Map<string, Enclosure>();
  for (const node of nodes.slice(0, MOST)) {
    const url = resolve(attribute(node, 'url') ?? attribute(node, 'href') ?? textOf(node), base);
    if (!url || found.has(url)) continue;
    found.set(url, {
      url,
      type: attribute(node, 'type')?.slice(0, 200) ?? null,
      length: wholeNumber(attribute(node, 'length')),
    });
  }
  return [...found.values()];
}

/** The widest picture that the feed gives an item, else the first that is attached to it. */
export function pictureOf(item: RawElement, enclosures: readonly Enclosure[], base: Base): string | null {
  const groups = [item, ...children(item, 'media:group')];
  const contents = groups.flatMap((group) => children(group, 'media:content'));
  const thumbnails = [...groups, ...contents].flatMap((holder) => children(holder, 'media:thumbnail'));
  const attached = enclosures.find(({ url, type }) => isPicture(url, type, null))?.url ?? null;
  return (
    widest(contents.filter(isPictureNode), base) ??
    widest(thumbnails, base) ??
    attached ??
    firstOf(
      [...children(item, 'itunes:image'), ...children(item, 'image')].map(
        (node) => attribute(node, 'href') ?? childText(node, 'url') ?? textOf(node),
      ),
      base,
    )
  );
}

const isPictureNode = (node: RawNode): boolean =>
  isPicture(attribute(node, 'url') ?? '', attribute(node, 'type'), attribute(node, 'medium'));

function isPicture(url: string, type: string | null, medium: string | null): boolean {
  return medium === 'image' || (type?.startsWith('image/') ?? (medium === null && PICTURE_NAME.test(url)));
}

function widest(nodes: RawNode[], base: Base): string | null {
  const width = (node: RawNode): number => wholeNumber(attribute(node, 'width')) ?? 0;
  const byWidth = nodes.slice(0, MOST).sort((one, other) => width(other) - width(one));
  return firstOf(
    byWidth.map((node) => attribute(node, 'url')),
    base,
  );
}

function firstOf(addresses: (string | null)[], base: Base): string | null {
  for (const address of addresses) {
    const url = resolve(address, base);
    if (url !== null && !url.startsWith('magnet:')) return url;
  }
  return null;
}

const wholeNumber = (digits: string | null): number | null =>
  digits !== null && /^\d{1,15}$/.test(digits) ? Number(digits) : null;
