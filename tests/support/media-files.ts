import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A second of silence a piece: a WAV that every browser plays. */
export function silence(seconds: number): Buffer {
  const rate = 8_000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + rate * seconds, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(rate * seconds, 40);
  return Buffer.concat([header, Buffer.alloc(rate * seconds, 128)]);
}

/** Serves a file, whole or the part that is asked for (RFC 9110, 14). */
export const inParts =
  (file: Buffer, type: string) =>
  ({ range }: IncomingHttpHeaders, response: ServerResponse): void => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    if (from === undefined) {
      response
        .writeHead(200, { 'content-type': type, 'content-length': file.length, 'accept-ranges': 'bytes' })
        .end(file);
      return;
    }
    const last = to ? Math.min(Number(to), file.length - 1) : file.length - 1;
    const part = file.subarray(Number(from), last + 1);
    response
      .writeHead(206, {
        'content-type': type,
        'content-length': part.length,
        'content-range': `bytes ${from}-${last}/${file.length}`,
        'accept-ranges': 'bytes',
      })
      .end(part);
  };
