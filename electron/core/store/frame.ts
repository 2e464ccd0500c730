import { crc32 } from './crc32';

const HEADER = /^\{"v":([1-9]\d{0,8}),"crc":"([0-9a-f]{8})","n":(0|[1-9]\d{0,11})(?:,"bytes":([1-9]\d{0,11}))?\}$/;
const LONGEST_HEADER = 96;
const NEWLINE = 0x0a;

/** What one file holds, taken out of its frame: a JSON value, and bytes that JSON would only swell. */
export interface Framed {
  version: number;
  value: unknown;
  bytes?: Uint8Array;
}

/** A file that does not say what was written to it. The message is the reason, in words. */
export class Damage extends Error {}

// The version is part of the sum, so that a flipped bit in it is damage and not a newer file.
const sum = (version: number, content: Uint8Array): string =>
  crc32(content, crc32(Buffer.from(String(version))))
    .toString(16)
    .padStart(8, '0');

/** One JSON value with the header line that proves it whole: `{"v":1,"crc":"…","n":characters of JSON,"bytes":bytes after it}`. */
export function frame({ version, value, bytes }: Framed): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  const content = bytes ? Buffer.concat([json, bytes]) : json;
  const more = bytes && bytes.byteLength > 0 ? `,"bytes":${bytes.byteLength}` : '';
  const header = `{"v":${version},"crc":"${sum(version, content)}","n":${json.byteLength}${more}}\n`;
  return Buffer.concat([Buffer.from(header), content]);
}

/** What is in a frame. Throws {@link Damage} unless every byte is as it was written. */
export function unframe(file: Uint8Array): Framed {
  if (file.byteLength === 0) throw new Damage('it is empty');
  const end = file.subarray(0, LONGEST_HEADER).indexOf(NEWLINE);
  const header = HEADER.exec(end < 0 ? '' : Buffer.from(file.subarray(0, end)).toString('latin1'));
  if (!header) throw new Damage('its first line is not a header of Caravan');
  const [version, length, more] = [Number(header[1]), Number(header[3]), Number(header[4] ?? 0)];
  const content = file.subarray(end + 1);
  if (content.byteLength !== length + more) {
    throw new Damage(`it has ${content.byteLength} bytes where ${length + more} were written`);
  }
  if (sum(version, content) !== header[2]) throw new Damage('its checksum does not match');
  const json = Buffer.from(content.buffer, content.byteOffset, length);
  return { version, value: JSON.parse(json.toString()), bytes: content.subarray(length) };
}
