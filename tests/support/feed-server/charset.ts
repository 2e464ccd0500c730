/** Text in a single-byte charset; a letter the charset lacks becomes a numeric reference, as an XML or HTML writer does it. */
export function encode(text: string, charset: 'windows-1256' | 'windows-1251'): Buffer {
  const bytes = bytesOf(charset);
  const out: number[] = [];
  for (const letter of text) {
    const byte = bytes.get(letter);
    if (byte === undefined) out.push(...Buffer.from(`&#${letter.codePointAt(0)};`, 'latin1'));
    else out.push(byte);
  }
  return Buffer.from(out);
}

const tables = new Map<string, Map<string, number>>();

function bytesOf(charset: string): Map<string, number> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  tables.set(charset, table);
  return table;
}
