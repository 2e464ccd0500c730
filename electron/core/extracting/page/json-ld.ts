/** What a page's JSON-LD (schema.org) says of its article; empty where it says nothing. */
export interface LinkedData {
  headline: string | null;
  authors: string[];
  published: string | null;
  modified: string | null;
  language: string | null;
  keywords: string[];
  sections: string[];
  body: string | null;
  image: string | null;
  isFree: boolean;
}

type Node = Record<string, unknown>;

const MOST_NODES = 20_000;
const ARTICLE = /(?:Article|BlogPosting|Posting|Report|Review)$/;

/** Reads the scripts of JSON-LD; what is no JSON is passed over, since pages without it are read all the same. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap(nodesIn);
  const article = nodes.filter(isArticle).sort((one, other) => weightOf(other) - weightOf(one))[0] ?? {};
  return {
    headline: textOf(article.headline) ?? textOf(article.name),
    authors: namesOf(article.author, nodes),
    published: textOf(article.datePublished) ?? textOf(article.dateCreated),
    modified: textOf(article.dateModified),
    language: textOf(article.inLanguage) ?? textOf(asNode(article.inLanguage)?.alternateName),
    keywords: wordsOf(article.keywords),
    sections: wordsOf(article.articleSection),
    body: textOf(article.articleBody),
    image: imageOf(article.image, nodes) ?? imageOf(article.thumbnailUrl, nodes),
    isFree: !nodes.some(({ isAccessibleForFree }) => /^false$/i.test(String(isAccessibleForFree ?? ''))),
  };
}

/** All objects in a script, outermost first, without recursion: a hostile one is deep. */
function nodesIn(script: string): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [parsed(script)];
  for (let at = 0; at < waiting.length && at < MOST_NODES; at++) {
    const value = waiting[at];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const inner of Object.values(value)) if (typeof inner === 'object') waiting.push(inner);
  }
  return nodes;
}

function parsed(script: string): unknown {
  // Left over from XHTML, and line breaks within strings.
  const text = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:\/\/)?(?:-->|\]\]>)\s{0,20}$/g, '');
  for (const candidate of [text, text.replace(/[\n\r\t]/g, ' ')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next form is tried; after the last the page is read without it.
    }
  }
  return null;
}

const isArticle = (node: Node): boolean => [node['@type']].flat().some((type) => ARTICLE.test(String(type)));

const weightOf = (node: Node): number =>
  (node.articleBody ? 2 : 0) + (node.headline ? 2 : 0) + (node.datePublished ? 1 : 0);

const asNode = (value: unknown): Node | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null;

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

/** An object that only refers to another is looked up. */
function referred(value: unknown, nodes: readonly Node[]): unknown {
  const node = asNode(value);
  if (!node || node.name || node.url || node.contentUrl || typeof node['@id'] !== 'string') return value;
  return (
    nodes.find((other) => other !== node && other['@id'] === node['@id'] && Object.keys(other).length > 1) ?? value
  );
}

function namesOf(value: unknown, nodes: readonly Node[]): string[] {
  const people = [value].flat().slice(0, 10);
  return people.flatMap((person) => textOf(asNode(referred(person, nodes))?.name) ?? textOf(person) ?? []);
}

function imageOf(value: unknown, nodes: readonly Node[]): string | null {
  const node = referred([value].flat()[0], nodes);
  return textOf(node) ?? textOf(asNode(node)?.url) ?? textOf(asNode(node)?.contentUrl);
}

/** An array, or one text with commas. */
const wordsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .slice(0, 100)
    .flatMap((word) => textOf(word) ?? textOf(asNode(word)?.name) ?? [])
    .flatMap((word) => word.split(/[,،;]/))
    .map((word) => word.trim())
    .filter((word) => word !== '');
