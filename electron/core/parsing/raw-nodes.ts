/** Every element that Caravan reads, by its canonical name. What is not named here cannot be asked for. */
export const ELEMENTS = [
  'author',
  'category',
  'content',
  'content:encoded',
  'created',
  'day',
  'dc:creator',
  'dc:date',
  'dc:description',
  'dc:language',
  'dc:subject',
  'dc:title',
  'dcterms:created',
  'dcterms:issued',
  'dcterms:modified',
  'description',
  'email',
  'enclosure',
  'feedburner:origlink',
  'guid',
  'hour',
  'id',
  'image',
  'issued',
  'itunes:author',
  'itunes:category',
  'itunes:image',
  'itunes:keywords',
  'itunes:subtitle',
  'itunes:summary',
  'itunes:title',
  'language',
  'link',
  'media:category',
  'media:content',
  'media:description',
  'media:group',
  'media:keywords',
  'media:thumbnail',
  'media:title',
  'modified',
  'name',
  'pubdate',
  'published',
  'skipdays',
  'skiphours',
  'source',
  'subtitle',
  'summary',
  'sy:updatefrequency',
  'sy:updateperiod',
  'tagline',
  'title',
  'ttl',
  'updated',
  'url',
  'xhtml:body',
  'xhtml:div',
] as const;
export type ElementName = (typeof ELEMENTS)[number];

/** Every attribute that Caravan reads, by its canonical name. */
export const ATTRIBUTES = [
  'about',
  'href',
  'ispermalink',
  'label',
  'length',
  'medium',
  'mode',
  'rdf:about',
  'rdf:resource',
  'rel',
  'term',
  'text',
  'type',
  'url',
  'width',
  'xml:base',
  'xml:lang',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];

/** An element as rss-parser's XML reader leaves it: mere text, or text, attributes and children. */
export type RawNode = string | RawElement;
export type RawElement = { _?: string; $?: { [Key in AttributeName]?: string } } & { [Key in ElementName]?: RawNode[] };

const NONE: RawNode[] = [];

export function children(node: RawNode, name: ElementName): RawNode[] {
  return typeof node === 'string' ? NONE : (node[name] ?? NONE);
}

/** The first child of the first name that has any. */
export function child(node: RawNode, ...names: ElementName[]): RawNode | null {
  for (const name of names) {
    const [first] = children(node, name);
    if (first !== undefined) return first;
  }
  return null;
}

/** An element's own text, trimmed; empty when it has none. */
export function textOf(node: RawNode): string {
  return (typeof node === 'string' ? node : (node._ ?? '')).trim();
}

/** The first text that is not empty among all children of these names, in their order. */
export function childText(node: RawNode, ...names: ElementName[]): string | null {
  for (const name of names) {
    for (const candidate of children(node, name)) {
      const text = textOf(candidate);
      if (text) return text;
    }
  }
  return null;
}

/** An attribute's value, trimmed; null when it is empty or not there. */
export function attribute(node: RawNode, name: AttributeName): string | null {
  return (typeof node === 'string' ? null : node.$?.[name]?.trim()) || null;
}
