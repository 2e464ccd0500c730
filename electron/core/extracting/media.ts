import { absolute, WEB } from './absolute';
import type { ArticleWriter } from './article-writer';
import { cleaned, outward, type Page, pictureAttributes } from './attributes';
import type { Attributes } from './html-tokens';
import { isUnseen, pictureAddress } from './pictures';

type Show = (address: string, attributes: Attributes) => void;

/** What becomes of the elements that show something fetched, by their names. */
export type Media = ReadonlyMap<string, (attributes: Attributes) => void>;

/** Pictures stay pictures and players players, bare; frames become a paragraph with a link to what they would have shown. */
export function media(page: Page, writer: ArticleWriter): Media {
  /** A player or frame that has not said yet what it plays. */
  let awaiting: Show | null = null;
  /** What the sources before an img offer, should it have no address itself. */
  let spare: string | null = null;
  /** Pages repeat a late picture in noscript, for those without scripts. */
  let mayRepeat = false;
  let last: string | undefined;

  /** Shows what an element leads to, now or at its first source that says so. */
  function shown(attributes: Attributes, show: Show): void {
    const address = absolute(attributes.get('src') ?? attributes.get('data-src') ?? '', page.base, WEB);
    awaiting = address === null ? show : null;
    if (address === null || isUnseen(attributes)) return;
    writer.close('a');
    show(address, attributes);
  }

  const card: Show = (address) => {
    writer.open('p');
    writer.open('a', outward(address));
    writer.text(new URL(address).host);
    writer.close('a');
    writer.close('p');
  };

  const player =
    (name: 'audio' | 'video'): Show =>
    (address, attributes) => {
      writer.open(name, new Map([['src', address], ...cleaned(name, attributes, page)]));
      writer.close(name);
    };

  function source(attributes: Attributes): void {
    if (awaiting) shown(attributes, awaiting);
    else spare ??= pictureAddress(attributes, page.base);
  }

  function picture(attributes: Attributes): void {
    const kept = isUnseen(attributes) ? null : pictureAttributes(attributes, spare, page);
    const src = kept?.get('src');
    if (kept && !(mayRepeat && src === last)) writer.open('img', kept);
    last = src;
    awaiting = null;
    mayRepeat = false;
    spare = null;
  }

  return new Map([
    ['img', picture],
    ['noscript', () => (mayRepeat = true)],
    ['source', source],
    ['audio', (attributes) => shown(attributes, player('audio'))],
    ['video', (attributes) => shown(attributes, player('video'))],
    ['iframe', (attributes) => shown(attributes, card)],
    ['embed', (attributes) => shown(attributes, card)],
  ]);
}
