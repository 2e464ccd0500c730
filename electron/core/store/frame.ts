import { crc32 } from './crc32';

const HEADER = /^\{"v":([1-9]\d{0,8}),"crc":"([0-9a-f]{8})","n":(0|[1-9]\d{0,11})\}$/;
const LONGEST_HEADER = 64;
const NEWLINE = 0x0a;

/** What one file holds, taken out of its frame. */
export interface Framed {
  version: number;
  value: unknown;
}

/** A file that does not say what was written to it. The message is the reason, in words. */
export class Damage extends Error {}

// The version is part of the sum, so that a flipped bit in it is damage and not a newer file.
const sum = (version: number, json: Uint8Array): string =>
  crc32(json, crc32(Buffer.from(String(version))))
    .toString(16)
    .padStart(8, '0');

/** One JSON value with the header line that proves it whole: `{"v":1,"crc":"…","n":bytes}`. */
export function frame({ version, value }: Framed): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  const header = `{"v":${version},"crc":"${sum(version, json)}","n":${json.byteLength}}\n`;
  return Buffer.concat([Buffer.from(header), json]);
}

/** The value in a frame. Throws {@link Damage} unless every byte is as it was written. */
export function unframe(bytes: Uint8Array): Framed {
  if (bytes.byteLength === 0) throw new Damage('it is empty');
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE);
  const header = HEADER.exec(end < 0 ? '' : Buffer.from(bytes.subarray(0, end)).toString('latin1'));
  if (!header) throw new Damage('its first line is not a header of Caravan');
  const json = bytes.subarray(end + 1);
  if (json.byteLength !== Number(header[3])) {
    throw new Damage(`it has ${json.byteLength} bytes where ${header[3]} were written`);
  }
  const version = Number(header[1]);
  if (sum(version, json) !== header[2]) throw new Damage('its checksum does not match');
  return { version, value: JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString()) };
}
