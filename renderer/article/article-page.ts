import type { Script, Settings } from '../../electron/contract/settings';
import articleStyles from './article-page.css?url';
import { trusted } from './trusted';

/** The frame's own policy, on top of the window's, which it inherits: nothing but our styles and fonts, what the article plays, and pictures that are kept. */
const POLICY =
  "default-src 'none'; script-src 'none'; style-src app://caravan; font-src app://caravan; media-src app://caravan/media/; img-src app://caravan/pictures/; base-uri 'none'; form-action 'none'";

/** The source of the page that articles are put into: nothing but its policy and its styles. */
export function emptyPage(): string {
  const page = document.implementation.createHTMLDocument();
  const policy = page.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = POLICY;
  const styles = page.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = new URL(articleStyles, location.href).href;
  page.head.append(policy, styles);
  return trusted(page);
}

/** What of the settings shows on the page. */
export type Look = Pick<Settings, 'readingTheme' | 'readingFont' | 'measure' | 'lineHeight' | 'justified'> & {
  script: Script;
  /** Pixels. */
  textSize: number;
};

/** Gives the page its look, in place: nothing is built anew. */
export function dress(page: Document, look: Look): void {
  const root = page.documentElement;
  root.dataset.theme = look.readingTheme;
  root.dataset.font = look.readingFont;
  root.dataset.script = look.script;
  root.dataset.justified = String(look.justified);
  root.style.setProperty('--text-size', `${look.textSize}px`);
  root.style.setProperty('--measure', String(look.measure));
  root.style.setProperty('--line-factor', String(look.lineHeight));
}

/** Puts an article in the place of the one before. */
export function show(page: Document, article: HTMLElement): void {
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dir = document.documentElement.dir;
  page.title = article.querySelector('h1')?.textContent ?? '';
  page.body.replaceChildren(page.adoptNode(article));
  page.scrollingElement?.scrollTo({ top: 0, behavior: 'instant' });
}
