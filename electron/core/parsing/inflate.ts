import { constants, gunzipSync } from 'node:zlib';
import { Fault } from '../../contract/failures';

const MOST_MEGABYTES = 20;

/**
 * Unpacks what servers sent with gzip without saying so; other bytes are given back as they are. A packed feed that
 * was cut off gives what had arrived. `url` is for the Fault: 'too-large' or 'malformed'.
 */
export function inflate(bytes: Uint8Array, url: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_MEGABYTES * 1_000_000, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new Fault('too-large', { url, megabytes: MOST_MEGABYTES }, error);
    throw new Fault('malformed', { url, reason: 'its gzip packing is damaged' }, error);
  }
}
