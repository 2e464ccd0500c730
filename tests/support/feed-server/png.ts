import { crc32, deflateSync } from 'node:zlib';

/** 0xRRGGBB: a number, since pictures ask for half a million of them. */
export type Colour = number;

/** A colour on the way from one to another, `share` from 0 to 1. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return blend(from, to, share, 16) | blend(from, to, share, 8) | blend(from, to, share, 0);
}

function blend(from: Colour, to: Colour, share: number, shift: number): number {
  const start = (from >> shift) & 0xff;
  return Math.round(start + (((to >> shift) & 0xff) - start) * share) << shift;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const UP_FILTER = 2;

/** A PNG (RFC 2083), 8 bits a channel without alpha; `colourAt` is asked once for each pixel. */
export function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(rows(width, height, colourAt));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** Each row as its difference from the one above, which leaves gradients nearly empty. */
function rows(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const stride = width * 3;
  const out = Buffer.alloc((stride + 1) * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(stride);
    for (let x = 0; x < width; x += 1) row.writeUIntBE(colourAt(x, y), x * 3, 3);
    const start = y * (stride + 1);
    out[start] = UP_FILTER;
    for (let index = 0; index < stride; index += 1) {
      out[start + 1 + index] = ((row[index] ?? 0) - (above[index] ?? 0)) & 0xff;
    }
    above = row;
  }
  return out;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
