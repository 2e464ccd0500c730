import { ALLOWED, RENAMED } from './allowed';
import { readArticle } from './article-tokens';
import { articleWriter } from './article-writer';
import { cleaned, linkAttributes, type Page } from './attributes';
import { linkedAnchors } from './footnotes';
import { media } from './media';

/**
 * Gives a feed's HTML the form of an article: allowed elements only, well nested and not too deep; links and pictures
 * absolute; late pictures put in place, counting pixels gone, players and frames turned into links.
 */
export function shaped(html: string, base: string | null): string {
  const page: Page = { base, anchors: linkedAnchors(html, base) };
  const writer = articleWriter();
  const shows = media(page, writer);

  readArticle(html, {
    open(tag, attributes, isClosed) {
      const name = RENAMED.get(tag) ?? tag;
      const show = shows.get(name);
      if (show) return show(attributes);
      if (!ALLOWED.has(name)) return;
      const kept = name === 'a' ? linkAttributes(attributes, page) : cleaned(name, attributes, page);
      if (!kept) return;
      writer.open(name, kept);
      if (isClosed) writer.close(name);
    },
    close(tag) {
      const name = RENAMED.get(tag) ?? tag;
      if (ALLOWED.has(name)) writer.close(name);
    },
    text: writer.text,
  });
  return writer.end();
}
