import { decodeAs } from './encodings';

const ISO_2022_KR = [0x1b, 0x24, 0x29, 0x43];

/**
 * Text in the encodings that are made of ASCII bytes alone and would pass for UTF-8: ISO-2022-JP and ISO-2022-KR
 * (RFC 1468, RFC 1557) show by their escapes, HZ (RFC 1843) and UTF-7 (RFC 2152) only by the `labels` that the feed has.
 * Null when it is none of them.
 */
export function decodeSevenBit(bytes: Uint8Array, labels: readonly string[]): string | null {
  const isEscaped = bytes.includes(0x1b);
  const claims = (pattern: RegExp): boolean => labels.some((label) => pattern.test(label));
  if (!isEscaped && !claims(/^(?:hz|utf-?7)/i)) return null;
  if (bytes.some((byte) => byte > 0x7f)) return null;
  if (isEscaped) return isKorean(bytes) ? korean(bytes) : japanese(bytes);
  return claims(/^hz/i) ? hz(bytes) : decodeAs(bytes, 'utf-7');
}

function isKorean(bytes: Uint8Array): boolean {
  const start = bytes.indexOf(0x1b);
  return ISO_2022_KR.every((byte, index) => bytes[start + index] === byte);
}

function japanese(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes);
  } catch {
    // TextDecoder has no other way to say that it is none.
    return null;
  }
}

function korean(bytes: Uint8Array): string {
  const text = asciiOf(bytes).replace('\u001b$)C', '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: shift out and shift in are what it is about
  return text.replace(/\u000e([^\u000f]*)\u000f?/g, (_, shifted: string) => raised(shifted, 'euc-kr'));
}

function hz(bytes: Uint8Array): string {
  return asciiOf(bytes).replace(/~\{([^~]*)(?:~\}|$)|~(~)|~\n/g, (_, shifted: string | undefined, tilde = '') =>
    shifted === undefined ? tilde : raised(shifted, 'gbk'),
  );
}

const asciiOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The characters that ASCII bytes stand for with their high bit set. */
function raised(text: string, encoding: string): string {
  return decodeAs(
    Uint8Array.from(text, (character) => character.charCodeAt(0) | (character > ' ' ? 0x80 : 0)),
    encoding,
  );
}
