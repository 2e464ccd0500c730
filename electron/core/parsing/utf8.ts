import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The text of bytes that are UTF-8 throughout, as TextDecoder gives it with `fatal`, and several times as fast where
 * not all is ASCII; null when a byte is wrong.
 */
export function strictUtf8(bytes: Uint8Array): string | null {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return isUtf8(bytes) ? fromValidUtf8(bytes) : null;
}

/** Reads UTF-8 (RFC 3629 §3) without a check: whoever calls has made it. */
function fromValidUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  const next = (at: number): number => (bytes[at] as number) & 0x3f;
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      units[length++] = first;
      at += 1;
    } else if (first < 0xe0) {
      units[length++] = ((first & 0x1f) << 6) | next(at + 1);
      at += 2;
    } else if (first < 0xf0) {
      units[length++] = ((first & 0x0f) << 12) | (next(at + 1) << 6) | next(at + 2);
      at += 3;
    } else {
      const code = ((first & 0x07) << 18) | (next(at + 1) << 12) | (next(at + 2) << 6) | next(at + 3);
      units[length++] = 0xd800 + ((code - 0x10000) >> 10);
      units[length++] = 0xdc00 + (code & 0x3ff);
      at += 4;
    }
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}
