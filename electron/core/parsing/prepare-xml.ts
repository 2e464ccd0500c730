import { BrokenXml } from './broken-xml';
import type { FeedRoot } from './detect';
import { MarkupFence } from './markup-fence';
import { NamespaceScope } from './namespaces';
import { type OpenElement, OpenElements } from './open-elements';
import { ATTRIBUTES, type AttributeName, ELEMENTS, type ElementName } from './raw-nodes';
import { References } from './references';
import { type ReadAttribute, type Skeleton, SkeletonWriter } from './skeleton';
import type { Attribute } from './tag-attributes';
import { type OpenTag, xmlTokens } from './xml-tokens';

const DEEPEST = 100;
const MOST_ELEMENTS = 500_000;
const TOO_MANY = 'it has more than half a million elements';
/** Many times what publishers send; whatever comes after these is not read. */
const MOST_ITEMS = 10_000;
const MOST_INSIDE_ONE = 1_000;
const MOST_READ = 250_000;

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
const READ: ReadonlySet<string> = new Set(ELEMENTS);
const READ_ATTRIBUTES: ReadonlySet<string> = new Set(ATTRIBUTES);

const isReadAttribute = (name: string): name is AttributeName => READ_ATTRIBUTES.has(name);

/**
 * Takes a feed apart, in one pass, for every XML parser to read: what stands around the root, the DOCTYPE and whatever
 * Caravan does not read are gone, references are characters, names are lower case and have the prefixes that Caravan
 * knows, elements are closed in order, markup in texts is text, and all items are inside the feed. Throws
 * {@link BrokenXml} for what no feed looks like.
 */
export function prepareXml(xml: string, root: FeedRoot): Skeleton {
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
  readonly #skeleton: SkeletonWriter;
  #own: ReadonlySet<string> = new Set();
  /** What the root says of base and language, for the channel to take over. */
  #rootAttributes: ReadAttribute[] = [];
  /** The channel's tag. */
  #channel: string | null = null;
  #fence: { content: MarkupFence; attributes: ReadAttribute[] } | null = null;
  #elements = 0;
  #elementsRead = 0;
  #items = 0;

  constructor(root: FeedRoot) {
    this.#root = root;
    this.#skeleton = new SkeletonWriter(root.format === 'atom');
  }

  doctype(text: string): void {
    if (this.#stack.depth === 0) this.#references.declare(text);
  }

  text(kind: 'text' | 'cdata', text: string): void {
    if (this.#fence) this.#fence.content[kind](text);
    else if (this.#stack.innermost?.name && text.trim() !== '') {
      this.#skeleton.text(kind === 'cdata' ? text : this.#references.decode(text));
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
  end(): Skeleton {
    this.#closeDownTo(0);
    return this.#skeleton.end();
  }

  #openRoot(token: OpenTag): void {
    const { name, format, isInner } = this.#root;
    const scope = new NamespaceScope().inside(token.attributes);
    this.#own = scope.ownOf(format === 'rdf' ? '' : name);
    this.#rootAttributes = isInner ? [] : this.#read(token.attributes, scope);
    const tag = isInner ? '' : name;
    if (format === 'atom') this.#openFeed({ tag, name: 'feed', scope, inside: 0 }, this.#rootAttributes);
    else this.#push({ tag, name: null, scope, inside: 0 });
    if (isInner) this.#openInside(token);
    else this.isDone = token.empty;
  }

  #openInside(token: OpenTag): void {
    const scope = this.#scope().inside(token.attributes);
    const name = scope.canonical(token.name, this.#own);
    if (this.#needsChannel()) this.#openChannel(name === 'channel' ? token : null);
    if (name === 'channel') return;
    if (ENTRIES.has(name)) this.#openItem(token, scope);
    else this.#openElement(token, scope, this.#isWanted(name) ? name : null);
    if (token.empty && !this.isDone) this.#closeDownTo(this.#stack.depth - 1);
  }

  #openItem(token: OpenTag, scope: NamespaceScope): void {
    this.#closeDownTo(this.#root.format === 'atom' ? 1 : 2);
    this.isDone = ++this.#items > MOST_ITEMS;
    if (this.isDone) return;
    this.#push({ tag: token.name, name: 'item', scope, inside: 0 });
    this.#skeleton.beginItem(this.#read(token.attributes, scope));
  }

  #openElement(token: OpenTag, scope: NamespaceScope, name: ElementName | null): void {
    this.#push({ tag: token.name, name, scope, inside: 0 });
    const attributes = name === null ? [] : this.#read(token.attributes, scope);
    if (name !== null && TEXTS.has(name) && !token.empty) this.#openFence(scope, attributes);
    else if (name !== null) this.#skeleton.open(name, attributes);
  }

  /** Of what is inside an element that Caravan does not read it reads nothing, and of none does it read without end. */
  #isWanted(name: string): name is ElementName {
    const { innermost } = this.#stack;
    if (innermost?.name == null || !READ.has(name)) return false;
    return ++innermost.inside <= MOST_INSIDE_ONE && ++this.#elementsRead <= MOST_READ;
  }

  #needsChannel(): boolean {
    return this.#root.format !== 'atom' && this.#stack.depth === 1;
  }

  /** The one channel, in which all stands; `token` is null when the feed has it later or not at all. */
  #openChannel(token: OpenTag | null): void {
    const scope = this.#scope().inside(token?.attributes ?? []);
    this.#channel = token?.name ?? '';
    const attributes = [...this.#read(token?.attributes ?? [], scope), ...this.#rootAttributes];
    this.#openFeed({ tag: this.#channel, name: 'feed', scope, inside: 0 }, attributes);
  }

  #openFeed(element: OpenElement, attributes: ReadAttribute[]): void {
    this.#push(element);
    this.#skeleton.beginFeed(attributes);
  }

  #push(element: OpenElement): void {
    if (this.#stack.depth >= DEEPEST) throw new BrokenXml(`its elements are nested more than ${DEEPEST} deep`);
    this.#stack.push(element);
  }

  #openFence(scope: NamespaceScope, attributes: ReadAttribute[]): void {
    const type = attributes.find(([name]) => name === 'type')?.[1] ?? '';
    this.#fence = { content: new MarkupFence(this.#references, scope, /xhtml/i.test(type)), attributes };
  }

  #closeDownTo(depth: number): void {
    if (depth === 0 && this.#needsChannel()) this.#openChannel(null);
    while (this.#stack.depth > depth) {
      const name = this.#stack.pop()?.name ?? null;
      if (name === 'item') this.#skeleton.endItem();
      else if (name !== null && name !== 'feed') this.#closeElement(name);
    }
  }

  #closeElement(name: ElementName): void {
    if (this.#fence) this.#writeFenced(name, this.#fence.content, this.#fence.attributes);
    this.#fence = null;
    this.#skeleton.close(name);
  }

  #writeFenced(name: ElementName, { content, isMarkup }: MarkupFence, attributes: ReadAttribute[]): void {
    const typed: ReadAttribute[] = [['type', 'xhtml'], ...attributes.filter(([name]) => name !== 'type')];
    this.#skeleton.open(name, isMarkup ? typed : attributes);
    this.#skeleton.text(content);
  }

  #scope(): NamespaceScope {
    return this.#stack.innermost?.scope ?? new NamespaceScope();
  }

  /** Those attributes that Caravan reads, by their canonical names. */
  #read(attributes: readonly Attribute[], scope: NamespaceScope): ReadAttribute[] {
    const read: ReadAttribute[] = [];
    for (const [written, value] of attributes) {
      const name = written.includes(':') ? scope.canonical(written, NONE) : written;
      if (isReadAttribute(name)) read.push([name, this.#references.decode(value)]);
    }
    return read;
  }
}

const NONE: ReadonlySet<string> = new Set();
