import { readHtml } from './html-tokens';

const MOST = 200;

/** The addresses of the pictures in an article's sanitised HTML, each once, in its order. */
export function picturesIn(html: string): string[] {
  const addresses = new Set<string>();
  if (!html.includes('<img')) return [];
  readHtml(html, {
    open(name, attributes) {
      const src = attributes.get('src');
      if (name === 'img' && src && addresses.size < MOST) addresses.add(src);
    },
  });
  return [...addresses];
}
