import type { FeedFormat } from '../../contract/parsed-feed';
import { xmlTokens } from './xml-tokens';

/** What a text is. `reason` completes the sentence "it is not a feed (…)". */
export type Detected =
  | { kind: 'json' }
  | { kind: 'xml'; root: FeedRoot }
  | { kind: 'opml'; reason: string }
  | { kind: 'page'; reason: string }
  | { kind: 'other'; reason: string };

/** The element that a feed begins with: its name as written, in lower case, and what it makes of the rest. */
export interface FeedRoot {
  name: string;
  format: Exclude<FeedFormat, 'json'>;
  /** A feed that lost its outermost element begins with what should be inside. */
  isInner: boolean;
}

const ROOTS = new Map<string, FeedRoot['format']>([
  ['rss', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);
/** Believed only when nothing stands before. */
const INNER_ROOTS = new Map<string, FeedRoot['format']>([
  ['channel', 'rss'],
  ['item', 'rss'],
  ['entry', 'atom'],
]);
const PAGE_ELEMENTS = new Set(['html', 'head', 'body', 'script', 'style', 'meta', 'title', 'div', 'table', 'p', 'h1']);

/** How far a feed may begin behind other things, such as the warnings of a broken script. */
const FURTHEST_ROOT = 65_536;

/** Tells feeds from everything else that a server may answer, by their first elements. */
export function detect(text: string): Detected {
  const head = text.slice(0, FURTHEST_ROOT).trimStart();
  if (head === '') return { kind: 'other', reason: 'it is empty' };
  if (head.startsWith('{')) return { kind: 'json' };
  let first: string | null = null;
  for (const token of xmlTokens(head)) {
    if (token.kind === 'doctype' && /^<!doctype\s+html/i.test(token.text)) return PAGE;
    if (token.kind !== 'open') continue;
    const local = localName(token.name);
    const format = ROOTS.get(local);
    if (format) return { kind: 'xml', root: { name: token.name, format, isInner: false } };
    const inner = first === null ? INNER_ROOTS.get(local) : undefined;
    if (inner) return { kind: 'xml', root: { name: token.name, format: inner, isInner: true } };
    if (local === 'opml') return { kind: 'opml', reason: 'it is an OPML list of feeds, which can be imported' };
    // SOAP has a body too, but not without a prefix.
    if (local === 'html' || token.name === 'head' || token.name === 'body') return PAGE;
    first ??= local;
  }
  return neitherFeedNorList(head, first);
}

const PAGE: Detected = { kind: 'page', reason: 'it is a web page' };

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

function neitherFeedNorList(head: string, first: string | null): Detected {
  if (first && PAGE_ELEMENTS.has(first)) return PAGE;
  if (first && head.startsWith('<')) return { kind: 'other', reason: `it is XML of another kind, <${first}>` };
  if (isBinary(head)) return { kind: 'other', reason: 'it is a picture, a document or another kind of file' };
  return { kind: 'other', reason: head.startsWith('[') ? 'it is JSON, but no JSON Feed' : 'it is plain text' };
}

/** Text has no control characters but line breaks and tabs; files of other kinds begin with some. */
function isBinary(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells
  return /^%PDF|[\u0000-\u0008\u000e-\u001a\ufffd]/.test(head.slice(0, 1_000));
}
