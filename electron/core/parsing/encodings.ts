import iconv from 'iconv-lite';

/** Not to be believed: ASCII, when there are other bytes; what shows in the bytes; what iconv-lite has for other ends. */
const NO_ENCODINGS = /^(?:us-?ascii|ascii|ansi_x3|utf|unicode|ucs|iso-?10646|base64|hex|binary|internal)/i;

/** Node knows them, but without Hong Kong's characters and most Korean syllables. */
const THIN = new Set(['big5', 'euc-kr']);

/** What iconv-lite calls by another name than some feeds do. */
const OTHER_NAMES = new Map([
  ['macce', 'maccenteuro'],
  ['maclatin2', 'maccenteuro'],
  ['maccentraleurope', 'maccenteuro'],
]);

/**
 * The encoding that a label such as `windows-1256`, `x-mac-greek` or `cp437` stands for: first by the Encoding Standard
 * (§4.2), then as iconv-lite knows it. Null when nobody does, and for UTF-8, UTF-16 and UTF-32, which show in the bytes.
 */
export function encodingNamed(label: string): string | null {
  if (NO_ENCODINGS.test(label)) return null;
  const name = label.toLowerCase().replace(/^x-|[^a-z0-9]/g, '');
  const known = [label, name, OTHER_NAMES.get(name) ?? name].find((candidate) => iconv.encodingExists(candidate));
  return standardName(label) ?? known ?? null;
}

/** Bytes as text; what means nothing in this encoding becomes U+FFFD. Takes what {@link encodingNamed} gives. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (standardName(encoding) !== null && !THIN.has(encoding)) return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** As Node's TextDecoder calls it; null for what it does not have, such as the code pages of the PC. */
function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // TextDecoder has no other way to say it.
    return null;
  }
}
