import { ATTRIBUTES, type AttributeName, ELEMENTS, type ElementName } from './raw-nodes';

export type ReadAttribute = [name: AttributeName, value: string];

/**
 * A feed as rss-parser is given it: its structure as XML, in which numbers stand for all texts and the values of
 * attributes, and the table of those; names are short codes. So the XML parser, which goes character by character, passes over no long text,
 * and nothing in a text needs to be escaped. What the feed and each item have inside stands in one element, `raw`,
 * that rss-parser does not know and gives back whole: its own mapping drops attributes and all but the first of a
 * kind, throws the feed away for one bad date or one link without attributes, and takes quadratic time over
 * descriptions.
 */
export interface Skeleton {
  /** Empty for a feed that never began. */
  xml: string;
  texts: readonly string[];
}

/** An attribute may have an element's name, and then has its code. */
const CODES = new Map<string, string>([...ELEMENTS, ...ATTRIBUTES].map((name, at) => [name, `_${at}`]));
const NAMES = new Map([...CODES].map(([name, code]) => [code, name]));

/** Writes a {@link Skeleton}. Whoever opens an element closes it; items are not inside each other. */
export class SkeletonWriter {
  readonly #isAtom: boolean;
  readonly #texts: string[] = [];
  /** What stands in the feed's own `raw`, its tag first; empty as long as no feed began. */
  #feed = '';
  #items = '';
  #isInItem = false;

  constructor(isAtom: boolean) {
    this.#isAtom = isAtom;
  }

  beginFeed(attributes: readonly ReadAttribute[]): void {
    this.#feed = this.#tag('raw', attributes);
  }

  beginItem(attributes: readonly ReadAttribute[]): void {
    this.#items += (this.#isAtom ? '<entry>' : '<item>') + this.#tag('raw', attributes);
    this.#isInItem = true;
  }

  endItem(): void {
    this.#items += this.#isAtom ? '</raw></entry>' : '</raw></item>';
    this.#isInItem = false;
  }

  open(name: ElementName, attributes: readonly ReadAttribute[]): void {
    this.#write(this.#tag(name, attributes));
  }

  text(text: string): void {
    if (text !== '') this.#write(this.#numberOf(text));
  }

  close(name: ElementName): void {
    this.#write(`</${CODES.get(name)}>`);
  }

  end(): Skeleton {
    const inside = `${this.#feed}</raw>${this.#items}`;
    const xml = this.#isAtom ? `<feed>${inside}</feed>` : `<rss><channel>${inside}</channel></rss>`;
    return { xml: this.#feed === '' ? '' : xml, texts: this.#texts };
  }

  #write(xml: string): void {
    if (this.#isInItem) this.#items += xml;
    else this.#feed += xml;
  }

  #tag(name: string, attributes: readonly ReadAttribute[]): string {
    let tag = `<${CODES.get(name) ?? name}`;
    for (const [attribute, value] of attributes) tag += ` ${CODES.get(attribute)}="${this.#numberOf(value)}"`;
    return `${tag}>`;
  }

  /** With a space behind it, so that the pieces of one text stay apart. */
  #numberOf(text: string): string {
    return `${this.#texts.push(text) - 1} `;
  }
}

/** The name for which a code stands in a skeleton; what is no code is a name. */
export const nameOfCode = (code: string): string => NAMES.get(code) ?? code;

/** The text for which numbers stand in a skeleton. */
export function textOfNumbers(texts: readonly string[], numbers: string): string {
  const first = numbers.indexOf(' ');
  if (first === numbers.length - 1) return texts[Number(numbers)] ?? '';
  const pieces = numbers.trim().split(' ');
  return pieces.map((number) => texts[Number(number)] ?? '').join('');
}
