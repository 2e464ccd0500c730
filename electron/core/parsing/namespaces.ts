import type { Attribute } from './tag-attributes';

/**
 * The prefixes under which Caravan knows a vocabulary, whatever prefix a feed gives it. The key is the namespace in
 * lower case, without scheme and trailing `/` or `#`, in which feeds differ by mistake. RSS and Atom have none: where
 * they are mixed, they mean the same by the same word.
 */
const PREFIXES = new Map([
  ['', ''],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss2', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/ns', ''],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
]);

const keyOf = (uri: string): string =>
  uri
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,2}$/, '');

/** Which namespace each prefix stands for at one place of a document (Namespaces in XML 1.0 §6). */
export class NamespaceScope {
  readonly #declared: ReadonlyMap<string, string>;
  readonly #outer: NamespaceScope | null;

  constructor(declared: ReadonlyMap<string, string> = new Map(), outer: NamespaceScope | null = null) {
    this.#declared = declared;
    this.#outer = outer;
  }

  /** The scope inside an element with these attributes. */
  inside(attributes: readonly Attribute[]): NamespaceScope {
    let declared: Map<string, string> | null = null;
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns')) continue;
      declared ??= new Map();
      if (name === 'xmlns') declared.set('', keyOf(value));
      else if (name.startsWith('xmlns:')) declared.set(name.slice(6), keyOf(value));
    }
    return declared === null ? this : new NamespaceScope(declared, this);
  }

  /** The namespaces in which a document with this root speaks its own language, whatever they are. */
  ownOf(root: string): Set<string> {
    const colon = root.indexOf(':');
    const prefixes = ['', colon < 0 ? '' : root.slice(0, colon)];
    return new Set(prefixes.map((prefix) => this.namespaceOf(prefix)).filter((namespace) => namespace !== null));
  }

  /** Null when the prefix is declared nowhere. */
  namespaceOf(prefix: string): string | null {
    for (let scope: NamespaceScope | null = this; scope; scope = scope.#outer) {
      const namespace = scope.#declared.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    return null;
  }

  /** `name` under the prefix that Caravan knows; one that is not declared, or not known, is taken at its word. */
  canonical(name: string, own: ReadonlySet<string>): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const namespace = this.namespaceOf(prefix);
    const canonical = namespace !== null && own.has(namespace) ? '' : this.#known(namespace, prefix);
    const local = name.slice(colon + 1);
    return canonical === '' ? local : `${canonical}:${local}`;
  }

  #known(namespace: string | null, prefix: string): string {
    if (namespace === null) return prefix === 'atom' ? '' : prefix;
    return PREFIXES.get(namespace) ?? prefix;
  }
}
