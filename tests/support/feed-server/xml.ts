const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for an XML or HTML text node or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `<name>text</name>`, or nothing for no text. */
export function element(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

/** HTML in a CDATA section. */
export function cdata(name: string, html: string): string {
  return `<${name}><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

/** Elements on lines of their own; the empty ones left out. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** A lead picture as Media RSS has it. */
export function mediaContent(address: string | null): string {
  if (!address) return '';
  return `<media:content url="${escapeXml(address)}" type="image/png" medium="image" width="960" height="540" />`;
}
