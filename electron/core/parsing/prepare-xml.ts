import { BrokenXml } from './broken-xml';
import type { FeedRoot } from './detect';
import { escapeMarkup } from './escape';
import { MarkupFence } from './markup-fence';
import { NamespaceScope } from './namespaces';
import { type OpenElement, OpenElements } from './open-elements';
import { References } from './references';
import type { Attribute } from './tag-attributes';
import { writeTag } from './write-tag';
import { type OpenTag, xmlTokens } from './xml-tokens';

const DEEPEST = 100;
const MOST_ELEMENTS = 500_000;
const TOO_MANY = 'it has more than half a million elements';

/** Elements that hold text for people, in which markup may stand though it should not. */
const TEXTS = new Set([
  'title',
  'subtitle',
  'tagline',
  'description',
  'summary',
  'content',
  'content:encoded',
  'dc:title',
  'dc:description',
  'itunes:subtitle',
  'itunes:summary',
  'media:title',
  'media:description',
  'xhtml:body',
  'xhtml:div',
]);
const ENTRIES = new Set(['item', 'entry']);

/**
 * Rewrites a feed as XML that every parser takes, in one pass: what stands around the root, the DOCTYPE and control
 * characters are gone, references are characters, names are lower case and have the prefixes that Caravan knows,
 * elements are closed in order, markup in texts is fenced by CDATA, and the root is `<feed>` or
 * `<rss version="2.0"><channel>` with all items inside. Throws {@link BrokenXml} for what no feed looks like.
 */
export function prepareXml(xml: string, root: FeedRoot): string {
  const preparation = new Preparation(root);
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open') preparation.open(token);
    else if (token.kind === 'close') preparation.close(token.name);
    else if (token.kind === 'doctype') preparation.doctype(token.text);
    else preparation.text(token.kind, token.text);
    if (preparation.isDone) break;
  }
  return preparation.end();
}

class Preparation {
  isDone = false;
  readonly #root: FeedRoot;
  readonly #references = new References();
  readonly #stack = new OpenElements();
  #own: ReadonlySet<string> = new Set();
  /** What the root says of base and language, for the channel to take over. */
  #rootAttributes: readonly Attribute[] = [];
  /** The channel's tag. */
  #channel: string | null = null;
  #fence: { content: MarkupFence; attributes: Attribute[] } | null = null;
  #elements = 0;
  #written = '';

  constructor(root: FeedRoot) {
    this.#root = root;
  }

  doctype(text: string): void {
    if (this.#stack.depth === 0) this.#references.declare(text);
  }

  text(kind: 'text' | 'cdata', text: string): void {
    if (this.#fence) this.#fence.content[kind](text);
    else if (this.#stack.depth > 0 && text.trim() !== '') {
      this.#written += escapeMarkup(kind === 'cdata' ? text : this.#references.decode(text));
    }
  }

  open(token: OpenTag): void {
    if (++this.#elements > MOST_ELEMENTS) throw new BrokenXml(TOO_MANY);
    // An item in a text is the next one: the text was not closed. But in a feed within the text it is that feed's.
    if (this.#fence && (!ENTRIES.has(token.name) || this.#fence.content.holdsFeed)) this.#fence.content.open(token);
    else if (this.#stack.depth > 0) this.#openInside(token);
    else if (token.name === this.#root.name) this.#openRoot(token);
  }

  close(tag: string): void {
    if (this.#fence?.content.close(tag)) return;
    const depth = this.#stack.depthOf(tag);
    if (depth === null) return;
    // The channel ends with the root only: RSS 1.0 has its items behind it.
    this.#closeDownTo(tag === this.#channel ? depth + 1 : depth);
    this.isDone = depth === 0;
  }

  /** Closes what is still open, as it is in a feed that was cut off, and gives the whole. */
  end(): string {
    this.#closeDownTo(0);
    return this.#written;
  }

  #openRoot(token: OpenTag): void {
    const { name, format, isInner } = this.#root;
    const scope = new NamespaceScope().inside(token.attributes);
    this.#own = scope.ownOf(format === 'rdf' ? '' : name);
    this.#rootAttributes = isInner ? [] : this.#renamed(token.attributes, scope);
    const tag = isInner ? '' : name;
    // Never without an attribute: an element that is nothing but empty is no feed to rss-parser.
    if (format === 'atom') this.#push({ tag, name: 'feed', scope }, [['format', 'atom'], ...this.#rootAttributes]);
    else this.#push({ tag, name: 'rss', scope }, [['version', '2.0']]);
    if (isInner) this.#openInside(token);
    else this.isDone = token.empty;
  }

  #openInside(token: OpenTag): void {
    const scope = this.#scope().inside(token.attributes);
    const name = scope.canonical(token.name, this.#own);
    const attributes = this.#renamed(token.attributes, scope);
    if (this.#needsChannel()) this.#openChannel(name === 'channel' ? token : null);
    if (name === 'channel') return;
    const isEntry = ENTRIES.has(name);
    const isAtom = this.#root.format === 'atom';
    if (isEntry) this.#closeDownTo(isAtom ? 1 : 2);
    // An entry in RSS and an item in Atom are meant to be each other.
    const element = { tag: token.name, name: isEntry ? (isAtom ? 'entry' : 'item') : name, scope };
    if (TEXTS.has(name) && !token.empty) this.#pushFenced(element, attributes);
    // Never without an attribute: what has only text is a string to rss-parser, and every string has a `link` function.
    else this.#push(element, isEntry ? [['format', this.#root.format], ...attributes] : attributes);
    if (token.empty) this.#closeDownTo(this.#stack.depth - 1);
  }

  #needsChannel(): boolean {
    return this.#root.format !== 'atom' && this.#stack.depth === 1;
  }

  /** The one channel, in which all stands; `token` is null when the feed has it later or not at all. */
  #openChannel(token: OpenTag | null): void {
    const scope = this.#scope().inside(token?.attributes ?? []);
    this.#channel = token?.name ?? '';
    const attributes = [...this.#renamed(token?.attributes ?? [], scope), ...this.#rootAttributes];
    this.#push({ tag: this.#channel, name: 'channel', scope }, attributes);
  }

  #push(element: OpenElement, attributes: readonly Attribute[]): void {
    if (this.#stack.depth >= DEEPEST) throw new BrokenXml(`its elements are nested more than ${DEEPEST} deep`);
    this.#stack.push(element);
    this.#written += writeTag(element.name, attributes, this.#references);
  }

  #pushFenced(element: OpenElement, attributes: Attribute[]): void {
    const type = attributes.find(([name]) => name === 'type')?.[1] ?? '';
    this.#stack.push(element);
    this.#fence = { content: new MarkupFence(this.#references, element.scope, /xhtml/i.test(type)), attributes };
  }

  #writeFenced(element: OpenElement, content: MarkupFence, attributes: Attribute[]): void {
    const typed: Attribute[] = [['type', 'xhtml'], ...attributes.filter(([name]) => name !== 'type')];
    this.#written += writeTag(element.name, content.isMarkup ? typed : attributes, this.#references);
    this.#written += `<![CDATA[${content.content.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  }

  #closeDownTo(depth: number): void {
    if (depth === 0 && this.#needsChannel()) this.#openChannel(null);
    while (this.#stack.depth > depth) {
      const element = this.#stack.pop();
      if (!element) return;
      if (this.#fence) this.#writeFenced(element, this.#fence.content, this.#fence.attributes);
      this.#fence = null;
      this.#written += `</${element.name}>`;
    }
  }

  #scope(): NamespaceScope {
    return this.#stack.innermost?.scope ?? new NamespaceScope();
  }

  #renamed(attributes: readonly Attribute[], scope: NamespaceScope): Attribute[] {
    return attributes.map(([name, value]) => [name.includes(':') ? scope.canonical(name, NONE) : name, value]);
  }
}

const NONE: ReadonlySet<string> = new Set();
