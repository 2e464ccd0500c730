const BYTE_ORDER_MARKS: [mark: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];
/** Which of the first four bytes are zero when each stands for one ASCII character (XML 1.0 appendix F). */
const ZERO_PATTERNS = new Map([
  ['1110', 'utf-32be'],
  ['0111', 'utf-32le'],
  ['1010', 'utf-16be'],
  ['0101', 'utf-16le'],
]);

/**
 * Turns a feed's bytes into text, whatever it claims to be. What the bytes show wins over what anybody says of them:
 * byte order mark, zero bytes, escape sequences, valid UTF-8. Then the XML declaration, then the HTTP header, and
 * Windows-1252 when no claim can be followed. Never fails; bytes that mean nothing become U+FFFD. Node 20 gives C1
 * controls for Windows-1252's own characters, which `cleanCharacters` puts right.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  return decodeShown(bytes, contentType).replace(/^\ufeff+/, '');
}

function decodeShown(bytes: Uint8Array, contentType: string | null): string {
  const shown = shownEncoding(bytes);
  if (shown?.startsWith('utf-32')) return decodeUtf32(bytes, shown === 'utf-32le');
  return shown ? new TextDecoder(shown).decode(bytes) : decodeUnmarked(bytes, contentType);
}

function decodeUnmarked(bytes: Uint8Array, contentType: string | null): string {
  const japanese = hasEscapes(bytes) ? decodeStrictly(bytes, 'iso-2022-jp') : null;
  const utf8 = japanese ?? decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const lossy = new TextDecoder().decode(bytes);
  if (isMostlyUtf8(lossy)) return lossy;
  const claims = [declaredEncoding(bytes), headerEncoding(contentType)].filter(isUsable);
  for (const claim of claims) {
    const text = decodeStrictly(bytes, claim);
    if (text !== null) return text;
  }
  return new TextDecoder(claims[0] ?? 'windows-1252').decode(bytes);
}

function shownEncoding(bytes: Uint8Array): string | null {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '1' : '0')).join('');
  return ZERO_PATTERNS.get(zeros) ?? null;
}

/** ISO-2022-JP is made of ASCII bytes alone and would pass for UTF-8. */
function hasEscapes(bytes: Uint8Array): boolean {
  const next = bytes[bytes.indexOf(0x1b) + 1];
  return bytes.includes(0x1b) && (next === 0x24 || next === 0x28);
}

/** Null when the bytes are not of this encoding, or nobody knows it. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // TextDecoder has no other way to say it.
    return null;
  }
}

/** A text in another encoding hardly ever has bytes that happen to be UTF-8; a few bad ones are damage. */
function isMostlyUtf8(lossy: string): boolean {
  let good = 0;
  let bad = 0;
  for (let index = 0; index < lossy.length; index++) {
    const code = lossy.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) good++;
  }
  return bad * 10 <= good;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  return /<\?xml[^>]*?encoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

function headerEncoding(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType?.slice(0, 1_000) ?? '')?.[1] ?? null;
}

/** UTF-8, UTF-16 and UTF-32 have shown by now that they are not it. */
function isUsable(encoding: string | null): encoding is string {
  if (encoding === null || /^(utf|unicode|ucs|iso-10646)/i.test(encoding)) return false;
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    // TextDecoder throws for labels that it does not know.
    return false;
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    characters.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  return characters.join('');
}
