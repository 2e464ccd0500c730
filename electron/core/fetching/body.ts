import { Fault } from '../../contract/failures';
import { unpacked } from './decode';

/**
 * The whole body, inflated also where it is gzip without saying so, and counted as it arrives after that, so that neither
 * a long one nor a small one that inflates without end fills the memory. Throws the Fault `too-large` at the first byte
 * over `maxBytes`.
 */
export async function readBody(response: Response, maxBytes: number, url: string): Promise<Uint8Array> {
  const tooLarge = (): Fault => new Fault('too-large', { url, megabytes: maxBytes / 1_000_000 });
  // The announced length is that of the packed body: when even that is too long, nothing need be read.
  if (Number(response.headers.get('content-length')) > maxBytes) throw tooLarge();
  if (!response.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(response.body)) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return joined(chunks, size);
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
