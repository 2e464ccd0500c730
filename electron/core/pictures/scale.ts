import type { Pixels } from './codecs';

/** A part of a picture, in its pixels. */
interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

const whole = ({ width, height }: Pixels): Part => ({ left: 0, top: 0, width, height });

/** The largest square in the middle, a little above it where the picture is tall: that is where faces are. */
function square({ width, height }: Pixels): Part {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 3), width: side, height: side };
}

/** A square of so many pixels a side, or as large as the picture has. */
export function thumbnailOf(pixels: Pixels, side: number): Pixels {
  const part = square(pixels);
  const own = Math.min(side, part.width);
  return drawn(pixels, part, own, own);
}

/** The picture no wider and no higher than so many pixels; never larger than it is. */
export function fitted(pixels: Pixels, most: number): Pixels {
  const factor = Math.min(1, most / Math.max(pixels.width, pixels.height));
  const side = (length: number): number => Math.max(1, Math.round(length * factor));
  return drawn(pixels, whole(pixels), side(pixels.width), side(pixels.height));
}

/** A part of a picture, smaller: each new pixel is the mean of those that it stands for, over white where they let light through. */
function drawn({ data, width: stride }: Pixels, part: Part, width: number, height: number): Pixels {
  const out = new Uint8ClampedArray(width * height * 4);
  const column = edges(part.left, part.width, width);
  const row = edges(part.top, part.height, height);
  for (let y = 0, to = 0; y < height; y++) {
    const [top = 0, bottom = 0] = [row[y], row[y + 1]];
    for (let x = 0; x < width; x++, to += 4) {
      const [left = 0, right = 0] = [column[x], column[x + 1]];
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let v = top; v < bottom; v++) {
        for (let from = (v * stride + left) * 4, end = (v * stride + right) * 4; from < end; from += 4) {
          const alpha = data[from + 3] ?? 255;
          const white = 255 * (255 - alpha);
          red += (data[from] ?? 0) * alpha + white;
          green += (data[from + 1] ?? 0) * alpha + white;
          blue += (data[from + 2] ?? 0) * alpha + white;
        }
      }
      const weight = (bottom - top) * (right - left) * 255;
      out[to] = red / weight;
      out[to + 1] = green / weight;
      out[to + 2] = blue / weight;
      out[to + 3] = 255;
    }
  }
  return { width, height, data: out };
}

/** Where each of `count` pixels begins, and the last ends, at least one pixel wide each. */
const edges = (from: number, length: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, n) => from + Math.floor((n * length) / count));
