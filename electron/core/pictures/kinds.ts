/** What a picture is by its first bytes, whatever its server says: nothing else of a server's is ever shown as a picture. */
const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
  'image/x-icon',
] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface PictureKind {
  type: PictureType;
  /** Pixels; null where the file does not say, as a drawing. */
  size: { width: number; height: number } | null;
}

/** How far a JPEG or AVIF is looked through for its size, and a text for its root. */
const HEAD = 262_144;
const TEXT_HEAD = 2_048;

/** The kind of a picture, null for what is none: a page, a script, a picture that is cut off before it says its size. */
export function kindOf(bytes: Uint8Array): PictureKind | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return jpeg(data) ?? png(data) ?? gif(data) ?? webp(data) ?? avif(data) ?? icon(data) ?? drawing(data);
}

const starts = (data: Buffer, text: string, at = 0): boolean => data.toString('latin1', at, at + text.length) === text;

function sized(type: PictureType, width: number, height: number): PictureKind | null {
  return width > 0 && height > 0 ? { type, size: { width, height } } : null;
}

/** ITU-T T.81, B.1: segments one after the other until a frame says the size. */
function jpeg(data: Buffer): PictureKind | null {
  if (data.length < 4 || data.readUIntBE(0, 3) !== 0xffd8ff) return null;
  const end = Math.min(data.length, HEAD) - 9;
  for (let at = 2; at < end; ) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sized('image/jpeg', data.readUInt16BE(at + 7), data.readUInt16BE(at + 5));
    } else {
      at += 2 + Math.max(2, data.readUInt16BE(at + 2));
    }
  }
  return null;
}

/** PNG 1.2, 4.1.1: the size is in the first chunk. */
function png(data: Buffer): PictureKind | null {
  if (data.length < 33 || !starts(data, '\x89PNG\r\n\x1a\n') || !starts(data, 'IHDR', 12)) return null;
  return sized('image/png', data.readUInt32BE(16), data.readUInt32BE(20));
}

function gif(data: Buffer): PictureKind | null {
  if (data.length < 13 || !/^GIF8[79]a/.test(data.toString('latin1', 0, 6))) return null;
  return sized('image/gif', data.readUInt16LE(6), data.readUInt16LE(8));
}

/** RFC 9649, 2: a RIFF file whose first chunk is VP8, VP8L or VP8X. */
function webp(data: Buffer): PictureKind | null {
  if (data.length < 30 || !starts(data, 'RIFF') || !starts(data, 'WEBP', 8)) return null;
  if (starts(data, 'VP8X', 12)) return sized('image/webp', data.readUIntLE(24, 3) + 1, data.readUIntLE(27, 3) + 1);
  if (starts(data, 'VP8L', 12)) {
    const bits = data.readUInt32LE(21);
    return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (!starts(data, 'VP8 ', 12)) return null;
  return sized('image/webp', data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff);
}

/** ISO/IEC 23000-22: the brand in the first box; the size in an `ispe` property (ISO/IEC 23008-12, 6.5.3), the largest of them. */
function avif(data: Buffer): PictureKind | null {
  if (data.length < 32 || !starts(data, 'ftyp', 4)) return null;
  const brands = data.toString('latin1', 8, Math.min(data.readUInt32BE(0), 128, data.length));
  if (!brands.includes('avif') && !brands.includes('avis')) return null;
  const head = data.subarray(0, HEAD);
  let width = 0;
  let height = 0;
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    width = Math.max(width, head.readUInt32BE(at + 8));
    height = Math.max(height, head.readUInt32BE(at + 12));
  }
  return sized('image/avif', width, height);
}

/** The icon file of Windows, as sites have it at /favicon.ico: a list of pictures, of which the largest counts; 0 is 256. */
function icon(data: Buffer): PictureKind | null {
  if (data.length < 22 || data.readUInt32LE(0) !== 0x0001_0000) return null;
  const count = data.readUInt16LE(4);
  if (count === 0 || data.length < 6 + count * 16) return null;
  const sides = Array.from({ length: count }, (_, n) => [data[6 + n * 16] || 256, data[7 + n * 16] || 256] as const);
  return sized('image/x-icon', Math.max(...sides.map(([width]) => width)), Math.max(...sides.map(([, high]) => high)));
}

/** A drawing is text whose first element is svg, after what XML may have before it. */
function drawing(data: Buffer): PictureKind | null {
  const text = data.toString('utf8', 0, TEXT_HEAD).replace(/^\ufeff/, '');
  return isDrawing(text) ? { type: 'image/svg+xml', size: null } : null;
}

function isDrawing(text: string): boolean {
  for (let rest = text.trimStart(); rest.startsWith('<'); rest = rest.trimStart()) {
    if (/^<svg[\s>]/i.test(rest)) return true;
    const end = rest.startsWith('<?')
      ? rest.indexOf('?>') + 1
      : rest.startsWith('<!--')
        ? rest.indexOf('-->') + 2
        : /^<!doctype\s/i.test(rest)
          ? rest.indexOf('>')
          : -1;
    if (end < 2) return false;
    rest = rest.slice(end + 1);
  }
  return false;
}
