import type { FeedFormat } from '../../contract/parsed-feed';
import { escapeMarkup } from './escape';
import { oneLine, plainText } from './plain-text';
import { attribute, type RawNode, textOf } from './raw-nodes';

const LONGEST_LINE = 1_000;
/** Of which a line is made: enough for its markup, however it is written. */
const LONGEST_LINE_HTML = 20_000;
/** In characters; an article of the library has no more. */
const LONGEST_HTML = 1_048_576;
/** Atom that forgot `type="html"`: the escaped tags of an article are seldom its subject. */
const LOOKS_LIKE_HTML = /<\/?(?:p|div|br|a|img|ul|ol|li|table|span|h[1-6]|blockquote|figure|em|strong|b|i)[\s/>]/i;

/** A title or name as one line of plain text (RFC 4287 §3.1; in RSS always HTML). Null when there is none. */
export function lineOf(node: RawNode | null, format: FeedFormat): string | null {
  if (node === null) return null;
  const { kind, text: whole } = readText(node, format);
  const text = whole.slice(0, LONGEST_LINE_HTML);
  const line = kind === 'html' ? plainText(text) : kind === 'text' ? oneLine(text) : null;
  return line?.slice(0, LONGEST_LINE).trimEnd() ?? null;
}

/** A description or content as HTML, as it came. Null when it is empty or of another kind, such as a picture. */
export function htmlOf(node: RawNode | null, format: FeedFormat): string | null {
  if (node === null) return null;
  const { kind, text: whole } = readText(node, format);
  const text = whole.slice(0, LONGEST_HTML);
  if (kind === 'other' || text === '') return null;
  const isHtml = kind === 'html' || (attribute(node, 'type') === null && LOOKS_LIKE_HTML.test(text));
  return isHtml ? text : escapeMarkup(text);
}

interface ReadText {
  kind: 'text' | 'html' | 'other';
  text: string;
}

function readText(node: RawNode, format: FeedFormat): ReadText {
  const type = attribute(node, 'type')?.toLowerCase() ?? (format === 'atom' ? 'text' : 'html');
  // Atom 0.3 (§3.1.2); Atom 1.0 has it for what is not text.
  const isEncoded = attribute(node, 'mode') === 'base64';
  const text = isEncoded ? Buffer.from(textOf(node), 'base64').toString('utf8').trim() : textOf(node);
  return { kind: kindOf(type), text: withoutCdata(text) };
}

/** A CDATA section within another, or one that was escaped: publishing systems wrap what is wrapped already. */
function withoutCdata(text: string): string {
  return text.startsWith('<![CDATA[') && text.endsWith(']]>') ? text.slice(9, -3).trim() : text;
}

function kindOf(type: string): ReadText['kind'] {
  if (type === 'text' || type === 'text/plain' || type === 'plain') return 'text';
  // xhtml, html, text/html, application/xhtml+xml, and every "html" misspelt.
  if (type.includes('html') || type.includes('xml') || type.startsWith('text/')) return 'html';
  return 'other';
}
