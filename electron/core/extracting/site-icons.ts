import { absolute, WEB } from './absolute';
import { readHtml } from './html-tokens';

const MOST = 10;
/** The side of what suits a tile best, in pixels: four to one, for the sharpest of screens. */
const WANTED = 64;

/** The icons that a page offers (HTML, 4.6.7.8), the one that suits a small tile best first. `url` is the page's own address. */
export function siteIcons(page: string, url: string): string[] {
  const found: { address: string; side: number }[] = [];
  let base = url;
  readHtml(page, {
    open(name, attributes) {
      if (name === 'base') base = absolute(attributes.get('href') ?? '', url, WEB) ?? base;
      if (name !== 'link' || found.length >= MOST) return;
      const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
      const isTouch = relations.includes('apple-touch-icon');
      if (!relations.includes('icon') && !isTouch) return;
      const address = absolute(attributes.get('href') ?? '', base, WEB);
      if (address === null) return;
      const side = Number(/^(\d{1,4})x/i.exec(attributes.get('sizes') ?? '')?.[1] ?? (isTouch ? 180 : 32));
      found.push({ address, side });
    },
  });
  const distance = (side: number): number => (side >= WANTED ? side - WANTED : (WANTED - side) * 4);
  return [...new Set(found.sort((a, b) => distance(a.side) - distance(b.side)).map(({ address }) => address))];
}
