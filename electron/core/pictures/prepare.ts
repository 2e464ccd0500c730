import { Fault } from '../../contract/failures';
import { decode, encode, type Pixels } from './codecs';
import { kindOf, type PictureKind, type PictureType } from './kinds';
import { fitted, thumbnailOf } from './scale';

/** Above so many bytes a picture is made smaller, where that can be done. */
export const LARGE_BYTES = 1_000_000;
/** And never are more than these fetched or kept. */
export const MOST_BYTES = 8_000_000;
/** Four bytes each once it is shown: more than any screen has, and what a picture bomb would fill the memory with. */
const MOST_PIXELS = 25_000_000;
/** A reader's page at its widest on a screen of two pixels to one. */
const FITTED = 1_600;
/** Twice the square of a row. */
const THUMBNAIL = 144;
const QUALITY = { picture: 80, thumbnail: 76 };

/** A picture as it is kept. Pixels; null for a drawing. */
export interface PreparedPicture {
  bytes: Uint8Array;
  type: PictureType;
  width: number | null;
  height: number | null;
}

/** Throws the Fault 'not-a-picture', or 'picture-too-large' for one with too many pixels. `url` is for the message. */
export function checkedKind(bytes: Uint8Array, url: string): PictureKind {
  const kind = kindOf(bytes);
  if (!kind) throw new Fault('not-a-picture', { url });
  const { width, height } = kind.size ?? { width: 0, height: 0 };
  if (width * height > MOST_PIXELS) throw new Fault('picture-too-large', { url, width, height });
  return kind;
}

/** What is there to count readers, or to draw a line: too small to be looked at. */
export const isSpeck = ({ size }: PictureKind): boolean => size !== null && (size.width <= 3 || size.height <= 3);

/**
 * Makes a picture ready to be kept: as it came, unless it is over {@link LARGE_BYTES}; with a thumbnail where one is
 * wanted and can be made. Throws as {@link checkedKind}, and 'picture-too-large' for one over {@link MOST_BYTES} still.
 */
export async function preparePicture(
  bytes: Uint8Array,
  { url, thumbnail }: { url: string; thumbnail: boolean },
): Promise<{ picture: PreparedPicture; thumbnail: Uint8Array | null }> {
  const kind = checkedKind(bytes, url);
  const isLarge = bytes.byteLength > LARGE_BYTES;
  // One that cannot be read here may still be one that Chromium can show.
  const pixels = isLarge || thumbnail ? await decode(bytes, kind.type).catch(() => null) : null;
  return {
    picture: pixels && isLarge ? await recompressed(pixels, bytes, kind) : asItCame(bytes, kind),
    thumbnail:
      pixels && thumbnail && !isSpeck(kind) ? await encode(thumbnailOf(pixels, THUMBNAIL), QUALITY.thumbnail) : null,
  };
}

const asItCame = (bytes: Uint8Array, { type, size }: PictureKind): PreparedPicture => ({
  bytes,
  type,
  width: size?.width ?? null,
  height: size?.height ?? null,
});

/** Smaller, or as it came where that is smaller still. */
async function recompressed(pixels: Pixels, bytes: Uint8Array, kind: PictureKind): Promise<PreparedPicture> {
  const small = fitted(pixels, FITTED);
  const encoded = await encode(small, QUALITY.picture);
  if (encoded.byteLength >= bytes.byteLength) return asItCame(bytes, kind);
  return { bytes: encoded, type: 'image/jpeg', width: small.width, height: small.height };
}
