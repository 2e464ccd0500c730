/** Characters that XML 1.0 does not have (2.2), lone halves of surrogate pairs among them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in HTML and XML alike, between tags or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** A start tag; an attribute that is null is left out. */
export function startTag(name: string, attributes: Record<string, string | null> = {}): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** An element with a text in it. */
export const element = (name: string, text: string, attributes: Record<string, string | null> = {}): string =>
  `${startTag(name, attributes)}${escaped(text)}</${name}>`;
