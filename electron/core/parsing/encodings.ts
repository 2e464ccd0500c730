import iconv from 'iconv-lite';

/** Not to be believed: ASCII, when there are other bytes; what shows in the bytes; what iconv-lite has for other ends. */
const NO_ENCODINGS = /^(?:us-?ascii|ascii|ansi_x3|utf|unicode|ucs|iso-?10646|base64|hex|binary|internal)/i;

/** What iconv-lite calls by another name than some feeds do. */
const OTHER_NAMES = new Map([
  ['macce', 'maccenteuro'],
  ['maclatin2', 'maccenteuro'],
  ['maccentraleurope', 'maccenteuro'],
]);

/**
 * The encoding that a label such as `windows-1256`, `x-mac-greek` or `cp437` stands for; null when nobody knows it, and
 * for UTF-8, UTF-16 and UTF-32, which show in the bytes.
 */
export function encodingNamed(label: string): string | null {
  if (NO_ENCODINGS.test(label)) return null;
  const name = label.toLowerCase().replace(/^x-|[^a-z0-9]/g, '');
  return [label, name, OTHER_NAMES.get(name) ?? name].find((candidate) => iconv.encodingExists(candidate)) ?? null;
}

/**
 * Bytes as text; what means nothing in this encoding becomes U+FFFD. By iconv-lite and not TextDecoder, because Node's
 * tables lack the PC and Mac code pages, Hong Kong's characters and most Korean syllables.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
