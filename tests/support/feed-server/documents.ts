import { createRequire } from 'node:module';

export interface Tag {
  name: string;
  attributes: Record<string, string>;
}

interface StrictParser {
  onerror: (error: Error) => void;
  onopentag: (tag: Tag) => void;
  write(text: string): { close(): void };
}
// It comes with rss-parser and has no types.
const sax: { parser(strict: true): StrictParser } = createRequire(import.meta.url)('sax');

/** Every start tag of an XML document, in order. Throws the first thing that is wrong with it. */
export function tags(document: string): Tag[] {
  const parser = sax.parser(true);
  const found: Tag[] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => found.push(tag);
  parser.write(document).close();
  return found;
}

/** What stands at an address, decoded as the document itself says. */
export async function documentAt(address: string): Promise<string> {
  const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
  const [, charset = 'utf-8'] = /^<\?xml[^>]*encoding="([^"]+)"/.exec(bytes.toString('latin1', 0, 100)) ?? [];
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}
