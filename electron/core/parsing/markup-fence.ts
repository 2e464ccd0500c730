import { escapeMarkup } from './escape';
import type { NamespaceScope } from './namespaces';
import type { References } from './references';
import { writeTag } from './write-tag';
import type { OpenTag } from './xml-tokens';

/** More than is kept of any text; what a text has beyond is not gathered. */
const MOST_CHARACTERS = 2_000_000;
const NOTHING_OWN: ReadonlySet<string> = new Set();
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/**
 * Gathers what stands inside one text element, such as `<description>`, as a single string. As long as no tag
 * comes, that is its text; from the first tag on it is HTML, so that markup which nobody escaped keeps its order.
 */
export class MarkupFence {
  /** What was gathered: text, or HTML once `isMarkup`. */
  content = '';
  isMarkup = false;
  readonly #references: References;
  readonly #open = new Map<string, number>();
  readonly #dropsWrapper: boolean;
  #scope: NamespaceScope;
  #wrapper: string | null = null;

  /** `dropsWrapper`: the content is XHTML, whose outer `div` is no part of it (RFC 4287 §3.1.1.3). */
  constructor(references: References, scope: NamespaceScope, dropsWrapper: boolean) {
    this.#references = references;
    this.#scope = scope;
    this.#dropsWrapper = dropsWrapper;
  }

  /** Whether a whole feed stands in the text, as RFC 4287 §4.1.3.3 allows. */
  get holdsFeed(): boolean {
    return this.#timesOpen('feed') > 0 || this.#timesOpen('channel') > 0;
  }

  text(raw: string): void {
    if (!this.#isFull) this.#add(this.#references.decode(raw.slice(0, MOST_CHARACTERS)));
  }

  cdata(text: string): void {
    if (!this.#isFull) this.#add(text.slice(0, MOST_CHARACTERS));
  }

  open(tag: OpenTag): void {
    const isFirst = !this.isMarkup;
    const isBlank = isFirst && this.content.trim() === '';
    if (isFirst) {
      this.content = escapeMarkup(this.content);
      this.isMarkup = true;
      this.#scope = this.#scope.inside(tag.attributes);
    }
    const name = this.#htmlName(tag.name);
    if (!tag.empty) this.#open.set(tag.name, this.#timesOpen(tag.name) + 1);
    if (this.#dropsWrapper && isBlank && name === 'div') this.#wrapper = tag.name;
    else this.content += writeTag(name, tag.attributes, this.#references);
    // HTML takes <a/> for an <a> that goes on.
    if (tag.empty && !VOID.has(name)) this.content += `</${name}>`;
  }

  /** False when no such element is open in here: then it is one around the fence that ends, or none. */
  close(tag: string): boolean {
    const times = this.#timesOpen(tag);
    if (times === 0) return false;
    this.#open.set(tag, times - 1);
    const name = this.#htmlName(tag);
    if (tag === this.#wrapper && times === 1) this.#wrapper = null;
    else if (!VOID.has(name)) this.content += `</${name}>`;
    return true;
  }

  get #isFull(): boolean {
    return this.content.length >= MOST_CHARACTERS;
  }

  #timesOpen(tag: string): number {
    return this.#open.get(tag) ?? 0;
  }

  #add(text: string): void {
    this.content += this.isMarkup ? escapeMarkup(text) : text;
  }

  #htmlName(tag: string): string {
    const name = this.#scope.canonical(tag, NOTHING_OWN);
    return name.startsWith('xhtml:') ? name.slice(6) : tag;
  }
}
