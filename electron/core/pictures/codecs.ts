/**
 * The pixels of a picture and back, by WebAssembly: no native module, the same in plain Node, in Electron and in a worker.
 * Loaded when the first picture comes; the bytes of the codecs lie beside the program (build/electron.vite.config.ts).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PictureType } from './kinds';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha, row by row. */
  data: Uint8ClampedArray<ArrayBuffer>;
}

type Decode = (bytes: ArrayBuffer) => Promise<Pixels | null>;

/** In a built program the files of all codecs lie in one folder. */
const BESIDE = new URL('../codecs/', import.meta.url);

async function compiled(file: string): Promise<WebAssembly.Module> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const built = await readFile(new URL(name, BESIDE)).catch(() => null);
  return WebAssembly.compile(built ?? (await readFile(createRequire(import.meta.url).resolve(file))));
}

/** Codecs are made for browsers, where this is there. */
class PlainImageData implements Pixels {
  constructor(
    readonly data: Uint8ClampedArray<ArrayBuffer>,
    readonly width: number,
    readonly height: number,
  ) {}
}

type Codec = { init(module: WebAssembly.Module): Promise<unknown>; default: unknown };

async function loaded(codec: Promise<unknown>, file: string): Promise<unknown> {
  Object.assign(globalThis, { ImageData: Object(globalThis).ImageData ?? PlainImageData });
  // Their types know only how a browser begins.
  const { init, default: run } = (await codec) as Codec;
  await init(await compiled(file));
  return run;
}

const once = <T>(load: () => Promise<unknown>): (() => Promise<T>) => {
  let loading: Promise<unknown> | null = null;
  return () => {
    loading ??= load();
    return loading as Promise<T>;
  };
};

const DECODERS: Partial<Record<PictureType, () => Promise<Decode>>> = {
  'image/jpeg': once(() => loaded(import('@jsquash/jpeg/decode.js'), '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')),
  'image/png': once(() => loaded(import('@jsquash/png/decode.js'), '@jsquash/png/codec/pkg/squoosh_png_bg.wasm')),
  'image/webp': once(() => loaded(import('@jsquash/webp/decode.js'), '@jsquash/webp/codec/dec/webp_dec.wasm')),
  'image/avif': once(() => loaded(import('@jsquash/avif/decode.js'), '@jsquash/avif/codec/dec/avif_dec.wasm')),
};

const encoder = once<(pixels: Pixels, options: { quality: number }) => Promise<ArrayBuffer>>(() =>
  loaded(import('@jsquash/jpeg/encode.js'), '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
);

/** The pixels of a picture; null for a kind that nobody here can read (GIF, drawings, icons). Throws for a broken one. */
export async function decode(bytes: Uint8Array, type: PictureType): Promise<Pixels | null> {
  const decoder = await DECODERS[type]?.();
  return decoder ? decoder(new Uint8Array(bytes).buffer) : null;
}

/** A JPEG of these pixels. */
export async function encode(pixels: Pixels, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await encoder())(pixels, { quality }));
}
