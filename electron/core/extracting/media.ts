import { absolute, WEB } from './absolute';
import type { ArticleWriter } from './article-writer';
import { outward, type Page, pictureAttributes } from './attributes';
import type { Attributes } from './html-tokens';
import { isUnseen, pictureAddress } from './pictures';

/** What becomes of the elements that show something fetched, by their names. */
export type Media = ReadonlyMap<string, (attributes: Attributes) => void>;

/** Pictures stay pictures; players and frames become a paragraph with a link to what they would have shown. */
export function media(page: Page, writer: ArticleWriter): Media {
  /** A player that has not said yet what it plays. */
  let awaitsSource = false;
  /** What the sources before an img offer, should it have no address itself. */
  let spare: string | null = null;
  /** Pages repeat a late picture in noscript, for those without scripts. */
  let mayRepeat = false;
  let last: string | undefined;

  function card(attributes: Attributes): void {
    const address = absolute(attributes.get('src') ?? attributes.get('data-src') ?? '', page.base, WEB);
    awaitsSource = address === null;
    if (address === null || isUnseen(attributes)) return;
    writer.close('a');
    writer.open('p');
    writer.open('a', outward(address));
    writer.text(new URL(address).host);
    writer.close('a');
    writer.close('p');
  }

  function source(attributes: Attributes): void {
    if (awaitsSource) card(attributes);
    else spare ??= pictureAddress(attributes, page.base);
  }

  function picture(attributes: Attributes): void {
    const kept = isUnseen(attributes) ? null : pictureAttributes(attributes, spare, page);
    const src = kept?.get('src');
    if (kept && !(mayRepeat && src === last)) writer.open('img', kept);
    last = src;
    awaitsSource = false;
    mayRepeat = false;
    spare = null;
  }

  return new Map([
    ['img', picture],
    ['noscript', () => (mayRepeat = true)],
    ['source', source],
    ['audio', card],
    ['video', card],
    ['iframe', card],
    ['embed', card],
  ]);
}
