import { PassThrough, pipeline, Readable, Transform } from 'node:stream';
import zlib from 'node:zlib';

/** Codings beyond this many on one body are an attack or a mistake. */
const MOST_CODINGS = 3;
/** A window of 8 MB at most, as a server may use over HTTP (RFC 9659). */
const ZSTD_WINDOW_LOG = 23;
/** What has arrived is given out even where the end is missing, as browsers do; a cut connection shows in HTTP's framing. */
const LENIENT = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const LENIENT_BROTLI = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};

/** Node has zstd from 22.15 on, and its constants with it. */
const zstd = zlib as unknown as {
  createZstdDecompress?: (options: object) => Transform;
  constants: { ZSTD_d_windowLogMax?: number };
};
const { createZstdDecompress } = zstd;

type Decoder = Transform | typeof inflated;

const DECODERS = new Map<string, () => Decoder>([
  ['gzip', () => zlib.createGunzip(LENIENT)],
  ['x-gzip', () => zlib.createGunzip(LENIENT)],
  ['deflate', () => inflated],
  ['br', () => zlib.createBrotliDecompress(LENIENT_BROTLI)],
]);
if (createZstdDecompress) DECODERS.set('zstd', () => createZstdDecompress(zstdOptions()));

/** The Accept-Encoding header: what {@link decoded} can undo in this runtime. */
export const ACCEPT_ENCODING = ['gzip', 'deflate', 'br', 'zstd'].filter((coding) => DECODERS.has(coding)).join(', ');

function zstdOptions(): object {
  const { ZSTD_d_windowLogMax } = zstd.constants;
  return ZSTD_d_windowLogMax === undefined ? {} : { params: { [ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } };
}

/**
 * The body with the codings of its Content-Encoding undone, last one first (RFC 9110, 8.4), as it arrives; `onBytes` is
 * told of each piece before that. A coding that nobody knows is left as it is: servers write character sets there. Errors
 * are those of zlib.
 */
export function decoded(
  body: Readable,
  contentEncoding: string,
  onBytes: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  const codings = contentEncoding.toLowerCase().split(',').reverse();
  const decoders = codings.map((coding) => DECODERS.get(coding.trim())?.()).filter((decoder) => decoder !== undefined);
  if (decoders.length > MOST_CODINGS) {
    leave(body);
    throw Object.assign(new Error('encoded again and again'), { code: 'Z_TOO_MANY_CODINGS' });
  }
  if (decoders.length === 0) return streamOf(body, onBytes);
  const out = new PassThrough();
  // Each stream of a pipeline is destroyed with the others, and the last one tells its reader why.
  pipeline([body, counting(onBytes), ...decoders, out] as Transform[], () => {});
  return streamOf(out, () => {});
}

/** A stream of the web's kind: Node's own way there costs more than all the rest of a request. */
function streamOf(body: Readable, onBytes: (bytes: number) => void): ReadableStream<Uint8Array> {
  let isOpen = true;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      body.on('data', (chunk: Buffer) => {
        if (!isOpen) return;
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) body.pause();
      });
      body.on('end', () => {
        if (isOpen) controller.close();
        isOpen = false;
      });
      body.on('error', (error) => {
        if (isOpen) controller.error(error);
        isOpen = false;
      });
      // Without a reader nothing is read.
      body.pause();
    },
    pull: () => void body.resume(),
    cancel() {
      isOpen = false;
      leave(body);
    },
  });
}

/** Breaks off a body that nobody reads. Its error has no other listener, and would end the program. */
export const leave = (body: Readable): void => void body.on('error', () => {}).destroy();

const counting = (onBytes: (bytes: number) => void): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk.byteLength);
      done(null, chunk);
    },
  });

/** Deflate is zlib's format (RFC 1950), and yet some servers send the bare one (RFC 1951): the first byte tells. */
async function* inflated(packed: AsyncIterable<Uint8Array>): Pieces {
  const { start, whole } = await peek(packed, 1);
  const isZlib = ((start[0] ?? 0) & 0x0f) === 8;
  yield* through(whole, isZlib ? zlib.createInflate(LENIENT) : zlib.createInflateRaw(LENIENT));
}

/**
 * A body that is gzip without saying so (a file feed.xml.gz, or one packed twice), inflated as it arrives; any other is
 * left as it is. Errors are those of zlib.
 */
export async function* unpacked(body: AsyncIterable<Uint8Array>, layers = MOST_CODINGS): Pieces {
  const { start, whole } = await peek(body, 3);
  // RFC 1952, 2.3: two bytes of magic, and deflate is the one method that there is.
  const isGzip = start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
  if (isGzip && layers > 0) yield* unpacked(through(whole, zlib.createGunzip(LENIENT)), layers - 1);
  else yield* whole;
}

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** A stream that is left before its end is destroyed, and what feeds it with it. */
const through = (packed: AsyncIterable<Uint8Array>, decoder: Transform): Transform =>
  pipeline(Readable.from(packed), decoder, () => {});

/** The first bytes, at least `count` unless it ends before, and all of it from the beginning. */
async function peek(body: AsyncIterable<Uint8Array>, count: number): Promise<{ start: Uint8Array; whole: Pieces }> {
  const rest = body[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let start = new Uint8Array();
  while (start.byteLength < count) {
    const { done, value } = await rest.next();
    if (done) break;
    first.push(value);
    start = Buffer.concat(first);
  }
  async function* whole(): Pieces {
    try {
      yield* first;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { start, whole: whole() };
}
