import { decodeAs, encodingNamed } from './encodings';
import { guessEncodings } from './guess-encoding';
import { decodeSevenBit } from './seven-bit';
import { strictUtf8 } from './utf8';

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

const HEAD_BYTES = 1_024;

/**
 * Turns a feed's bytes into text, whatever it claims to be. What the bytes show wins over what anybody says of them:
 * byte order mark, zero bytes, escape sequences, valid UTF-8. Then the XML declaration, then the HTTP header; when no
 * claim can be followed, the usual encoding of the language that the feed gives, else what its letters look like. Never fails; bytes
 * that mean nothing become U+FFFD. Some encodings leave C1 controls where Windows-1252 was meant, which
 * `cleanCharacters` puts right.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  return decodeShown(bytes, contentType).replace(/^\ufeff+/, '');
}

function decodeShown(bytes: Uint8Array, contentType: string | null): string {
  const shown = shownEncoding(bytes);
  if (shown?.startsWith('utf-32')) return decodeUtf32(bytes, shown === 'utf-32le');
  if (shown === null) return decodeUnmarked(bytes, contentType);
  return (shown === 'utf-8' ? strictUtf8(bytes) : null) ?? new TextDecoder(shown).decode(bytes);
}

function decodeUnmarked(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const labels = [declaredEncoding(head), headerEncoding(contentType)].filter((label) => label !== null);
  const sevenBit = decodeSevenBit(bytes, labels);
  if (sevenBit !== null) return sevenBit;
  const text = strictUtf8(bytes) ?? new TextDecoder().decode(bytes);
  if (isMostlyUtf8(text)) return text;
  const claims = known(labels);
  return decodeLegacy(bytes, claims.length > 0 ? claims : known(guessEncodings(bytes)));
}

const known = (labels: readonly string[]): string[] => labels.map(encodingNamed).filter((name) => name !== null);

/** The first encoding wins in which all bytes mean something, else the first. */
function decodeLegacy(bytes: Uint8Array, encodings: readonly string[]): string {
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    if (!text.includes('\ufffd')) return text;
  }
  return decodeAs(bytes, encodings[0] ?? 'windows-1252');
}

function shownEncoding(bytes: Uint8Array): string | null {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '1' : '0')).join('');
  return ZERO_PATTERNS.get(zeros) ?? null;
}

/** A text in another encoding hardly ever has bytes that happen to be UTF-8; a few bad ones are damage. */
function isMostlyUtf8(lossy: string): boolean {
  if (!lossy.includes('\ufffd')) return true;
  let good = 0;
  let bad = 0;
  for (let index = 0; index < lossy.length; index++) {
    const code = lossy.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) good++;
  }
  return bad * 10 <= good;
}

function declaredEncoding(head: string): string | null {
  return /<\?xml[^>]*?encoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

function headerEncoding(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType?.slice(0, 1_000) ?? '')?.[1] ?? null;
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
