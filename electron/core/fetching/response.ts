import { Fault } from '../../contract/failures';

/** The statuses that the Response constructor takes no body with (Fetch, 2.2.3). */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** True where an answer of this status brings no body, whatever the server sends after it. */
export const isWithoutBody = (status: number): boolean => WITHOUT_BODY.has(status);

/**
 * A Response from what a runtime says of an answer. Names and values that no Headers object takes are left out, since
 * one odd header is no reason to lose a feed. Throws the Fault `unexpected-status` for one outside of 200 to 599.
 */
export function responseOf(
  url: string,
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: ReadableStream<Uint8Array> | null,
): Response {
  if (status < 200 || status > 599) throw new Fault('unexpected-status', { host: new URL(url).host, status });
  const kept = new Headers();
  for (const [name, values] of Object.entries(headers)) {
    for (const value of [values ?? []].flat()) {
      try {
        kept.append(name, byteString(value));
      } catch {
        // A name or value with bytes that HTTP has no place for.
      }
    }
  }
  return new Response(isWithoutBody(status) ? null : body, { status, headers: kept });
}

/** One character a byte (Web IDL, ByteString): raw UTF-8 in a header is what some servers send. */
const byteString = (value: string): string =>
  /[^\0-\xff]/.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value;
